import { exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose'
import { sql } from 'kysely'
import type { Clock, Random } from '#shared/domain/ids.ts'
import type { Control } from '#server/db/control.ts'
import type { SecretBox } from './secret-box.ts'
import { about } from './sealed.ts'

export const ALGORITHM = 'EdDSA'
export const ACCESS_MS = 15 * 60_000
const RING_AGE_MS = 60_000
/** A stranger's made-up key name makes no more questions than this. */
const RELOAD_MS = 1_000
/** Longer than any server's ring is old: by then everybody can verify what it signs. */
const LEAD_MS = 2 * RING_AGE_MS
const SIGNS_MS = 30 * 24 * 60 * 60_000
/** Two servers' clocks may differ by so much. */
export const CLOCK_TOLERANCE_MS = 5_000

interface Key {
  readonly kid: string
  readonly publicKey: CryptoKey
  readonly privateKey: CryptoKey
  readonly signsFrom: number
  readonly verifiesUntil: number | null
}

/** The keys access tokens are signed with. All of them verify for as long as a token of theirs can live; the newest that has begun signs. */
export interface SigningKeys {
  signing(): Promise<{ readonly kid: string; readonly key: CryptoKey }>
  verifying(kid: string): Promise<CryptoKey | null>
  /**
   * Makes the next key. `soon`: it begins when every server knows it, nobody notices. `at-once`: the old ones are worth nothing from now
   * on, as after a theft; devices get a new access token for their refresh token, so nobody is signed out.
   */
  rotate(how: 'soon' | 'at-once'): Promise<void>
  /** Makes the next key when the newest has signed for a month, and forgets those whose tokens are gone. */
  tend(): Promise<void>
}

export interface SigningKeysOptions {
  readonly control: Control
  readonly clock: Clock
  readonly random: Random
  readonly box: SecretBox
}

export function createSigningKeys({ control, clock, random, box }: SigningKeysOptions): SigningKeys {
  let ring: readonly Key[] = []
  let loadedAt = Number.NEGATIVE_INFINITY
  let loading: Promise<void> | null = null

  function load(): Promise<void> {
    loading ??= read().finally(() => {
      loading = null
    })
    return loading
  }

  async function read(): Promise<void> {
    const at = clock.now()
    const rows = await control
      .selectFrom('signing_key')
      .selectAll()
      .orderBy('signs_from', 'desc')
      .orderBy('kid')
      .execute()
    ring = await Promise.all(
      rows.map(async row => ({
        kid: row.kid,
        publicKey: await keyOf(row.public_key as JWK),
        privateKey: await keyOf(JSON.parse(box.open(row.private_key, about.signingKey(row.kid))) as JWK),
        signsFrom: row.signs_from.getTime(),
        verifiesUntil: row.verifies_until?.getTime() ?? null,
      })),
    )
    loadedAt = at
  }

  const isOlderThan = (ms: number) => Math.abs(clock.now() - loadedAt) > ms

  async function make(how: 'first' | 'soon' | 'at-once'): Promise<void> {
    const { publicKey, privateKey } = await generateKeyPair(ALGORITHM, { crv: 'Ed25519', extractable: true })
    const kid = Buffer.from(random.bytes(12)).toString('base64url')
    const now = clock.now()
    const signsFrom = how === 'soon' ? now + LEAD_MS : now
    const lastUse = signsFrom + ACCESS_MS + CLOCK_TOLERANCE_MS
    await control.transaction().execute(async trx => {
      // Two servers that start, or whose month is over, at the same time make one key.
      await sql`select pg_advisory_xact_lock(20, 1)`.execute(trx)
      const newest = await trx
        .selectFrom('signing_key')
        .select('signs_from')
        .orderBy('signs_from', 'desc')
        .executeTakeFirst()
      if (how === 'first' && newest !== undefined) return
      if (how === 'soon') {
        if (newest !== undefined && newest.signs_from.getTime() > now) return
        await trx
          .updateTable('signing_key')
          .set({ verifies_until: new Date(lastUse) })
          .where('verifies_until', 'is', null)
          .execute()
      }
      if (how === 'at-once') await trx.deleteFrom('signing_key').execute()
      await trx
        .insertInto('signing_key')
        .values({
          kid,
          public_key: JSON.stringify(await exportJWK(publicKey)),
          private_key: box.seal(JSON.stringify(await exportJWK(privateKey)), about.signingKey(kid)),
          signs_from: new Date(signsFrom),
          verifies_until: null,
        })
        .execute()
    })
    // A reading that had begun before may not have seen it.
    await loading
    await load()
  }

  /** The very first: made by whoever comes first. */
  async function makeFirst(): Promise<void> {
    await load()
    if (ring.length === 0) await make('first')
  }

  return {
    async signing() {
      if (isOlderThan(RING_AGE_MS)) await load()
      if (ring.length === 0) await makeFirst()
      const key = ring.find(one => one.signsFrom <= clock.now()) ?? ring.at(-1)!
      return { kid: key.kid, key: key.privateKey }
    },
    async verifying(kid) {
      if (isOlderThan(RING_AGE_MS)) await load()
      let key = ring.find(one => one.kid === kid)
      if (key === undefined && isOlderThan(RELOAD_MS)) {
        await load()
        key = ring.find(one => one.kid === kid)
      }
      if (key === undefined || (key.verifiesUntil !== null && key.verifiesUntil < clock.now())) return null
      return key.publicKey
    },
    rotate: make,
    async tend() {
      await load()
      const newest = ring[0]
      if (newest !== undefined && clock.now() - newest.signsFrom > SIGNS_MS) await make('soon')
      await control.deleteFrom('signing_key').where('verifies_until', '<', new Date(clock.now())).execute()
    },
  }
}

async function keyOf(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, ALGORITHM)
  if (key instanceof Uint8Array) throw new Error('a signing key is no key pair')
  return key
}
