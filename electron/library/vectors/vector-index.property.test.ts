import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canRun, KERNEL_NAMES, startKernel } from './kernel/start-kernel.ts'
import { SqliteIndex } from './sqlite-index.ts'
import { type Neighbour, type VectorIndex, weighted, type WeightedVector } from './vector-index.ts'
import { DIMS, PART } from '#shared/shape/dims.ts'
import { WasmIndex } from './wasm-index.ts'

/** The measure as a plain loop. */
function scoreOf(row: Int8Array, { vector, motif, whole, upright }: WeightedVector): number {
  let score = 0
  for (let at = 0; at < DIMS; at++)
    score += (row[at] ?? 0) * (vector[at] ?? 0) * (at < PART ? motif : at < 2 * PART ? whole : upright)
  return score
}

/** What an index is, as plainly as it can be said. */
class PlainIndex {
  readonly rows = new Map<number, Int8Array>()

  nearest(query: WeightedVector, most: number, through: (seq: number) => boolean = () => true): Neighbour[] {
    return [...this.rows]
      .filter(([seq]) => through(seq))
      .map(([seq, row]) => ({ seq, score: scoreOf(row, query) }))
      .sort((a, b) => b.score - a.score || a.seq - b.seq)
      .slice(0, most)
  }
}

const vector = fc
  .tuple(
    fc.infiniteStream(fc.integer({ min: -128, max: 127 })),
    fc.constantFrom('any', 'small', 'few', 'extreme', 'like the descriptor'),
  )
  .map(([numbers, how]) => {
    const all = Int8Array.from({ length: DIMS }, () => numbers.next().value ?? 0)
    switch (how) {
      case 'small':
        return all.map(value => value >> 3)
      // Many rows are then equal, or have equal scores.
      case 'few':
        return all.map(value => (value > 120 ? 1 : 0))
      case 'extreme':
        return all.map(value => (value > 0 ? 127 : -128))
      default:
        return all
    }
  })
const seq = fc.nat(40)
const weights = fc
  .record({ motif: fc.nat(10), whole: fc.nat(10), upright: fc.nat(10) })
  .filter(({ motif, whole, upright }) => motif + whole + upright > 0)
const step = fc.oneof(
  fc.record({ do: fc.constant('set' as const), seq, vector }),
  fc.record({ do: fc.constant('set' as const), seq, vector }),
  fc.record({ do: fc.constant('same' as const), seq, as: seq }),
  fc.record({ do: fc.constant('delete' as const), seq }),
  fc.record({
    do: fc.constant('nearest' as const),
    vector,
    weights,
    most: fc.constantFrom(0, 1, 3, 10, 100),
    every: fc.constantFrom(1, 2, 7, 50),
  }),
)
const steps = fc.array(step, { minLength: 1, maxLength: 60 })

function take(
  index: VectorIndex,
  plain: PlainIndex,
  all: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[],
) {
  for (const one of all) {
    switch (one.do) {
      case 'set':
        index.set(one.seq, one.vector)
        plain.rows.set(one.seq, one.vector)
        break
      case 'same': {
        const row = plain.rows.get(one.as)
        if (!row) break
        index.set(one.seq, row)
        plain.rows.set(one.seq, row)
        break
      }
      case 'delete':
        index.delete(one.seq)
        plain.rows.delete(one.seq)
        break
      case 'nearest': {
        const query = weighted(one.vector, one.weights)
        const through = (seq: number) => seq % one.every === 0
        expect(index.nearest(query, one.most)).toEqual(plain.nearest(query, one.most))
        expect(index.nearest(query, one.most, through)).toEqual(plain.nearest(query, one.most, through))
        const scored = index.scorer(query)
        for (let seq = 0; seq <= 40; seq++) {
          const row = plain.rows.get(seq)
          expect(scored(seq)).toBe(row ? scoreOf(row, query) : null)
        }
      }
    }
  }
  expect(index.size).toBe(plain.rows.size)
  for (let seq = 0; seq <= 40; seq++) expect(index.vectorOf(seq)).toEqual(plain.rows.get(seq) ?? null)
}

const kinds: readonly (readonly [string, () => VectorIndex])[] = [
  ...KERNEL_NAMES.filter(canRun).map(
    name => [`the scan (${name})`, () => new WasmIndex(passes => startKernel(name, passes))] as const,
  ),
  ['sqlite-vec', () => new SqliteIndex()],
]

describe.each(kinds)('%s', (_name, make) => {
  test('finds exactly what a plain loop finds, whatever was put in, changed and taken out before', () => {
    const index = make()
    fc.assert(
      fc.property(steps, all => {
        index.clear()
        take(index, new PlainIndex(), all)
      }),
      { numRuns: 60 },
    )
    index.close()
  })
})

/** Vectors as the descriptor has them, and queries past what the relaxed instruction takes. */
function someVectors(count: number, seed: number): Int8Array[] {
  let state = seed
  const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
  return Array.from({ length: count }, (_, index) =>
    Int8Array.from({ length: DIMS }, () => Math.round((next() + next() + next() - 1.5) * (index % 5 === 0 ? 84 : 30))),
  )
}

test('every kernel gives every row the score of the plain loop', () => {
  const rows = someVectors(2_000, 7)
  const queries = someVectors(12, 99).map((query, index) =>
    weighted(query, { motif: index, whole: 3, upright: 11 - index }),
  )
  for (const name of KERNEL_NAMES.filter(canRun)) {
    const kernel = startKernel(name, () => true)
    const index = new WasmIndex(() => kernel)
    rows.forEach((row, seq) => index.set(seq, row))
    for (const query of queries) {
      index.nearest(query, 1)
      const isWithin = query.vector.every(value => value >= -64 && value < 64)
      rows.forEach((row, slot) => {
        const right = scoreOf(row, query)
        if (kernel.scoreOf(slot) !== right) expect.unreachable(`${name}: row ${slot}`)
        if (isWithin && kernel.shiftedScoreOf(slot) !== right) expect.unreachable(`${name}, shifted: row ${slot}`)
      })
    }
  }
  expect(KERNEL_NAMES.filter(canRun)).toContain('scalar')
})

test('both kinds of index give one answer over a whole library, with and without a filter', () => {
  const scan = new WasmIndex()
  const sqlite = new SqliteIndex()
  someVectors(3_000, 3).forEach((row, at) => {
    scan.set(at + 1, row)
    sqlite.set(at + 1, row)
  })
  const through = (seq: number) => seq % 3 === 1
  for (const vector of someVectors(6, 41)) {
    const query = weighted(vector, { motif: 0.5, whole: 0.3, upright: 0.2 })
    expect(scan.nearest(query, 500)).toEqual(sqlite.nearest(query, 500))
    expect(scan.nearest(query, 50, through)).toEqual(sqlite.nearest(query, 50, through))
  }
  sqlite.close()
})
