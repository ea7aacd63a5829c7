import { describe, expect, test } from 'vitest'
import { type FitPoints, fitPointsToCubics } from './fit-points.ts'

type Piece = readonly [number, number, number, number, number, number]

function piecesOf(fit: FitPoints): Piece[] {
  const pieces: Piece[] = []
  fitPointsToCubics(fit, (...piece) => pieces.push(piece))
  return pieces
}

const zigzag = [0, 0, 10, 8, 20, 0, 30, 9, 45, 3]

/** First and second derivative, per length of the chord, where piece `i` ends (or begins). */
function derivatives(points: readonly number[], pieces: readonly Piece[], i: number, atEnd: boolean): number[] {
  const [c1x, c1y, c2x, c2y, x, y] = pieces[i]!
  const x0 = i === 0 ? points[0]! : pieces[i - 1]![4]
  const y0 = i === 0 ? points[1]! : pieces[i - 1]![5]
  const h = Math.hypot(x - x0, y - y0)
  return atEnd
    ? [(3 * (x - c2x)) / h, (3 * (y - c2y)) / h, (6 * (x - 2 * c2x + c1x)) / h / h, (6 * (y - 2 * c2y + c1y)) / h / h]
    : [
        (3 * (c1x - x0)) / h,
        (3 * (c1y - y0)) / h,
        (6 * (c2x - 2 * c1x + x0)) / h / h,
        (6 * (c2y - 2 * c1y + y0)) / h / h,
      ]
}

describe('a curve through points', () => {
  test('goes through each of them', () => {
    expect(piecesOf({ points: zigzag, closed: false }).flatMap(piece => [piece[4], piece[5]])).toEqual(zigzag.slice(2))
  })

  test.each([false, true])('turns smoothly in every point: direction and curvature go on (closed: %s)', closed => {
    const pieces = piecesOf({ points: zigzag, closed })
    for (let i = closed ? 0 : 1; i < pieces.length; i++) {
      const before = derivatives(zigzag, pieces, (i + pieces.length - 1) % pieces.length, true)
      const after = derivatives(zigzag, pieces, i, false)
      after.forEach((value, k) => expect(value).toBeCloseTo(before[k]!, 9))
    }
  })

  test('straightens out at a free end and keeps a direction it is given', () => {
    const free = piecesOf({ points: zigzag, closed: false })
    expect(
      derivatives(zigzag, free, 0, false)
        .slice(2)
        .every(value => Math.abs(value) < 1e-9),
    ).toBe(true)
    const [first] = piecesOf({ points: zigzag, closed: false, startDirection: { x: 0, y: 7 } })
    expect(first?.[0]).toBeCloseTo(0, 9)
    expect(first?.[1]).toBeGreaterThan(0)
  })

  test('through two points is a line, through repeated ones passes once', () => {
    const [piece] = piecesOf({ points: [0, 0, 9, 3], closed: false })
    ;[3, 1, 6, 2, 9, 3].forEach((value, i) => expect(piece![i]).toBeCloseTo(value, 12))
    expect(piecesOf({ points: [0, 0, 0, 0, 9, 3, 9, 3], closed: false })).toHaveLength(1)
    expect(piecesOf({ points: [1, 1, 1, 1], closed: true })).toHaveLength(0)
  })
})
