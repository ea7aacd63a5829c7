import type { ByteScanner } from '#shared/text/byte-scanner.ts'

/** What an escape sequence switches a printer to: plotting, printing, nothing of either, or a picture of dots it skipped. */
export type Switched = 'plotter' | 'printer' | 'nothing' | 'picture'

const COLON = 58
const SEMICOLON = 59
const PERCENT = 37
const STOP = 46
const CAPITAL_A = 65
const CAPITAL_B = 66
const CAPITAL_W = 87

/**
 * Steps over the escape sequence here: the byte 27 and what belongs to it. Three families are known (HP-GL and PCL references):
 * `ESC . c` with numbers up to a colon, for the cable; `ESC % n letter`, which switches languages; and the parameterised ones,
 * which end with a capital letter, `W` with that many bytes of a picture behind it.
 */
export function stepOverEscape(scan: ByteScanner): Switched {
  scan.at++
  const family = scan.peek()
  if (family === STOP) {
    scan.at += 2
    while (isDigitOrSign(scan.peek()) || scan.peek() === SEMICOLON) scan.at++
    scan.take(COLON)
    return 'nothing'
  }
  if (family < 33 || family > 47) {
    // Two characters, as in ESC E.
    if (family > 47 && family < 127) scan.at++
    return 'nothing'
  }
  scan.at++
  if (family === PERCENT) {
    while (isDigitOrSign(scan.peek())) scan.at++
    const letter = scan.peek()
    if (isLetter(letter)) scan.at++
    return letter === CAPITAL_B ? 'plotter' : letter === CAPITAL_A ? 'printer' : 'nothing'
  }
  return parameterised(scan)
}

function parameterised(scan: ByteScanner): Switched {
  let number = 0
  while (!scan.done) {
    const byte = scan.peek()
    if (isDigitOrSign(byte)) {
      const value = scan.number()
      if (Number.isNaN(value)) scan.at++
      else number = value
    } else if (isLetter(byte)) {
      scan.at++
      if (byte === CAPITAL_W) {
        scan.at = Math.min(scan.end, scan.at + Math.max(0, Math.floor(number)))
        return 'picture'
      }
      if (byte < 97) return 'nothing'
    } else return 'nothing'
  }
  return 'nothing'
}

/** Digits, signs and the point of a number. */
function isDigitOrSign(byte: number): boolean {
  return (byte >= 48 && byte <= 57) || byte === 43 || byte === 45 || byte === 46
}

function isLetter(byte: number): boolean {
  return (byte >= 64 && byte <= 94) || (byte >= 96 && byte <= 126)
}
