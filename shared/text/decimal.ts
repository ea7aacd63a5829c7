/** 10^0 to 10^22, the powers of ten a double holds exactly. */
const POWERS = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`))

/** Digits beyond this no longer fit a double exactly and are left out: a share of 1e-15 of the number at most. */
export const MANTISSA_LIMIT = 900_719_925_474_099

/**
 * mantissa * 10^exponent. Exact to the last bit for up to 15 digits and small exponents, which is every number drawing programs
 * write; a last bit may differ otherwise.
 */
export function decimal(mantissa: number, exponent: number): number {
  if (exponent === 0 || mantissa === 0) return mantissa
  if (exponent < 0) {
    return exponent >= -22 ? mantissa / POWERS[-exponent]! : mantissa * 10 ** exponent
  }
  return exponent <= 22 ? mantissa * POWERS[exponent]! : mantissa * 10 ** exponent
}

/** The number that fills `bytes[start, end)` completely, or NaN: a partial or infinite number is no number. */
export function numberIn(bytes: Uint8Array, start: number, end: number): number {
  let at = start
  let negative = false
  let code = at < end ? bytes[at]! : 0
  if (code === 45 || code === 43) {
    negative = code === 45
    at++
  }
  let mantissa = 0
  let exponent = 0
  const digitsFrom = at
  while (at < end) {
    code = bytes[at]! - 48
    if (code < 0 || code > 9) break
    if (mantissa < MANTISSA_LIMIT) mantissa = mantissa * 10 + code
    else exponent++
    at++
  }
  let digits = at - digitsFrom
  if (at < end && bytes[at] === 46) {
    at++
    const fractionFrom = at
    while (at < end) {
      code = bytes[at]! - 48
      if (code < 0 || code > 9) break
      if (mantissa < MANTISSA_LIMIT) {
        mantissa = mantissa * 10 + code
        exponent--
      }
      at++
    }
    digits += at - fractionFrom
  }
  if (digits === 0) return Number.NaN
  if (at < end && (bytes[at]! | 32) === 101) {
    at++
    const sign = at < end ? bytes[at]! : 0
    if (sign === 45 || sign === 43) at++
    const powerFrom = at
    let power = 0
    while (at < end) {
      code = bytes[at]! - 48
      if (code < 0 || code > 9) break
      if (power < 10_000) power = power * 10 + code
      at++
    }
    if (at === powerFrom) return Number.NaN
    exponent += sign === 45 ? -power : power
  }
  if (at !== end) return Number.NaN
  const value = decimal(mantissa, exponent)
  if (value === Number.POSITIVE_INFINITY) return Number.NaN
  return negative ? -value : value
}
