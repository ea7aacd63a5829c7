import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Point } from '#shared/geometry/design.ts'
import { segmentsOf } from '#shared/geometry/run-builder.ts'
import { StrokeList } from '../drawing/stroke-list.ts'
import { joinStrokes } from './join.ts'

const WITHIN = 0.127

type Line = readonly [number, number, number, number]

/** Lines on a coarse grid, so that many ends meet, moved a little, so that some meet and some miss. */
function someLines(): fc.Arbitrary<Line[]> {
  const place = fc
    .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 9 }))
    .map(([cell, off]) => cell + off * 0.02)
  return fc.array(fc.tuple(place, place, place, place), { minLength: 1, maxLength: 40 })
}

function joined(lines: readonly Line[]): Point[][] {
  const strokes = new StrokeList()
  for (const [x0, y0, x1, y1] of lines) {
    strokes.begin(x0, y0, 0)
    strokes.line(x1, y1)
  }
  strokes.end()
  return joinStrokes(strokes, WITHIN, ['0']).map(run => [
    { x: run.coords[0]!, y: run.coords[1]! },
    ...[...segmentsOf(run)].map(segment => segment.to),
  ])
}

const same = (a: Point, b: Point): boolean => Math.hypot(a.x - b.x, a.y - b.y) < 0.0011
const isOf = (lines: readonly Line[], a: Point, b: Point): number =>
  lines.findIndex(
    ([x0, y0, x1, y1]) =>
      (same(a, { x: x0, y: y0 }) && same(b, { x: x1, y: y1 })) ||
      (same(b, { x: x0, y: y0 }) && same(a, { x: x1, y: y1 })),
  )

test('every line is sewn as often as it is drawn, and nothing else but bridges of 0.005 inch', () => {
  fc.assert(
    fc.property(someLines(), lines => {
      const left = lines.filter(([x0, y0, x1, y1]) => x0 !== x1 || y0 !== y1)
      for (const run of joined(lines)) {
        for (let i = 1; i < run.length; i++) {
          const found = isOf(left, run[i - 1]!, run[i]!)
          if (found >= 0) left.splice(found, 1)
          else expect(Math.hypot(run[i]!.x - run[i - 1]!.x, run[i]!.y - run[i - 1]!.y)).toBeLessThan(WITHIN + 1e-9)
        }
      }
      expect(left).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('no two runs are left that could still be joined', () => {
  fc.assert(
    fc.property(someLines(), lines => {
      const runs = joined(lines)
      for (let i = 0; i < runs.length; i++) {
        for (let j = i + 1; j < runs.length; j++) {
          for (const a of [runs[i]![0]!, runs[i]!.at(-1)!]) {
            for (const b of [runs[j]![0]!, runs[j]!.at(-1)!]) {
              expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(WITHIN - 1e-9)
            }
          }
        }
      }
    }),
    { numRuns: 500 },
  )
})

test('the first run holds the first line of the file', () => {
  fc.assert(
    fc.property(someLines(), lines => {
      const [first] = lines.filter(([x0, y0, x1, y1]) => x0 !== x1 || y0 !== y1)
      const [run] = joined(lines)
      if (first === undefined || run === undefined) return
      expect(run.some((point, i) => i > 0 && isOf([first], run[i - 1]!, point) === 0)).toBe(true)
    }),
  )
})

test('a hundred thousand ends in one place neither hang nor get lost', () => {
  const strokes = new StrokeList()
  for (let i = 0; i < 100_000; i++) {
    strokes.begin(0, 0, 0)
    strokes.line(Math.cos(i), Math.sin(i))
  }
  strokes.end()
  const runs = joinStrokes(strokes, WITHIN, ['0'])
  expect(runs.reduce((sum, run) => sum + run.ops.length, 0)).toBeGreaterThanOrEqual(100_000)
})
