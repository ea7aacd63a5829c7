import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { AsciiWriter, shortNumber } from './ascii-writer.ts'

function told(value: number, decimals: number, least?: number): string {
  const out = new AsciiWriter()
  out.number(value, decimals, least)
  return new TextDecoder().decode(out.finish())
}

const aNumber = fc.oneof(
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map(n => n / 1e6),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 }),
)

test('a number is written to so many decimals: no zeros at its end, no exponent, no minus before zero', () => {
  fc.assert(
    fc.property(aNumber, fc.integer({ min: 0, max: 12 }), (value, decimals) => {
      const text = told(value, decimals)
      expect(shortNumber(value, decimals)).toBe(text)
      expect(text).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/)
      expect(text).not.toBe('-0')
      expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(
        0.5 * 10 ** -decimals * (1 + 1e-9) + 1e-15 * Math.abs(value),
      )
    }),
  )
})

test('it is the number the platform rounds to, but for what lies halfway', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), value => {
      const platform = String(Number((value / 1e4).toFixed(6)))
      expect([told(value / 1e4, 6), shortNumber(value / 1e4, 6)]).toEqual([platform, platform])
    }),
  )
})

test.each([
  [0, '0.0'],
  [-1e-9, '0.0'],
  [12, '12.0'],
  [-3.25, '-3.25'],
  [1e17, '100000000000000000.0'],
  [-0.000_000_4, '0.0'],
  [0.1, '0.1'],
])('%d with one decimal at least is %s', (value, text) => {
  expect(told(value, 6, 1)).toBe(text)
})

test('numbers beyond all patterns keep their zeros', () => {
  expect([shortNumber(1e17, 0), shortNumber(1e17, 3), shortNumber(-2e18, 2)]).toEqual([
    '100000000000000000',
    '100000000000000000',
    '-2000000000000000000',
  ])
})
