import { type ByteScanner, isNameByte, lower } from '#shared/text/byte-scanner.ts'

const AT_SIGN = 64
const OPEN_BRACKET = 91
const CLOSE_BRACKET = 93
const OPEN_PAREN = 40
const CLOSE_PAREN = 41
const STAR = 42
const SMALL_S = 115
const RND = [114, 110, 100]

/**
 * A number with blanks around it, plain or wrapped with a scale variable: `@RND[12*SX]`, `(12*SX)`. The wrapper says how the
 * machine scales a pattern while it stitches and means nothing for the pattern itself. NaN when there is no number.
 */
export function readNumber(scan: ByteScanner): number {
  scan.skipBlanks()
  const first = scan.peek()
  const value = first === AT_SIGN || first === OPEN_PAREN ? wrappedNumber(scan) : scan.number()
  scan.skipBlanks()
  return value
}

function wrappedNumber(scan: ByteScanner): number {
  const square = scan.take(AT_SIGN)
  if (square) {
    for (const letter of RND) {
      if (lower(scan.peek()) !== letter) return Number.NaN
      scan.at++
    }
  }
  if (!scan.take(square ? OPEN_BRACKET : OPEN_PAREN)) return Number.NaN
  scan.skipBlanks()
  const value = scan.number()
  scan.skipBlanks()
  if (scan.take(STAR) && !takeScale(scan)) return Number.NaN
  return scan.take(square ? CLOSE_BRACKET : CLOSE_PAREN) ? value : Number.NaN
}

/** The scale variable: S and one more character. */
function takeScale(scan: ByteScanner): boolean {
  scan.skipBlanks()
  if (lower(scan.peek()) !== SMALL_S) return false
  scan.at++
  if (!isNameByte(scan.peek())) return false
  scan.at++
  scan.skipBlanks()
  return true
}
