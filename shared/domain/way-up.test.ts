import { expect, test } from 'vitest'
import { type Lying, wayUp } from './way-up.ts'

const row: Lying = {
  kind: 'edge-to-edge',
  name: 'Swirls',
  bounds: { minX: 0, minY: 0, maxX: 300, maxY: 100 },
  start: { x: 0, y: 50 },
  end: { x: 300, y: 50 },
  jumps: 0,
  closed: false,
}
const standing: Lying = {
  ...row,
  bounds: { minX: 0, minY: 0, maxX: 100, maxY: 300 },
  start: { x: 50, y: 0 },
  end: { x: 50, y: 300 },
}

test('a row from left to right lies as it should', () => {
  expect(wayUp(row)).toBeNull()
  expect(wayUp({ ...row, end: { x: 300, y: 60 } })).toBeNull()
})

test('a row that runs up lies on its side; a quarter turn clockwise lets it run to the right', () => {
  expect(wayUp(standing)).toEqual({ why: 'on-its-side', turnDegrees: -90 })
})

test('a row that runs down is turned the other way', () => {
  const down = { ...standing, start: standing.end, end: standing.start }
  expect(wayUp(down)).toEqual({ why: 'on-its-side', turnDegrees: 90 })
})

test('a row that runs from right to left is upside down', () => {
  expect(wayUp({ ...row, start: row.end, end: row.start })).toEqual({ why: 'backwards', turnDegrees: 180 })
})

test('turned as it says, every one of them runs from left to right', () => {
  for (const lying of [
    standing,
    { ...standing, start: standing.end, end: standing.start },
    { ...row, start: row.end, end: row.start },
  ]) {
    const turn = (wayUp(lying)!.turnDegrees * Math.PI) / 180
    const [x, y] = [lying.end.x - lying.start.x, lying.end.y - lying.start.y]
    expect(x * Math.cos(turn) - y * Math.sin(turn)).toBeGreaterThan(0)
  }
})

test('nothing is said of blocks, of closed lines, of lines in pieces, or of ends somewhere in the middle', () => {
  expect(wayUp({ ...standing, kind: 'block' })).toBeNull()
  expect(wayUp({ ...standing, closed: true })).toBeNull()
  expect(wayUp({ ...standing, jumps: 2 })).toBeNull()
  expect(wayUp({ ...standing, end: { x: 50, y: 150 } })).toBeNull()
  expect(wayUp({ ...standing, bounds: { minX: 0, minY: 0, maxX: 0, maxY: 300 } })).toBeNull()
})

test('a word that stands is on its side; a single letter may stand', () => {
  const words: Lying = { ...standing, kind: 'motif', name: 'Merry Christmas', jumps: 4 }
  expect(wayUp(words)).toEqual({ why: 'words-on-side', turnDegrees: -90 })
  expect(wayUp({ ...words, name: 'Letter' })).toBeNull()
  expect(wayUp({ ...words, bounds: row.bounds })).toBeNull()
})
