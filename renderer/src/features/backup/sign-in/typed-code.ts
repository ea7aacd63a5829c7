/** Codes as hands and mail programs write them. Pure. */

/** What counts of a typed or pasted code: its letters and figures, as capitals. Spaces, dashes, quotes and points are left out. */
export function codeTyped(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()
}

/** Shorter ones are not sent: she is still typing. */
export const SHORTEST_CODE = 4

/** Whether it could be an address: something, an @, something. Whether it is one, the mail tells. */
export function looksLikeEmail(text: string): boolean {
  return /^\S+@\S+$/u.test(text.trim())
}

/** An address of the web as people type it, `backup.example.com` too; null: it cannot be one. */
export function addressTyped(text: string): string | null {
  const trimmed = text.trim()
  if (trimmed === '') return null
  const whole = /^[a-z]+:\/\//iu.test(trimmed) ? trimmed : `https://${trimmed}`
  try {
    const { protocol, host, pathname } = new URL(whole)
    if (protocol !== 'https:' && protocol !== 'http:') return null
    return `${protocol}//${host}${pathname.replace(/\/+$/u, '')}`
  } catch {
    return null
  }
}
