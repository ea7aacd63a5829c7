/** Numbers as text: what learning leaves is kept in a source file, and read without any platform's help. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The bytes of a base64 text; padding may be absent. */
function unpacked(text: string): Uint8Array {
  const values = new Uint8Array(128)
  for (let k = 0; k < 64; k++) values[LETTERS.charCodeAt(k)] = k
  const length = text.endsWith('==') ? text.length - 2 : text.endsWith('=') ? text.length - 1 : text.length
  const bytes = new Uint8Array(Math.floor((length * 3) / 4))
  let held = 0
  let bits = 0
  let at = 0
  for (let k = 0; k < length; k++) {
    held = (held << 6) | values[text.charCodeAt(k)]!
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = (held >> bits) & 0xff
  }
  return bytes
}

export function unpackedFloats(text: string): Float32Array {
  const bytes = unpacked(text)
  const view = new DataView(bytes.buffer)
  return Float32Array.from({ length: bytes.length / 4 }, (_, k) => view.getFloat32(4 * k, true))
}

export function unpackedBytes(text: string): Int8Array {
  return new Int8Array(unpacked(text).buffer)
}
