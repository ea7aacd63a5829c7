import type { Design } from '#shared/geometry/design.ts'
import { fitPointsToCubics } from '#shared/geometry/fit-points.ts'
import { flattenDesign } from '#shared/geometry/flatten.ts'
import { RunBuilder } from '#shared/geometry/run-builder.ts'
import { simplifyPolyline } from '#shared/geometry/simplify.ts'
import type { Dice } from '../dice.ts'
import { boxOf } from '../shape/designs.ts'
import { apart, lengthOf, type Line, placed, steppedBy, TURN } from '../shape/pen.ts'

export type LineChange = (lines: readonly Line[], dice: Dice) => readonly Line[]

export function linesOf(design: Design): Line[] {
  return flattenDesign(design, 0.05).map(flat =>
    Array.from({ length: flat.length / 2 }, (_, at) => [flat[2 * at]!, flat[2 * at + 1]!] as const),
  )
}

const diagonal = (lines: readonly Line[]) => {
  const { wide, tall } = boxOf(lines)
  return Math.hypot(wide, tall)
}

const totalOf = (lines: readonly Line[]) => lines.reduce((sum, line) => sum + lengthOf(line), 0)

/** Points at equal steps, as a digitiser saves them. */
export const resampled: LineChange = (lines, dice) => {
  const step = diagonal(lines) * dice.between(0.002, 0.006)
  return lines.map(line => steppedBy(line, step))
}

export const simplified: LineChange = (lines, dice) => {
  const tolerance = diagonal(lines) * dice.between(0.0005, 0.002)
  return lines.map(line => {
    const kept = simplifyPolyline(Float64Array.from(line.flat()), tolerance)
    return Array.from({ length: kept.length / 2 }, (_, at) => [kept[2 * at]!, kept[2 * at + 1]!] as const)
  })
}

/** Smooth curves through points 0.3 % of the drawing apart, as a drawing program makes of a polyline: corners become tight bends. */
export function throughSpline(design: Design): Design {
  const lines = linesOf(design)
  const runs = lines.map(whole => {
    const line = steppedBy(whole, diagonal(lines) * 0.003)
    const points = line.filter((point, at) => at === 0 || apart(point, line[at - 1]!) > 1e-6)
    const run = new RunBuilder(...points[0]!)
    if (points.length > 2)
      fitPointsToCubics({ points: points.flat(), closed: false }, (...cubic) => void run.cubic(...cubic))
    else for (const [x, y] of points.slice(1)) run.line(x, y)
    return run.build()
  })
  return { runs, metadata: design.metadata }
}

/** To a grid of a five hundredth of the drawing, as formats with few digits do. */
export const rounded: LineChange = (lines, dice) => {
  const grid = diagonal(lines) * dice.between(0.0005, 0.002)
  return lines.map(line => line.map(([x, y]) => [Math.round(x / grid) * grid, Math.round(y / grid) * grid] as const))
}

/** In pieces that are stitched in another order, some the other way. */
export const shuffled: LineChange = (lines, dice) => {
  const pieces = lines.flatMap(line => {
    if (line.length < 12) return [line]
    const cuts = [
      0,
      ...[dice.next(), dice.next()].sort().map(share => 2 + Math.floor(share * (line.length - 5))),
      line.length - 1,
    ]
    return cuts.slice(1).flatMap((to, at) => (to - cuts[at]! >= 1 ? [line.slice(cuts[at], to + 1)] : []))
  })
  return pieces
    .map(piece => ({ piece: dice.happens(0.5) ? piece.toReversed() : piece, order: dice.next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ piece }) => piece)
}

/** The last stretch, or the first, is missing: 2 to 5 % of all that is stitched. */
export const tailCut: LineChange = (lines, dice) => {
  const long = totalOf(lines) * dice.between(0.02, 0.05)
  const [first, ...rest] = lines
  if (!first) return lines
  return [dice.happens(0.5) ? without(first, long) : without(first.toReversed(), long).toReversed(), ...rest]
}

function without(line: Line, long: number): Line {
  const most = Math.min(long, lengthOf(line) * 0.5)
  let [left, at] = [most, 1]
  for (; at < line.length - 1 && left > 0; at++) left -= apart(line[at - 1]!, line[at]!)
  return line.slice(Math.max(0, at - 1))
}

/** Small stitches forth and back where it ends. */
export const tieOffAdded: LineChange = (lines, dice) => {
  const last = lines.at(-1)
  const end = last?.at(-1)
  if (!last || !end) return lines
  const size = diagonal(lines) * dice.between(0.004, 0.012)
  const angle = dice.next() * TURN
  const knot = [1, 0, 1, 0, 1].map(
    far => [end[0] + far * size * Math.cos(angle), end[1] + far * size * Math.sin(angle)] as const,
  )
  return [...lines.slice(0, -1), [...last, ...knot]]
}

/** From the middle: 12 to 25 % of all that is stitched. */
export const partLeftOut: LineChange = (lines, dice) => {
  const longest = lines.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a))
  const share = Math.min(0.8, (dice.between(0.12, 0.25) * totalOf(lines)) / lengthOf(longest))
  const [half, from] = [Math.round((share * longest.length) / 2), Math.floor(longest.length * dice.between(0.4, 0.6))]
  const parts = [longest.slice(0, Math.max(2, from - half)), longest.slice(Math.min(longest.length - 2, from + half))]
  return lines.flatMap(line => (line === longest ? parts : [line]))
}

/** A ring somewhere inside: an eleventh or more of what is stitched. */
export const partAdded: LineChange = (lines, dice) => {
  const { x, y, wide, tall } = boxOf(lines)
  const radius = (totalOf(lines) * dice.between(0.1, 0.16)) / TURN
  const most = Math.min(radius, Math.hypot(wide, tall) * 0.45)
  const times = Math.max(1, Math.round(radius / most))
  const [cx, cy] = [x + wide * dice.between(0.3, 0.7), y + tall * dice.between(0.3, 0.7)]
  const rings = Array.from(
    { length: times },
    (_, ring): Line =>
      Array.from({ length: 41 }, (_unused, at) => {
        const [angle, far] = [(at / 40) * TURN, most * (1 - ring * 0.15)]
        return [cx + far * Math.cos(angle), cy + far * Math.sin(angle)] as const
      }),
  )
  return [...lines, ...rings]
}

/** The same thing by another hand: waves of 2.5 to 4 % of the drawing. */
export const redrawn: LineChange = (lines, dice) => {
  const over = diagonal(lines)
  const by = over * dice.between(0.025, 0.04)
  const [p, q, r] = [dice.next() * TURN, dice.next() * TURN, dice.between(1.2, 2.2)]
  return lines.map(line =>
    line.map(
      ([x, y]) => [x + by * Math.sin((y / over) * r * TURN + p), y + by * Math.sin((x / over) * r * TURN + q)] as const,
    ),
  )
}

/** Two of it, as the shop's wider version has. */
export const onceMore: LineChange = lines => [
  ...lines,
  ...lines.map(line => placed(line, { x: boxOf(lines).wide * 1.03 })),
]
