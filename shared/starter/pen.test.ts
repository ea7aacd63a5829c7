import { describe, expect, test } from 'vitest'
import { alongSpine, echoed, measured, traced } from './along.ts'
import { rounded } from './curls.ts'
import { dice } from './dice.ts'
import { flow } from './flow.ts'
import {
  arc,
  CORNER,
  endOf,
  headingAtEnd,
  headingAtStart,
  join,
  line,
  onCircle,
  placed,
  retraced,
  reversed,
  swung,
  type XY,
} from './path.ts'
import { through, type Knot } from './spline.ts'

const apart = (a: XY, b: XY) => Math.hypot(a[0] - b[0], a[1] - b[1])

describe('a line drawn in one piece', () => {
  test('is refused where its parts leave a gap', () => {
    expect(() => join(line([0, 0], [1, 0]), line([1.1, 0], [2, 0]))).toThrow('a gap of 0.1000 inch')
  })

  test('is refused where it bends unasked, and accepted where the corner is meant', () => {
    const across = line([0, 0], [1, 0])
    const up = line([1, 0], [1, 1])
    expect(() => join(across, up)).toThrow('a bend of 90.0 degrees')
    expect(join(across, CORNER, up).strokes.map(stroke => stroke.corner)).toEqual([false, true])
  })

  test('stitched backwards it ends where it began, and twice backwards it is itself', () => {
    const path = join(through([0, 0, 30], [2, 1], [4, 0, -20]), CORNER, arc([4, 1], 1, -90, 250))
    const back = reversed(path)
    expect(apart(back.start, endOf(path))).toBeLessThan(1e-12)
    expect(apart(endOf(back), path.start)).toBeLessThan(1e-12)
    expect(Math.abs(headingAtEnd(back) - (headingAtStart(path) - 180))).toBeLessThan(1e-6)
    expect(reversed(back)).toEqual(path)
    expect(apart(endOf(retraced(path)), path.start)).toBeLessThan(1e-12)
  })

  test('mirrored, turned and scaled it keeps its arcs round', () => {
    const path = placed(arc([1, 0], 1, 180, -90), { flip: 'x', turn: 90, scale: 2, at: [1, 1] })
    const stroke = path.strokes[0]!
    if (stroke.kind !== 'arc') throw new Error('an arc stays an arc')
    expect(apart(path.start, stroke.centre)).toBeCloseTo(2)
    expect(apart(stroke.to, stroke.centre)).toBeCloseTo(2)
    expect(stroke.sweep).toBeCloseTo(Math.PI / 2)
  })

  test('a swung half ends on the height it began, in the direction it began', () => {
    const row = swung(through([0, 0, 40], [2, 1, 0], [4, 0, -40]))
    expect(endOf(row)[0]).toBeCloseTo(8)
    expect(endOf(row)[1]).toBeCloseTo(0)
    expect(headingAtEnd(row)).toBeCloseTo(headingAtStart(row))
  })
})

describe('a curve through knots', () => {
  test('passes every knot in the direction asked for, without a bend between', () => {
    const roll = dice(4)
    for (let round = 0; round < 50; round++) {
      const knots = Array.from({ length: 6 }, (_, i): Knot => [i + roll() * 0.6, roll() * 2])
      const path = join(through([-1, 0, 15], ...knots, [7, 1, -30]))
      expect(headingAtStart(path)).toBeCloseTo(15, 4)
      expect(headingAtEnd(path)).toBeCloseTo(-30, 4)
      knots.forEach((knot, i) => expect(apart(path.strokes[i]!.to, [knot[0], knot[1]])).toBeLessThan(1e-9))
      for (let i = 1; i < path.strokes.length; i++) {
        const part = { start: path.strokes[i - 1]!.to, strokes: [path.strokes[i]!] }
        const before = { start: path.strokes[i - 2]?.to ?? path.start, strokes: [path.strokes[i - 1]!] }
        expect(Math.sin(((headingAtStart(part) - headingAtEnd(before)) * Math.PI) / 180)).toBeCloseTo(0, 5)
      }
    }
  })

  test('meets a motif in the direction of the motif', () => {
    const motif = arc([2, 1], 1, -90, 180)
    expect(() => flow([0, 0, 0], motif, [0, 3])).not.toThrow()
  })
})

describe('walking along a line', () => {
  test('a half circle is as long as it should be, and half way is its top', () => {
    const half = measured(arc([0, 0], 2, 180, -180))
    expect(half.length).toBeCloseTo(2 * Math.PI, 2)
    expect(apart(half.point(half.length / 2), [0, 2])).toBeLessThan(0.01)
    expect(half.heading(half.length / 2)).toBeCloseTo(0, 1)
  })

  test('a stretch of it lies on it, begins and ends where it was cut', () => {
    const whole = measured(through([0, 0, 60], [2, 1], [4, -1], [6, 0]))
    const stretch = whole.between(1, 4.5)
    expect(apart(stretch.start, whole.point(1))).toBeLessThan(1e-6)
    expect(apart(endOf(stretch), whole.point(4.5))).toBeLessThan(1e-6)
    expect(measured(stretch).length).toBeCloseTo(3.5, 2)
  })

  test('a repeated spine runs on in the next repeat', () => {
    const spine = measured(
      traced(x => [x, Math.sin(x)], 0, 2 * Math.PI, 16),
      'repeated',
    )
    const beyond = spine.point(spine.length + 1)
    const again = spine.point(1)
    expect(apart(beyond, [again[0] + 2 * Math.PI, again[1]])).toBeLessThan(1e-6)
  })

  test('an echo keeps its distance', () => {
    const path = traced(x => [x, 0.5 * Math.sin(x)], 0, 6, 12)
    const at = alongSpine(measured(path))
    const echo = measured(echoed(path, 0.4))
    expect(apart(echo.point(0), at([0, 0.4]))).toBeLessThan(1e-6)
    const spine = measured(path)
    for (let s = 0.5; s < echo.length - 0.5; s += 0.25) {
      const nearest = Math.min(
        ...Array.from({ length: 600 }, (_, i) => apart(echo.point(s), spine.point((i / 600) * spine.length))),
      )
      expect(Math.abs(nearest - 0.4)).toBeLessThan(0.01)
    }
  })
})

test('rounded corners join without a bend', () => {
  const path = rounded(0.2, [0, 0], [2, 0], [2, 2], [4, 2], [3, 0])
  expect(path.start).toEqual([0, 0])
  expect(apart(endOf(path), [3, 0])).toBeLessThan(1e-9)
  expect(path.strokes.filter(stroke => stroke.kind === 'arc').map(stroke => apart(stroke.to, stroke.centre))).toEqual([
    expect.closeTo(0.2),
    expect.closeTo(0.2),
    expect.closeTo(0.2),
  ])
  expect(onCircle([1, 1], 2, 90)[1]).toBeCloseTo(3)
})
