import { domainToASCII } from 'node:url'

/** Letters that mail servers take everywhere; letters beyond ASCII before the @ fold differently in different places. */
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?=[a-z0-9-]*[a-z])[a-z0-9-]{2,63}$/

/**
 * An e-mail folded so that equal text means the same mailbox: small letters, the domain as it stands in DNS. Null when it is none.
 * Only ASCII may stand before the @: two different letters never fold into one mailbox.
 */
export function foldEmail(typed: string): string | null {
  const text = typed.trim()
  const at = text.lastIndexOf('@')
  // Before folding: some letters beyond ASCII have a small form within it.
  if (at < 1 || at > 64 || !/^[\x21-\x7e]+$/.test(text.slice(0, at))) return null
  const local = text.slice(0, at).toLowerCase()
  const domain = domainToASCII(text.slice(at + 1))
  return LOCAL.test(local) && DOMAIN.test(domain) && domain.length <= 190 ? `${local}@${domain}` : null
}

export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1)

/** One person's mailbox however it is written: `rose+2@` is counted with `rose@`. For counting only, never for who somebody is. */
export function countedEmail(email: string): string {
  const local = email.slice(0, email.lastIndexOf('@'))
  return `${local.split('+')[0]}@${domainOf(email)}`
}

/** Whether `email` is in a list of mailboxes (`rose@example.org`) and whole domains (`@example.org`). */
export function isListed(email: string, list: readonly string[]): boolean {
  return list.some(entry => (entry.startsWith('@') ? `@${domainOf(email)}` === entry : email === entry))
}
