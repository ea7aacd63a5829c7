import { expect, test } from 'vitest'
import type { DoublePair, DoubleSide } from '#shared/contract/library/doubles.ts'
import { differences, shownScales } from './differences.ts'

const side = (name: string, more: Partial<DoubleSide> = {}): DoubleSide => ({
  id: name,
  name,
  designer: null,
  state: 'readable',
  widthMm: 254,
  heightMm: 127,
  sizeUnknown: false,
  favourite: false,
  addedAt: 1,
  tags: 0,
  collections: 0,
  plans: 0,
  hasNotes: false,
  files: [{ name: `${name}.qli`, format: 'qli', role: 'design' }],
  sketchKey: null,
  pictureKey: null,
  ...more,
})

const pair = (more: Partial<DoublePair> = {}): DoublePair => ({
  id: 'p',
  kind: 'same',
  coverage: 1,
  ends: false,
  mirrored: false,
  turnDeg: 0,
  scale: 1,
  stretch: null,
  first: side('Small'),
  second: side('Large'),
  suggestion: null,
  group: 0,
  ...more,
})

test('sizes are told in her unit, naming the larger one', () => {
  const second = side('Large', { widthMm: 304.8, heightMm: 152.4 })
  expect(differences(pair({ scale: 1.2, second }))).toEqual(['“Large” is 2 in wider', 'same format'])
})

test('formats, turns and ends are told', () => {
  const second = side('Other', { files: [{ name: 'a.dxf', format: 'dxf', role: 'design' }] })
  expect(differences(pair({ second }))).toEqual(['same size', 'other format'])
  expect(differences(pair({ kind: 'turned', turnDeg: -90 }))[0]).toBe('turned by a quarter')
  expect(differences(pair({ kind: 'turned', turnDeg: 180 }))[0]).toBe('turned upside down')
  expect(differences(pair({ kind: 'turned', turnDeg: 3.1 }))[0]).toBe('turned by 3°')
  expect(differences(pair({ ends: true }))).toContain('begins or ends differently')
  expect(differences(pair({ kind: 'exact' }))).toEqual([])
})

test('a stretched one says which way, and one that cannot be shown says so', () => {
  expect(differences(pair({ kind: 'stretched', stretch: { x: 1.05, y: 1 } }))[0]).toContain('5 % wider')
  const first = side('Locked', { state: 'locked' })
  expect(differences(pair({ kind: 'names', first }))).toEqual(['“Locked” cannot be shown'])
})

test('both are shown at one scale, and whole where a size is not known', () => {
  const large = side('Large', { widthMm: 508, heightMm: 254 })
  expect(shownScales(side('Small'), large, 4 / 3)).toEqual([0.5, 1])
  expect(shownScales(side('Small', { sizeUnknown: true }), large, 4 / 3)).toEqual([1, 1])
})
