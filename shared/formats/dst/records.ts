/**
 * DST records: three bytes, a move of at most 121 units per axis in balanced ternary (weights 81, 27, 9, 3, 1, each with a bit for
 * plus and one for minus), Y up. Source: the format notes; inkstitch/pystitch and EmbroidePy/pyembroidery agree.
 */

/** The longest move of a record, per axis. */
export const LONGEST = 121
export const RECORD_BYTES = 3
/** The records stand behind a head of this length. */
export const HEADER_BYTES = 512

/** Set in every record. */
export const ALWAYS = 0x03
export const JUMP_BIT = 0x80
export const STOP_BYTE = 0xc3
export const END_BYTE = 0xf3

/** Byte, bit for plus, bit for minus. */
type Weight = readonly [units: number, byte: 0 | 1 | 2, plus: number, minus: number]

const X_WEIGHTS: readonly Weight[] = [
  [81, 2, 2, 3],
  [27, 1, 2, 3],
  [9, 0, 2, 3],
  [3, 1, 0, 1],
  [1, 0, 0, 1],
]
const Y_WEIGHTS: readonly Weight[] = [
  [81, 2, 5, 4],
  [27, 1, 5, 4],
  [9, 0, 5, 4],
  [3, 1, 7, 6],
  [1, 0, 7, 6],
]

/** What each value of each byte of a record adds to the move: index by 256 times the byte's place plus its value. */
export const DX = decodingOf(X_WEIGHTS)
export const DY = decodingOf(Y_WEIGHTS)
/** The three bytes of each move of one axis as one number, the last byte highest: index by the move plus LONGEST. */
export const X_BITS = encodingOf(X_WEIGHTS)
export const Y_BITS = encodingOf(Y_WEIGHTS)

function decodingOf(weights: readonly Weight[]): Int16Array {
  const table = new Int16Array(3 * 256)
  for (const [units, byte, plus, minus] of weights) {
    for (let value = 0; value < 256; value++) {
      table[256 * byte + value]! += units * (((value >> plus) & 1) - ((value >> minus) & 1))
    }
  }
  return table
}

function encodingOf(weights: readonly Weight[]): Uint32Array {
  return Uint32Array.from({ length: 2 * LONGEST + 1 }, (_, index) => {
    let left = index - LONGEST
    let bits = 0
    for (const [units, byte, plus, minus] of weights) {
      // What the smaller weights can make up between them: half of this one, rounded down.
      const rest = (units - 1) / 2
      if (left > rest) {
        bits |= 1 << (8 * byte + plus)
        left -= units
      } else if (left < -rest) {
        bits |= 1 << (8 * byte + minus)
        left += units
      }
    }
    return bits
  })
}
