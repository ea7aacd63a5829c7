/** Words of the library that can be near a typed one, found by their letters before anybody compares them letter by letter. */

/** One bit for each letter a to z, four more for all other signs; never 0. */
export function lettersOf(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at)
    bits |= code >= 97 && code <= 122 ? 1 << (code - 97) : 1 << (26 + (code & 3))
  }
  return bits === 0 ? 1 << 30 : bits
}

/** How many slips lie between two words, at least: a letter exchanged changes two bits, one left out or added changes one. */
export function lettersApart(a: number, b: number): number {
  const lost = ones(a & ~b)
  const added = ones(b & ~a)
  return lost > added ? lost : added
}

function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Of words equally near, the one that many patterns have was meant. */
export function withCommonness(likeness: number, patterns: number): number {
  return Math.min(1, likeness + 0.006 * Math.log2(1 + patterns))
}
