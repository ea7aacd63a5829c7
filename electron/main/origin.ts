/** The window's own scheme and origin; nothing else is ever loaded. */
export const SCHEME = 'bobbin'
export const ORIGIN = 'bobbin://app'
export const PAGE = `${ORIGIN}/index.html`

/** Whether an address belongs to the window. Compared piece by piece: `bobbin://app.evil` begins alike. */
export function isOwnAddress(address: string): boolean {
  return address === ORIGIN || address.startsWith(`${ORIGIN}/`)
}
