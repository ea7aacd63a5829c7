const LOOKED_AT = 4096
const CONTROL_SHARE = 0.02

/**
 * Whether the first 4 kB can be a text file of one byte per character: no NUL, and at most 2 % control characters other than tab
 * and line ends. Patterns locked to a machine fail here.
 */
export function looksLikeText(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, LOOKED_AT)
  let controls = 0
  for (let at = 0; at < end; at++) {
    const byte = bytes[at]!
    if (byte === 0) return false
    if (byte < 32 ? byte !== 9 && byte !== 10 && byte !== 13 : byte === 127) controls++
  }
  return controls <= end * CONTROL_SHARE
}
