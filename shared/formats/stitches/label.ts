import { toAscii } from '#shared/text/encode.ts'

/** What programs write where a design has no name. */
const NAMELESS = 'Untitled'

/** The name as a header of so many plain letters holds it. */
export function labelOf(name: string | undefined, letters: number): string {
  const label = toAscii(name ?? '')
    .slice(0, letters)
    .trimEnd()
  return label === '' ? NAMELESS.slice(0, letters) : label
}

/** The name a header tells; undefined when it tells none. */
export function nameIn(bytes: Uint8Array): string | undefined {
  let label = ''
  for (const byte of bytes) {
    if (byte === 0 || byte === 0x0d) break
    label += byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '?'
  }
  const name = label.trim()
  return name === '' || name === NAMELESS ? undefined : name
}
