import type { Account, Accounts } from './accounts.ts'
import { LIMITS } from './auth-limits.ts'
import type { Codes } from './codes.ts'
import { countedEmail, foldEmail } from './email.ts'
import { changeEmailLetter, emailChangedLetter } from './letters.ts'
import type { Limits } from './limits.ts'
import type { Mailer } from './mail.ts'
import { wrongCode, wrongEmail } from './refusals.ts'

/** Another mailbox for an account, asked for on a computer that is signed in: so a lost mailbox locks nobody out. */
export interface ChangeEmail {
  /** Sends a code to the new mailbox; the answer says nothing of whether somebody else has an account with it. */
  ask(account: Account, email: string, address: string): Promise<void>
  /** With the code from there. The old mailbox is told. */
  confirm(account: Account, asked: { email: string; code: string }, address: string): Promise<Account>
}

export interface ChangeEmailOptions {
  readonly accounts: Accounts
  readonly codes: Codes
  readonly limits: Limits
  readonly mail: Mailer
  readonly contact: string
  readonly onTrouble: (error: unknown, doing: string) => void
}

export function createChangeEmail({
  accounts,
  codes,
  limits,
  mail,
  contact,
  onTrouble,
}: ChangeEmailOptions): ChangeEmail {
  return {
    async ask(account, typed, address) {
      const email = foldEmail(typed)
      if (email === null) throw wrongEmail()
      await limits.take(LIMITS.changeEmail, account.id)
      await limits.take(LIMITS.sendFromAddress, address)
      await limits.take(LIMITS.sendToEmail, countedEmail(email))
      const code = await codes.make({ email, purpose: 'change-email', accountId: account.id })
      await mail.send({ to: email, ...changeEmailLetter(code) })
    },
    async confirm(account, { email: typed, code }, address) {
      const email = foldEmail(typed)
      if (email === null) throw wrongEmail()
      await limits.take(LIMITS.guessFromAddress, address)
      await limits.take(LIMITS.guessAtEmail, email)
      const used = await codes.use({ email, purpose: 'change-email', accountId: account.id }, code)
      if (used === null) throw wrongCode()
      await limits.giveBack(LIMITS.guessFromAddress, address)
      await limits.giveBack(LIMITS.guessAtEmail, email)
      // Only now, with the code from that mailbox, may be said that it has an account of its own.
      await accounts.changeEmail(account, email, account.id)
      if (email !== account.email) {
        await mail
          .send({ to: account.email, ...emailChangedLetter(contact) })
          .catch((error: unknown) => onTrouble(error, 'telling the old mailbox'))
      }
      return { ...account, email }
    },
  }
}
