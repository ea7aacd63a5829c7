import { type Clock, type Random, uuidV7 } from '#shared/domain/ids.ts'
import type { Control } from '#server/db/control.ts'
import { MAILED_LETTERS, makeCode, readCode, showCode } from './code-words.ts'
import type { Seals } from './seals.ts'

/** Mail is slow at times and people read it slowly: longer than the ten minutes the letter promises. */
export const CODE_MS = 15 * 60_000
/** More than one address may try in a row (limits), so that a stranger cannot use up her code. */
const MOST_WRONG = 20

export interface CodeFor {
  /** Folded. */
  readonly email: string
  readonly purpose: 'sign-in' | 'change-email'
  /** Whose e-mail changes. */
  readonly accountId?: string
}

export interface Codes {
  /** A new code, as it is shown. Codes sent before stay good for their time: mails overtake one another. */
  make(about: CodeFor, how?: { readonly lastsMs?: number; readonly isInvitation?: boolean }): Promise<string>
  /** Uses a code up; null when it does not fit. */
  use(about: CodeFor, typed: string): Promise<UsedCode | null>
  sweep(): Promise<void>
}

export interface UsedCode {
  readonly isInvitation: boolean
  /** What it was used for failed by no fault of hers: it can be used once more. */
  putBack(): Promise<void>
}

export interface CodesOptions {
  readonly control: Control
  readonly clock: Clock
  readonly random: Random
  readonly seals: Seals
}

export function createCodes({ control, clock, random, seals }: CodesOptions): Codes {
  const hashesOf = ({ email, purpose, accountId = '' }: CodeFor, code: string) =>
    seals.every('mailed code', purpose, email, accountId, code)

  return {
    async make(about, { lastsMs = CODE_MS, isInvitation = false } = {}) {
      const code = makeCode(random, MAILED_LETTERS)
      await control
        .insertInto('sign_in_code')
        .values({
          id: uuidV7(clock, random),
          email: about.email,
          purpose: about.purpose,
          account_id: about.accountId ?? null,
          hash: hashesOf(about, code)[0]!,
          is_invitation: isInvitation,
          expires_at: new Date(clock.now() + lastsMs),
        })
        .execute()
      return showCode(code)
    },
    async use(about, typed) {
      const code = readCode(typed, MAILED_LETTERS)
      const now = new Date(clock.now())
      // One statement: of two that come at once with the same code, one gets it.
      const used = await control
        .deleteFrom('sign_in_code')
        .where('hash', 'in', hashesOf(about, code ?? ''))
        .where('wrong_guesses', '<', MOST_WRONG)
        .where('expires_at', '>', now)
        .returningAll()
        .executeTakeFirst()
      if (used !== undefined) {
        return {
          isInvitation: used.is_invitation,
          async putBack() {
            await control.insertInto('sign_in_code').values(used).execute()
          },
        }
      }
      await control
        .updateTable('sign_in_code')
        .set(row => ({ wrong_guesses: row('wrong_guesses', '+', 1) }))
        .where('email', '=', about.email)
        .where('purpose', '=', about.purpose)
        .execute()
      return null
    },
    async sweep() {
      await control.deleteFrom('sign_in_code').where('expires_at', '<', new Date(clock.now())).execute()
    },
  }
}
