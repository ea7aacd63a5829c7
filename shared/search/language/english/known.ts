/** Bits in one character of the table. */
const BITS = 6
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const HASHES = 5

/**
 * A set of words that takes ten bits a word and is wrong about one stranger in a hundred: a Bloom filter (Bloom, Communications of the
 * ACM 13, 1970), places by double hashing.
 */
export function readKnown(table: string): (stem: string) => boolean {
  const bits = new Uint8Array(table.length)
  const values = new Uint8Array(128)
  for (const [value, letter] of [...ALPHABET].entries()) values[letter.charCodeAt(0)] = value
  for (let at = 0; at < table.length; at++) bits[at] = values[table.charCodeAt(at)]!
  const size = table.length * BITS
  return stem =>
    size > 0 && placesOf(stem, size).every(place => bits[Math.floor(place / BITS)]! & (1 << (place % BITS)))
}

/** The table that `readKnown` reads. */
export function writeKnown(stems: readonly string[], bitsEach: number): string {
  const letters = Math.ceil((stems.length * bitsEach) / BITS)
  const bits = new Uint8Array(letters)
  for (const stem of stems)
    for (const place of placesOf(stem, letters * BITS)) bits[Math.floor(place / BITS)]! |= 1 << (place % BITS)
  return Array.from(bits, value => ALPHABET[value]).join('')
}

function placesOf(stem: string, size: number): number[] {
  const [first, second] = [hash(stem, 0x811c9dc5), hash(stem, 0x9747b28c) | 1]
  return Array.from({ length: HASHES }, (_, index) => ((first + index * second) >>> 0) % size)
}

/** FNV-1a over code units, its end stirred once more. */
function hash(text: string, seed: number): number {
  let value = seed
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d)
  return (value ^ (value >>> 12)) >>> 0
}
