/** The mails Bobbin writes: plain text, a few kind sentences, no links to press. */
export interface Letter {
  readonly subject: string
  readonly text: string
}

const letter = (subject: string, ...paragraphs: string[]): Letter => ({
  subject,
  text: `${paragraphs.join('\n\n')}\n\nBobbin\n`,
})

export const codeLetter = (code: string): Letter =>
  letter(
    `${code} is your code for Bobbin`,
    'Hello,',
    'to sign in, type this code into Bobbin:',
    `    ${code}`,
    'It is good for ten minutes, and it can be used once. Capital or small letters and the dashes do not matter.',
    'If you did not ask for it, you need not do anything. Nobody can sign in without this code, so please give it to nobody, us included.',
  )

/** Where sign-up is by invitation. The answer on the screen was the same as for everybody. */
export const noAccountLetter = (): Letter =>
  letter(
    'There is no Bobbin account with this e-mail yet',
    'Hello,',
    'somebody, perhaps you, asked to sign in to Bobbin with this e-mail. There is no account with it, and new accounts are by invitation here.',
    'If you have an account, it is under another e-mail: look for older mails from Bobbin in your mailboxes. On a computer that is signed in, Bobbin shows it under Settings.',
    'If this was not you, you need not do anything.',
  )

export const changeEmailLetter = (code: string): Letter =>
  letter(
    `${code} is your code for your new e-mail in Bobbin`,
    'Hello,',
    'to use this e-mail for your Bobbin account from now on, type this code into Bobbin:',
    `    ${code}`,
    'It is good for ten minutes. If you did not ask for it, you need not do anything.',
  )

export const emailChangedLetter = (contact: string): Letter =>
  letter(
    'The e-mail of your Bobbin account was changed',
    'Hello,',
    'your Bobbin account has another e-mail now. From now on codes for signing in go there and no longer here.',
    `If it was you, all is well. If it was not, please tell us at once: ${contact}. We can set it back, and your patterns are safe meanwhile.`,
  )

export const newComputerLetter = (computer: string, contact: string): Letter =>
  letter(
    'A computer was added to your Bobbin account',
    'Hello,',
    `"${computer}" was signed in to your Bobbin account just now.`,
    `If it was you, all is well. If it was not, open Bobbin on one of your computers, go to Settings, “Backing up”, and sign it out there; then tell us: ${contact}.`,
  )
