import { CORNER, endOf, join, type Path } from './path.ts'
import { through, type Knot } from './spline.ts'

/** A figure the line stitches in passing: the line arrives at its start in one direction and goes on from its end in another. */
export interface Stop {
  readonly figure: Path
  /** Degrees. */
  readonly arriving: number
  readonly leaving: number
}

/** A smooth line through knots that stops at figures on the way. A repeat joins the next when it ends in the direction it began. */
export function strung(...items: readonly (Knot | Stop)[]): Path {
  const parts: (Path | typeof CORNER)[] = []
  let knots: Knot[] = []
  for (const item of items) {
    if (!('figure' in item)) {
      knots.push(item)
      continue
    }
    const { figure, arriving, leaving } = item
    if (knots.length > 0) parts.push(through(...knots, [...figure.start, arriving]), CORNER)
    parts.push(figure, CORNER)
    knots = [[...endOf(figure), leaving]]
  }
  if (knots.length > 1) parts.push(through(...knots))
  return join(...parts)
}
