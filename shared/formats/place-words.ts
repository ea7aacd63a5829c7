import type { ByteScanner } from '#shared/text/byte-scanner.ts'
import { MOST_UNITS } from './unknown-size.ts'

export interface Place {
  readonly x: number
  readonly y: number
}

export interface NoPlace {
  readonly code: 'unknown-command' | 'bad-number' | 'number-out-of-range'
  /** The middle of a sentence. */
  readonly what: string
}

/**
 * Reads a place as CQP and TAP files have it: `X1 Y2`, `X1Y2`, and `X1,2 Y`, the odd one of the only producer we know, whose Y stands
 * behind both numbers.
 */
export function takePlace(scan: ByteScanner): Place | NoPlace {
  if (!scan.takeLetters('X')) return { code: 'unknown-command', what: 'this is not a command of the format' }
  scan.skipBlanks()
  const x = scan.number()
  scan.skipBlanks()
  const isOdd = scan.take(44)
  if (!isOdd && !scan.takeLetters('Y')) return { code: 'bad-number', what: 'there are not two numbers' }
  scan.skipBlanks()
  const y = scan.number()
  if (Number.isNaN(x) || Number.isNaN(y)) return { code: 'bad-number', what: 'a number cannot be read' }
  if (Math.max(Math.abs(x), Math.abs(y)) > MOST_UNITS)
    return { code: 'number-out-of-range', what: 'a number is too large for a pattern' }
  scan.skipBlanks()
  if (isOdd) scan.takeLetters('Y')
  return { x, y }
}

export function isPlace(taken: Place | NoPlace): taken is Place {
  return 'x' in taken
}
