import * as fc from 'fast-check'
import svgpath from 'svgpath'
import { describe, expect, test } from 'vitest'
import type { Design, Point, Segment } from '#shared/geometry/design.ts'
import { hausdorff } from '#shared/geometry/hausdorff.ts'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { told } from '#shared/testing/readings.ts'
import { Pen } from '../drawing/pen.ts'
import { StrokeList } from '../drawing/stroke-list.ts'
import { cursorOver } from './number-cursor.ts'
import { drawPath } from './path-data.ts'

function draw(data: string): { design: Design; sound: boolean } {
  const strokes = new StrokeList()
  const sound = drawPath(cursorOver(data), new Pen(strokes, 0.001), 0)
  strokes.end()
  const runs = Array.from({ length: strokes.length }, (_, i) => ({
    ops: strokes.ops.slice(strokes.opStarts[i], strokes.opEnd(i)),
    coords: strokes.coords.slice(strokes.coordStarts[i], strokes.coordEnd(i)),
  }))
  return { design: { runs, metadata: { notes: [], size: 'stated' } }, sound }
}

const toldOf = (data: string): string[] => draw(data).design.runs.map(told)

/** The same path by another library: absolute commands, arcs as its own cubics. */
function bySvgpath(data: string): Design {
  const runs: { start: Point; segments: Segment[] }[] = []
  let at = { x: 0, y: 0 }
  let start = at
  let open = false
  const add = (segment: Segment): void => {
    if (!open) runs.push({ start: at, segments: [] })
    open = true
    runs.at(-1)!.segments.push(segment)
    at = segment.to
  }
  svgpath(data)
    .abs()
    .unshort()
    .unarc()
    .iterate(([command, ...n]) => {
      if (command === 'M') {
        at = { x: n[0]!, y: n[1]! }
        start = at
        open = false
      } else if (command === 'L') add({ kind: 'line', to: { x: n[0]!, y: n[1]! } })
      else if (command === 'H') add({ kind: 'line', to: { x: n[0]!, y: at.y } })
      else if (command === 'V') add({ kind: 'line', to: { x: at.x, y: n[0]! } })
      else if (command === 'C') {
        add({ kind: 'cubic', c1: { x: n[0]!, y: n[1]! }, c2: { x: n[2]!, y: n[3]! }, to: { x: n[4]!, y: n[5]! } })
      } else if (command === 'Q') {
        const q = { x: n[0]!, y: n[1]! }
        const to = { x: n[2]!, y: n[3]! }
        const towards = (p: Point): Point => ({ x: p.x + (2 / 3) * (q.x - p.x), y: p.y + (2 / 3) * (q.y - p.y) })
        add({ kind: 'cubic', c1: towards(at), c2: towards(to), to })
      } else if (command === 'Z') {
        add({ kind: 'line', to: start })
        open = false
      }
    })
  return { runs: runs.map(run => runFrom(run.start, run.segments)), metadata: { notes: [], size: 'stated' } }
}

const coordinate = () => fc.integer({ min: -500, max: 500 }).map(n => n / 10)
const COUNTS: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, Z: 0 }

function aCommand(): fc.Arbitrary<string> {
  const plain = fc.constantFrom(...Object.keys(COUNTS)).chain(letter =>
    fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 2 })).chain(([small, repeats]) => {
      const count = COUNTS[letter]! * repeats
      const name = small ? letter.toLowerCase() : letter
      return fc.array(coordinate(), { minLength: count, maxLength: count }).map(numbers => name + numbers.join(' '))
    }),
  )
  const radius = fc.integer({ min: 1, max: 800 }).map(n => n / 10)
  const arc = fc
    .tuple(
      fc.constantFrom('A', 'a'),
      radius,
      radius,
      fc.integer({ min: -180, max: 180 }),
      fc.nat(1),
      fc.nat(1),
      coordinate(),
      coordinate(),
    )
    .map(([name, ...numbers]) => name + numbers.join(' '))
  return fc.oneof({ weight: 4, arbitrary: plain }, { weight: 1, arbitrary: arc })
}

test('any path is what svgpath makes of it', () => {
  fc.assert(
    fc.property(fc.array(aCommand(), { minLength: 1, maxLength: 8 }), commands => {
      const data = `M0 0${commands.join('')}`
      const { design, sound } = draw(data)
      const other = bySvgpath(data)
      const stitched = other.runs.filter(run => run.coords.some((value, i) => value !== run.coords[i % 2]))
      expect(sound).toBe(true)
      // Its arcs are cubics of a quarter turn, which stray 3e-4 of their radius.
      expect(hausdorff(design, { ...other, runs: stitched }).distanceMm).toBeLessThan(0.15)
    }),
    { numRuns: 300 },
  )
})

describe('the grammar', () => {
  test.each([
    ['M1,2L3,4', ['1,2 L3,4']],
    ['m1 2 3 4 5 6', ['1,2 L4,6 L9,12']],
    ['M1 2 3 4', ['1,2 L3,4']],
    ['M.5.5-1-2L1e1-1E-1', ['0.5,0.5 L-1,-2 L10,-0.1']],
    ['M0 0L1.5.5.25.125', ['0,0 L1.5,0.5 L0.25,0.13']],
    ['M0,0 L 1 ,1\n\t, 2 2', ['0,0 L1,1 L2,2']],
    ['M0 0h1v1H0V0', ['0,0 L1,0 L1,1 L0,1 L0,0']],
    ['M0 0L1 0L1 1z', ['0,0 L1,0 L1,1 L0,0']],
    ['M0 0L1 0zL0 1', ['0,0 L1,0 L0,0', '0,0 L0,1']],
    ['M1 1L2 1zm1 1l1 0', ['1,1 L2,1 L1,1', '2,2 L3,2']],
    ['M0 0C1 1 2 1 3 0S5-1 6 0', ['0,0 C1,1 2,1 3,0 C4,-1 5,-1 6,0']],
    ['M0 0S5-1 6 0', ['0,0 C0,0 5,-1 6,0']],
    ['M0 0Q3 3 6 0T12 0', ['0,0 C2,2 4,2 6,0 C8,-2 10,-2 12,0']],
    ['M0 0L9 0T18 0', ['0,0 L9,0 C9,0 12,0 18,0']],
  ])('%j', (data, expected) => {
    expect(toldOf(data)).toEqual(expected)
    expect(draw(data).sound).toBe(true)
  })

  test('arc flags need nothing between them', () => {
    expect(toldOf('M0 0a1 1 0 012 0')).toEqual(['0,0 A2,0 (1,0) 180'])
    expect(toldOf('M0 0a1 1 0 01.5.5')).toEqual(toldOf('M0 0a1 1 0 0 1 0.5 0.5'))
  })

  test('a round arc stays an arc, an elliptic one becomes cubics, one of radius 0 a line', () => {
    expect(toldOf('M10 0A10 10 0 0 1 0 10')).toEqual(['10,0 A0,10 (0,0) 90'])
    expect(toldOf('M0 0A5 0 0 0 1 3 4')).toEqual(['0,0 L3,4'])
    expect(toldOf('M10 0A10 5 0 0 1 0 5')[0]).toMatch(/^10,0 C/)
  })

  test('a moveto alone draws nothing', () => {
    expect(toldOf('M1 1M2 2zM3 3')).toEqual([])
  })

  test.each([
    ['M0 0L1 1L2', ['0,0 L1,1']],
    ['M0 0L1 1X5 5', ['0,0 L1,1']],
    ['M0 0L1 1,L2 2', ['0,0 L1,1']],
    ['M0 0L1 1 L 2 nan', ['0,0 L1,1']],
    ['M0 0L1 1a1 1 0 2 0 5 5', ['0,0 L1,1']],
    ['M0 0L1 1z5 5', ['0,0 L1,1 L0,0']],
    ['L1 1', []],
    ['5 5', []],
    ['M0 0L1e999 0', []],
  ])('a mistake ends the path and what stands before it is kept: %j', (data, expected) => {
    expect(toldOf(data)).toEqual(expected)
    expect(draw(data).sound).toBe(false)
  })
})
