import { expect, test } from 'vitest'
import type { StitchFacts } from './bundle.ts'
import { machineById } from './machines/catalogue.ts'
import { preflight } from './preflight.ts'

const statler = machineById('gammill-statler')!
const quiltPath = machineById('apqs-quilt-path')!
const INCH = 25.4

const good: StitchFacts = {
  size: 'stated',
  points: 500,
  runs: 1,
  pauses: 0,
  widthMm: 12 * INCH,
  heightMm: 8 * INCH,
  startY: 0,
  endY: 0,
}

test('a pattern of usual size says nothing', () => {
  expect(preflight(good, 'edge-to-edge', statler)).toEqual([])
})

test.each<[string, Partial<StitchFacts>, string]>([
  ['many-points', { points: 31_204 }, 'It has 31,204 points, which is a lot. Some machines get slow.'],
  [
    'very-small',
    { widthMm: 0.4 * INCH, heightMm: 0.3 * INCH },
    'It is very small, 0.4 inch by 0.3 inch. Check the size at the machine.',
  ],
  ['very-wide', { widthMm: 121 * INCH }, 'It is 121 inch wide. Check that it fits your frame.'],
  ['very-high', { heightMm: 40.5 * INCH }, 'It is 40.5 inch high. Check that it fits your frame.'],
  [
    'size-unknown',
    { size: 'unknown', widthMm: 1e6 },
    'The file does not say how big the pattern is. Set the size at the machine.',
  ],
  ['size-assumed', { size: 'assumed' }, 'The file does not name its unit. Bobbin takes it for 12 inch by 8 inch.'],
  ['ends-not-level', { endY: 0.05 * INCH }, 'It ends 0.05 inch above its start, so repeats may not meet.'],
])('%s is said in one plain sentence', (code, facts, message) => {
  expect(preflight({ ...good, ...facts }, 'edge-to-edge', statler)).toEqual([{ code, message }])
})

test('several pieces are told only where nobody knows whether the machine lifts its needle', () => {
  const pieces = { ...good, runs: 4 }
  expect(preflight(pieces, 'block', statler)).toEqual([])
  expect(preflight(pieces, 'block', quiltPath).map(warning => warning.code)).toEqual(['several-pieces'])
})

test('a block may end where it likes', () => {
  expect(preflight({ ...good, endY: 50 }, 'block', statler)).toEqual([])
})
