import type { Clock, Random } from '#shared/domain/ids.ts'
import type { Control } from '#server/db/control.ts'
import { Refusal } from '#server/refusal.ts'
import { domainOf, foldEmail } from './email.ts'
import { GOOGLE, type OpenId, type ProvenPerson } from './open-id.ts'
import type { SecretBox } from './secret-box.ts'
import { about } from './sealed.ts'
import { sha256 } from './seals.ts'

/** As long as somebody may take to sign in at the provider. */
const STATE_MS = 10 * 60_000

export interface GoogleStart {
  /** SHA-256 of the device's secret, base64url. */
  readonly claim: string
  /** Where on 127.0.0.1 the device listens. */
  readonly port: number
}

export interface Google {
  /** Where the browser goes on: to the provider, or back with an error when that cannot be reached. */
  start(asked: GoogleStart): Promise<string>
  /** The provider has sent the browser back: where it goes on, which is the device that began, and nowhere else. */
  finish(callback: URL): Promise<string>
  /** Who signed in, for the device that began. Once. Null when the secret, the code or the time does not fit. */
  claim(secret: string, code: string): Promise<ClaimedPerson | null>
  sweep(): Promise<void>
}

export interface ClaimedPerson {
  readonly issuer: string
  readonly subject: string
  readonly email: string
}

export interface GoogleOptions {
  readonly control: Control
  readonly clock: Clock
  readonly random: Random
  readonly box: SecretBox
  readonly openId: OpenId
  /** Domains beside its own mailboxes whose owners the provider speaks for. */
  readonly domains: readonly string[]
}

/** The device that began, in the browser's own computer. */
const backTo = (port: number): string => `http://127.0.0.1:${port}/signed-in`

const over = (): Refusal =>
  new Refusal('sign-in-over', 'This sign-in is over. Go back to Bobbin and press "Sign in with Google" again.', 400)

export function createGoogle({ control, clock, random, box, openId, domains }: GoogleOptions): Google {
  const secret = () => Buffer.from(random.bytes(32)).toString('base64url')
  const now = () => new Date(clock.now())

  return {
    async start({ claim, port }) {
      const state = secret()
      const begun = await openId.begin(state)
      if (begun === null) return `${backTo(port)}?error=failed`
      const { url, nonce, verifier } = begun
      const stateHash = sha256(state)
      await control
        .insertInto('oidc_state')
        .values({
          state_hash: stateHash,
          claim_hash: Buffer.from(claim, 'base64url'),
          port,
          nonce,
          verifier: box.seal(verifier, about.oidc(stateHash.toString('hex'))),
          code_hash: null,
          issuer: null,
          subject: null,
          email: null,
          expires_at: new Date(clock.now() + STATE_MS),
        })
        .execute()
      return url
    },

    async finish(callback) {
      const state = callback.searchParams.get('state') ?? ''
      const stateHash = sha256(state)
      const row = await control
        .selectFrom('oidc_state')
        .select(['port', 'nonce', 'verifier'])
        .where('state_hash', '=', stateHash)
        .where('code_hash', 'is', null)
        .where('expires_at', '>', now())
        .executeTakeFirst()
      if (row === undefined) throw over()
      const back = backTo(row.port)
      if (callback.searchParams.has('error')) {
        await control.deleteFrom('oidc_state').where('state_hash', '=', stateHash).execute()
        return `${back}?error=refused`
      }
      const verifier = box.open(row.verifier, about.oidc(stateHash.toString('hex')))
      const person = await openId.finish(callback, { state, nonce: row.nonce, verifier })
      const email = person === null ? null : mailboxOf(person, domains)
      if (person === null || email === null) {
        await control.deleteFrom('oidc_state').where('state_hash', '=', stateHash).execute()
        return `${back}?error=${person === null ? 'failed' : 'needs-code'}`
      }
      const code = secret()
      const { numUpdatedRows } = await control
        .updateTable('oidc_state')
        .set({ code_hash: sha256(code), issuer: person.issuer, subject: person.subject, email })
        .where('state_hash', '=', stateHash)
        .where('code_hash', 'is', null)
        .executeTakeFirst()
      if (numUpdatedRows !== 1n) throw over()
      return `${back}?code=${code}`
    },

    async claim(deviceSecret, code) {
      const row = await control
        .deleteFrom('oidc_state')
        .where('code_hash', '=', sha256(code))
        .where('claim_hash', '=', sha256(deviceSecret))
        .where('expires_at', '>', now())
        .returning(['issuer', 'subject', 'email'])
        .executeTakeFirst()
      if (!row?.issuer || !row.subject || !row.email) return null
      return { issuer: row.issuer, subject: row.subject, email: row.email }
    },

    async sweep() {
      await control.deleteFrom('oidc_state').where('expires_at', '<', now()).execute()
    },
  }
}

const GOOGLES_OWN = new Set(['gmail.com', 'googlemail.com'])

/**
 * The mailbox that is proven to be this person's now, null when it is not. That a provider once saw a mail answered ("verified") is not
 * enough: a mailbox at another company may have changed hands since. It speaks for its own mailboxes, for a domain that it hosts (`hd`), and
 * for those the operator has named; everybody else types a code that is sent there.
 */
export function mailboxOf(person: ProvenPerson, domains: readonly string[]): string | null {
  const email = person.isVerified ? foldEmail(person.email) : null
  if (email === null) return null
  const domain = domainOf(email)
  const isGoogles = person.issuer === GOOGLE && (GOOGLES_OWN.has(domain) || person.hostedDomain === domain)
  return isGoogles || domains.includes(domain) ? email : null
}
