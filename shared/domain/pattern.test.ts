import { expect, test } from 'vitest'
import { densityOf, endsOf, sizeOf } from './pattern.ts'

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

test('lines an inch apart are open no more, and from half an inch on they are dense, whatever the size', () => {
  const inchesApart = (apart: number, width: number) => densityOf((width * 254) / apart, width * 25.4, 254)
  for (const width of [1, 10, 100]) {
    expect(inchesApart(1.01, width)).toBe('open')
    expect(inchesApart(0.99, width)).toBe('medium')
    expect(inchesApart(0.51, width)).toBe('medium')
    expect(inchesApart(0.49, width)).toBe('dense')
  }
})

test('how dense a straight line or a pattern without a stated size is cannot be told', () => {
  expect(densityOf(100, 100, 0)).toBeNull()
  expect(densityOf(100, null, null)).toBeNull()
  expect(densityOf(null, 100, 100)).toBeNull()
})

test('repeats meet where a pattern ends within a fiftieth of an inch of the height it starts at', () => {
  const stated = { widthMm: 254, isStated: true }
  expect(endsOf(0.5, false, stated)).toBe('level')
  expect(endsOf(-0.52, false, stated)).toBe('uneven')
  expect(endsOf(0, true, stated)).toBe('closed')
  expect(endsOf(null, false, stated)).toBeNull()
  expect(endsOf(0.5, false, { widthMm: 20, isStated: false })).toBe('uneven')
})
