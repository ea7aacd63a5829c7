import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ByteScanner } from './byte-scanner.ts'
import { encodeUtf8 } from './encode.ts'

const over = (text: string) => new ByteScanner(encodeUtf8(text))

test('a number is what the language itself reads in it, to the last bit, up to fifteen digits', () => {
  const aNumber = fc
    .tuple(fc.constantFrom('', '-', '+'), fc.nat(9_999_999), fc.option(fc.nat(99_999)), fc.nat(3))
    .map(([sign, whole, part, zeros]) => `${sign}${whole}${part === null ? '' : `.${'0'.repeat(zeros)}${part}`}`)
  fc.assert(
    fc.property(aNumber, text => {
      expect(over(text).number() + 0).toBe(Number(text) + 0)
    }),
    { numRuns: 1000 },
  )
})

test('numbers of very many digits are right to fifteen of them', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { minLength: 16, maxLength: 60 }), fc.nat(15), (digits, point) => {
      const text = `${digits.slice(0, point).join('')}.${digits.slice(point).join('')}`
      const truth = Number(text)
      expect(Math.abs(over(text).number() - truth)).toBeLessThanOrEqual(truth * 2e-15)
    }),
  )
})

test('half a number is read as far as it goes, no number leaves the place', () => {
  expect(over('.5x').number()).toBe(0.5)
  expect(over('12.').number()).toBe(12)
  expect(over('-0.0000').number()).toBe(0)
  expect(Object.is(over('-0').number(), 0)).toBe(true)
  for (const none of ['', '-', '.', '-.', 'x', ' 1', 'NaN', 'Infinity', '--1']) {
    const scan = over(none)
    expect(scan.number()).toBeNaN()
    expect(scan.at).toBe(0)
  }
})

test('LF, CRLF and CR each end one line', () => {
  const scan = over('a\nb\r\nc\rd')
  const lines: number[] = []
  while (!scan.done) {
    lines.push(scan.line)
    scan.skipTo(0)
    scan.takeLineEnd()
  }
  expect(lines).toEqual([1, 2, 3, 4])
})

test('a byte-order mark is stepped over', () => {
  expect(over('\ufeffVP').takeWord('VP')).toBe(true)
})

test('words are taken whole and in either case', () => {
  expect(over('vp 1').takeWord('VP')).toBe(true)
  expect(over('VPX').takeWord('VP')).toBe(false)
  expect(over('VP1').takeWord('VP')).toBe(true)
  expect(over('6p').takeWord('VP')).toBe(false)
})
