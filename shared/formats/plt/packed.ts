/** What the packed polyline `PE` draws; the numbers in the units in force. */
export interface PackedSink {
  selectPen(pen: number): void
  /** @param absolute a place; otherwise a step from where the pen is */
  move(x: number, y: number, absolute: boolean, down: boolean): void
  /** True when there is no use in going on. */
  readonly isStopped: boolean
}

/** Where the packing ends, and what is wrong with it, in a few words, or null. */
export interface Unpacked {
  readonly end: number
  readonly wrong: string | null
}

const SEMICOLON = 59
const SEVEN_BIT = 55
const SELECT_PEN = 58
const PEN_UP = 60
const ABSOLUTE = 61
const FRACTION = 62

/** The least value of a digit; a last digit lies higher. */
const DIGIT = 63
const LAST_OF_64 = 191
const LAST_OF_32 = 95
/** The reference allows coordinates of 30 bits and 26 more of fraction, and a double holds 53: more digits are no number. */
const MOST = 2 ** 53
const MOST_FRACTION_BITS = 26

/**
 * Unpacks `PE` of HP-GL/2 from behind its two letters to its semicolon. Numbers are told in digits of base 64, or 32 behind the flag
 * `7`, the lowest first and the last one marked; the lowest bit is the sign. Flags say what comes next: a pen (`:`), a move with
 * the pen up (`<`), an absolute place (`=`), how many bits are fractions (`>`). All other bytes mean nothing.
 */
export function unpack(bytes: Uint8Array, start: number, sink: PackedSink): Unpacked {
  let at = start
  let sevenBit = false
  let scale = 1
  let expects: 'place' | 'pen' | 'fraction' = 'place'
  let up = false
  let absolute = false
  let x = Number.NaN
  let value = 0
  let weight = 1
  for (; at < bytes.length; at++) {
    const byte = bytes[at]!
    const low = byte & 0x7f
    if (low === SEMICOLON) break
    const digit = sevenBit ? low : byte
    const last = sevenBit ? LAST_OF_32 : LAST_OF_64
    const base = sevenBit ? 32 : 64
    if (digit < DIGIT || (digit >= DIGIT + base && digit < last) || digit >= last + base) {
      if (low === SEVEN_BIT) sevenBit = true
      else if (low === SELECT_PEN) expects = 'pen'
      else if (low === FRACTION) expects = 'fraction'
      else if (low === PEN_UP) up = true
      else if (low === ABSOLUTE) absolute = true
      continue
    }
    value += (digit - (digit >= last ? last : DIGIT)) * weight
    weight *= base
    if (value > MOST || weight > MOST * base) return { end: at, wrong: 'a packed number is too large' }
    if (digit < last) continue
    const number = (value % 2 === 1 ? -1 : 1) * Math.floor(value / 2)
    value = 0
    weight = 1
    if (expects === 'pen') {
      sink.selectPen(number)
      expects = 'place'
    } else if (expects === 'fraction') {
      if (Math.abs(number) > MOST_FRACTION_BITS) return { end: at, wrong: 'a packed number has too many fractions' }
      scale = 2 ** -number
      expects = 'place'
    } else if (Number.isNaN(x)) x = number * scale
    else {
      sink.move(x, number * scale, absolute, !up)
      x = Number.NaN
      up = false
      absolute = false
      if (sink.isStopped) break
    }
  }
  return { end: at, wrong: Number.isNaN(x) && weight === 1 ? null : 'packed numbers do not come in pairs' }
}
