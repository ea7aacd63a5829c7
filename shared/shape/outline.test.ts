import { expect, test } from 'vitest'
import { starterPatterns } from '#shared/starter/index.ts'
import { decodeOutline, encodeOutline, outlineOf } from './outline.ts'
import { polylines } from './testing/copies.ts'

test('an outline survives being kept', () => {
  const outline = outlineOf(starterPatterns[0]!.draw())!
  expect(decodeOutline(encodeOutline(outline))).toEqual(outline)
})

test('an outline takes a few thousand bytes, whatever the design', () => {
  for (const pattern of starterPatterns.filter((_, index) => index % 10 === 0))
    expect(encodeOutline(outlineOf(pattern.draw())!).length).toBeLessThan(4_500)
})

test('a straight line and nothing at all have no outline', () => {
  expect(outlineOf(polylines([[0, 0, 10, 0, 20, 0]]))).toBeNull()
  expect(outlineOf(polylines([]))).toBeNull()
})

test('damaged bytes are no outline', () => {
  const bytes = encodeOutline(outlineOf(starterPatterns[0]!.draw())!)
  expect(decodeOutline(bytes.slice(0, bytes.length - 3))).toBeNull()
  expect(decodeOutline(new Uint8Array(4))).toBeNull()
  expect(decodeOutline(Uint8Array.of(9, ...bytes.slice(1)))).toBeNull()
})
