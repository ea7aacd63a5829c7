import { expect, test } from 'vitest'
import { sizeOf } from './pattern.ts'

const inches = (width: number, height: number) => sizeOf(width * 25.4, height * 25.4)

test('a pattern is as large as its longer side', () => {
  expect(inches(6, 2)).toBe('small')
  expect(inches(2, 7)).toBe('medium')
  expect(inches(12, 12)).toBe('medium')
  expect(inches(3, 100)).toBe('large')
})

test('what reads 6 in is among those up to 6 in, whatever stands behind the tenth', () => {
  expect(inches(6.049, 1)).toBe('small')
  expect(inches(6.051, 1)).toBe('medium')
  expect(inches(12.04, 1)).toBe('medium')
})

test('half a size is none', () => {
  expect(sizeOf(100, null)).toBe('unknown')
  expect(sizeOf(null, 100)).toBe('unknown')
})
