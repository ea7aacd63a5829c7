import { CORNER, join, line, placed, reversed, type Path, type XY } from '#shared/starter/path.ts'
import { through, type Knot } from '#shared/starter/spline.ts'

/** A right half from a point on the middle line to another, and its mirror image back down. */
export function mirrored(half: Path, tip: 'smooth' | 'pointed' = 'smooth'): Path {
  const other = placed(reversed(half), { flip: 'x' })
  return tip === 'smooth' ? join(half, other) : join(half, CORNER, other)
}

/** Curves that meet at corners: each list of knots is one curve and begins where the last one ended. */
export function edges(...curves: Knot[][]): Path {
  let at: XY | undefined
  const parts = curves.map(curve => {
    const knots = at === undefined ? curve : [at as Knot, ...curve]
    const [x, y] = knots.at(-1)!
    at = [x, y]
    return through(...knots)
  })
  return join(...parts.flatMap(part => [part, CORNER] as const))
}

/** Parts that each begin where the one before ended, meeting at corners. */
export function chained(...parts: Path[]): Path {
  return join(...parts.flatMap(part => [part, CORNER] as const))
}

/** A side trip: straight to where a closed shape begins, round it, and straight back. */
export function trip(from: XY, shape: Path): Path {
  if (Math.hypot(from[0] - shape.start[0], from[1] - shape.start[1]) < 1e-6) return shape
  return chained(line(from, shape.start), shape, line(shape.start, from))
}

/** Closed and smooth through points, beginning and ending at the first in one direction. */
export function ring(heading: number, first: XY, ...rest: Knot[]): Path {
  return through([...first, heading], ...rest, [...first, heading])
}

/** The figure on a straight stem, which is stitched up and down. */
export function stemmed(figure: Path, inches: number): Path {
  if (inches === 0) return figure
  const foot: XY = [0, inches]
  return chained(line([0, 0], foot), placed(figure, { at: foot }), line(foot, [0, 0]))
}
