import type { NewDevice, Refreshed, SignedIn } from '#shared/sync/auth.ts'
import type { Control } from '#server/db/control.ts'
import { Refusal } from '#server/refusal.ts'
import type { AccessTokens } from './access-tokens.ts'
import type { Account, Accounts } from './accounts.ts'
import { LIMITS, signUpsFromAddress, signUpsInAll } from './auth-limits.ts'
import type { Codes } from './codes.ts'
import type { Devices, SignedInBy } from './devices.ts'
import { countedEmail, foldEmail, isListed } from './email.ts'
import type { ClaimedPerson } from './google.ts'
import { codeLetter, newComputerLetter, noAccountLetter } from './letters.ts'
import type { Limits } from './limits.ts'
import type { Mailer } from './mail.ts'
import type { Pairing } from './pairing.ts'
import type { RefreshTokens } from './refresh-tokens.ts'
import { notSignedIn, wrongCode, wrongEmail } from './refusals.ts'

export interface SignIn {
  /** Sends a code. What is answered, and how long it takes, is the same whether there is an account or not. */
  sendCode(email: string, address: string): Promise<void>
  byCode(asked: { email: string; code: string; device: NewDevice }, address: string): Promise<SignedIn>
  byPairing(asked: { code: string; device: NewDevice }, address: string): Promise<SignedIn>
  byGoogle(person: ClaimedPerson, device: NewDevice, address: string): Promise<SignedIn>
  refresh(refreshToken: string, stampId: string | null): Promise<Refreshed>
  /** The device is signed out; a token that is good for nothing is no failure. */
  signOut(refreshToken: string): Promise<void>
}

export interface SignInOptions {
  readonly control: Control
  readonly accounts: Accounts
  readonly codes: Codes
  readonly devices: Devices
  readonly limits: Limits
  readonly mail: Mailer
  readonly pairing: Pairing
  readonly access: AccessTokens
  readonly refreshTokens: RefreshTokens
  readonly rules: SignUpRules
  /** A mail that was not asked for could not be sent. */
  readonly onTrouble: (error: unknown, doing: string) => void
}

export interface SignUpRules {
  readonly isOpen: boolean
  /** Mailboxes and `@domains` that may sign up although it is closed. */
  readonly invited: readonly string[]
  readonly mostFromAddress: number
  readonly mostInAll: number
  /** How to reach whoever runs this cloud, for letters. */
  readonly contact: string
}

export function createSignIn(options: SignInOptions): SignIn {
  const { accounts, codes, control, devices, limits, mail, pairing, access, refreshTokens, rules } = options

  const maySignUp = (email: string) => rules.isOpen || isListed(email, rules.invited)

  async function signUp(email: string, address: string): Promise<Account> {
    await limits.take(signUpsFromAddress(rules.mostFromAddress), address)
    await limits.take(signUpsInAll(rules.mostInAll), '')
    return accounts.open(email)
  }

  async function enter(account: Account, device: NewDevice, by: SignedInBy, isNew: boolean): Promise<SignedIn> {
    const { deviceId, refreshToken } = await control.transaction().execute(async trx => {
      const added = await devices.add(trx, { tenantId: account.tenantId, accountId: account.id }, device, by)
      return { deviceId: added, refreshToken: await refreshTokens.first(trx, added) }
    })
    const { id: accountId, tenantId, role, email, slug } = account
    const { text, expiresAt } = await access.issue({ tenantId, accountId, deviceId, role })
    return {
      accessToken: text,
      expiresAt,
      refreshToken,
      deviceId,
      account: { id: accountId, email, tenantId, slug },
      isNew,
    }
  }

  /** A code she typed proves that it was her; any other way in is told to her mailbox. It waits for nothing. */
  function tellOwner(account: Account, device: NewDevice): void {
    mail
      .send({ to: account.email, ...newComputerLetter(device.name, rules.contact) })
      .catch((error: unknown) => options.onTrouble(error, 'telling of a new computer'))
  }

  return {
    async sendCode(typed, address) {
      const email = foldEmail(typed)
      if (email === null) throw wrongEmail()
      await limits.take(LIMITS.sendFromAddress, address)
      await limits.take(LIMITS.sendToEmail, countedEmail(email))
      await limits.take(LIMITS.sendInAll, '')
      const account = await accounts.byEmail(email)
      // Made either way: the same work for everybody.
      const code = await codes.make({ email, purpose: 'sign-in' })
      await mail.send({ to: email, ...(account !== null || maySignUp(email) ? codeLetter(code) : noAccountLetter()) })
    },

    async byCode({ email: typed, code, device }, address) {
      const email = foldEmail(typed)
      if (email === null) throw wrongEmail()
      await limits.take(LIMITS.guessFromAddress, address)
      await limits.take(LIMITS.guessAtEmail, email)
      const used = await codes.use({ email, purpose: 'sign-in' }, code)
      if (used === null) throw wrongCode()
      await limits.giveBack(LIMITS.guessFromAddress, address)
      await limits.giveBack(LIMITS.guessAtEmail, email)
      try {
        const known = await accounts.byEmail(email)
        if (known === null && !used.isInvitation && !maySignUp(email)) throw wrongCode()
        return await enter(known ?? (await signUp(email, address)), device, 'code', known === null)
      } catch (error) {
        await used.putBack()
        throw error
      }
    },

    async byPairing({ code, device }, address) {
      await limits.take(LIMITS.guessFromAddress, address)
      await limits.take(LIMITS.pairInAll, '')
      const accountId = await pairing.use(code)
      const account = accountId === null ? null : await accounts.byId(accountId)
      if (account === null) throw wrongCode()
      await limits.giveBack(LIMITS.guessFromAddress, address)
      await limits.giveBack(LIMITS.pairInAll, '')
      const entered = await enter(account, device, 'pairing', false)
      tellOwner(account, device)
      return entered
    },

    async byGoogle(person, device, address) {
      const linked = await accounts.byIdentity(person)
      if (linked !== null) return enterByGoogle(linked, false)
      const known = await accounts.byEmail(person.email)
      if (known === null && !maySignUp(person.email)) throw notInvited()
      const account = known ?? (await signUp(person.email, address))
      // The account has another person of this provider already: a mailbox that changed hands there. A code tells whose it is.
      if (!(await accounts.link(account, person))) throw needsCode()
      return enterByGoogle(account, known === null)

      async function enterByGoogle(entered: Account, isNew: boolean): Promise<SignedIn> {
        const answer = await enter(entered, device, 'google', isNew)
        if (!isNew) tellOwner(entered, device)
        return answer
      }
    },

    async refresh(token, stampId) {
      const next = await refreshTokens.next(token)
      const who = next === null ? null : await devices.who(next.deviceId)
      if (next === null || who === null) throw notSignedIn()
      await devices.noteStamp(who, stampId)
      const { text, expiresAt } = await access.issue(who)
      return { accessToken: text, expiresAt, refreshToken: next.token }
    },

    async signOut(token) {
      const deviceId = await refreshTokens.deviceOf(token)
      const who = deviceId === null ? null : await devices.who(deviceId)
      if (who !== null) await devices.revoke(who, who.deviceId, 'signed-out')
    },
  }
}

const notInvited = (): Refusal =>
  new Refusal('not-invited', 'There is no account with this e-mail, and new accounts are by invitation here.', 403)

export const needsCode = (): Refusal =>
  new Refusal('needs-code', 'Please sign in with a code sent to your mailbox.', 403)
