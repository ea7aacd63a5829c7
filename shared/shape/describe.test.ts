import { expect, test } from 'vitest'
import type { Design } from '#shared/geometry/design.ts'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { designOf } from '#shared/testing/arbitraries.ts'
import { describe } from './describe.ts'
import { DIMS, PART } from './dims.ts'

const lines = (...runs: (readonly [number, number])[][]): Design =>
  designOf(
    ...runs.map(([from, ...rest]) =>
      runFrom(
        { x: from![0], y: from![1] },
        rest.map(([x, y]) => ({ kind: 'line', to: { x, y } }) as const),
      ),
    ),
  )

test.each([
  ['no runs', designOf()],
  ['a single point', lines([[3, 3]])],
  [
    'a stitch of no length',
    lines([
      [3, 3],
      [3, 3],
    ]),
  ],
  [
    'a straight line',
    lines([
      [0, 0],
      [10, 5],
      [30, 15],
    ]),
  ],
  [
    'numbers beyond measure',
    lines([
      [-1e308, 0],
      [1e308, 1],
      [0, 1e308],
    ]),
  ],
])('there is nothing to describe in %s', (_name, design) => {
  expect(describe(design)).toBeNull()
})

test('each part is a unit vector times 127', () => {
  const { vector } = describe(
    lines([
      [0, 0],
      [10, 0],
      [10, 10],
      [3, 12],
      [0, 0],
    ]),
  )!
  expect(vector).toHaveLength(DIMS)
  for (let part = 0; part < 3; part++) {
    const size = Math.hypot(...vector.slice(part * PART, (part + 1) * PART))
    expect(size).toBeGreaterThan(125)
    expect(size).toBeLessThan(129)
  }
})

test.each([
  [
    'the smallest drawing',
    lines([
      [0, 0],
      [1e-9, 0],
      [1e-9, 1e-9],
    ]),
  ],
  [
    'two specks apart',
    lines(
      [
        [0, 0],
        [0.01, 0],
        [0, 0.01],
      ],
      [
        [5, 5],
        [5, 5.01],
        [5.01, 5],
      ],
    ),
  ],
  [
    'a hairpin sewn back on itself',
    lines([
      [0, 0],
      [10, 0],
      [0, 0],
      [10, 0],
      [0, 0.1],
    ]),
  ],
  [
    'one bend',
    lines([
      [0, 0],
      [10, 0],
      [10, 10],
    ]),
  ],
  [
    'dots only',
    lines(
      ...Array.from({ length: 50 }, (_, k): [number, number][] => [
        [k % 7, k],
        [(k % 7) + 1e-6, k],
      ]),
    ),
  ],
])('%s is described in finite numbers', (_name, design) => {
  const description = describe(design)
  expect(description).not.toBeNull()
  expect(Number.isFinite(description!.lengthOverGyration) && Number.isFinite(description!.localScaleMm)).toBe(true)
  expect(description!.vector.some(value => value !== 0)).toBe(true)
})

/** As much work as the samples, not the points: the counts say it where a clock would flicker. */
test('a million points and a million runs are described like any other', () => {
  const long: [number, number][] = Array.from({ length: 1_000_000 }, (_, k) => [
    k / 1000 + 30 * Math.cos(k / 3000),
    30 * Math.sin(k / 3000),
  ])
  expect(describe(lines(long))).not.toBeNull()
  const speck = (k: number) =>
    runFrom({ x: k % 450, y: k / 450 }, [{ kind: 'line', to: { x: (k % 450) + 0.3, y: k / 450 + 0.2 } }])
  const runs = Array.from({ length: 200_000 }, (_, k) => speck(k))
  expect(describe({ runs, metadata: { notes: [], size: 'stated' } })).not.toBeNull()
})
