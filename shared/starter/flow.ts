import { CORNER, endOf, headingAtEnd, headingAtStart, join, type Path } from './path.ts'
import { through, type Knot } from './spline.ts'

/**
 * A line that wanders through knots and stitches the motifs it meets on the way, entering and leaving each in the motif's own
 * direction. `CORNER` before or after a motif or a knot lets the line meet it at an angle.
 */
export function flow(...items: (Knot | Path | typeof CORNER)[]): Path {
  const parts: (Path | typeof CORNER)[] = []
  let knots: Knot[] = []
  let corner = false
  const draw = () => {
    if (knots.length > 1) parts.push(through(...knots))
    knots = []
  }
  items.forEach((item, i) => {
    if (item === CORNER) {
      corner = true
      const next = items[i + 1]
      const atKnot = knots.length > 1 && next !== undefined && next !== CORNER && !isPath(next)
      if (atKnot) {
        const [x, y] = knots.at(-1)!
        draw()
        parts.push(CORNER)
        knots = [[x, y]]
      }
    } else if (isPath(item)) {
      const [x, y] = item.start
      if (knots.length > 0) {
        const last = knots.at(-1)!
        if (Math.hypot(last[0] - x, last[1] - y) > 1e-6) knots.push(corner ? [x, y] : [x, y, headingAtStart(item)])
      }
      draw()
      if (corner) parts.push(CORNER)
      parts.push(item)
      corner = false
      const [ex, ey] = endOf(item)
      if (items[i + 1] === CORNER) {
        parts.push(CORNER)
        knots = [[ex, ey]]
      } else knots = [[ex, ey, headingAtEnd(item)]]
    } else {
      knots.push(item)
      if (items[i + 1] !== CORNER) corner = false
    }
  })
  draw()
  return join(...parts)
}

function isPath(item: Knot | Path): item is Path {
  return 'strokes' in item
}
