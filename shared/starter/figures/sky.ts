import { traced } from '#shared/starter/along.ts'
import { line, onCircle, retraced, reversed, type Path, type XY } from '#shared/starter/path.ts'
import { through } from '#shared/starter/spline.ts'
import { chained, edges, mirrored } from './draw.ts'

/** A cloud that the line runs under: hangs on the middle of its base. */
export function cloud(): Path {
  return edges(
    [
      [0, 0],
      [1.5, 0, 0],
      [2.05, 0.45, 90],
      [1.55, 0.95],
    ],
    [
      [1.45, 1.6, 110],
      [0.7, 1.85, 190],
      [0.42, 1.6],
    ],
    [
      [0, 2.05, 180],
      [-0.85, 1.8, 215],
      [-1.0, 1.1],
    ],
    [
      [-1.6, 1.3, 190],
      [-2.15, 0.62, -92],
      [-1.5, 0, 0],
      [0, 0],
    ],
  )
}

/** A raindrop that stands on its round end. */
export function raindrop(): Path {
  return mirrored(through([0, 0, 0], [0.55, 0.6, 90], [0.25, 1.25], [0, 1.9]), 'pointed')
}

/** An umbrella, open, on its crook. */
export function umbrella(): Path {
  const handle = through([0, 0, 0], [0.28, 0.28, 90], [0.28, 1.55, 90])
  const at = (x: number): XY => [x + 0.28, 1.55]
  const hem = (from: number) => through(at(from), [from + 0.78, 1.85], at(from + 1))
  return chained(
    handle,
    hem(0),
    hem(1),
    through([...at(2), 96], [1.6, 2.75], [0.28, 3.2, 180], [-1.05, 2.75], [...at(-2), -96]),
    hem(-2),
    hem(-1),
    retraced(line(at(0), [0.28, 3.5])),
    reversed(handle),
  )
}

/** A sun with a coil in its face and pointed rays. */
export function sun(): Path {
  const c: XY = [0, 2.4]
  const rays = 12
  const coil = traced(a => onCircle(c, 1.15 - (0.98 * a) / 1260, a - 90), 0, 1260, 28)
  const parts: Path[] = [
    line([0, 0], onCircle(c, 1.3, -90)),
    line(onCircle(c, 1.3, -90), onCircle(c, 1.15, -90)),
    retraced(coil),
    line(onCircle(c, 1.15, -90), onCircle(c, 1.3, -90)),
  ]
  const share = 360 / rays
  for (let i = 0; i < rays; i++) {
    const a = -90 + i * share
    const tip = onCircle(c, i % 2 ? 2.1 : 2.5, a + share / 2)
    parts.push(
      through(onCircle(c, 1.3, a), onCircle(c, 1.75, a + share * 0.34), tip),
      through(tip, onCircle(c, 1.62, a + share * 0.8), onCircle(c, 1.3, a + share)),
    )
  }
  return chained(...parts, line(onCircle(c, 1.3, -90), [0, 0]))
}

/** A crescent moon. */
export function moon(): Path {
  return edges(
    [
      [0, 0, 0],
      [1.1, 0.42],
      [1.5, 1.1],
    ],
    [
      [0.75, 0.85, 180],
      [-0.05, 1.7, 90],
      [0.75, 2.55, 0],
      [1.5, 2.3],
    ],
    [
      [1.1, 2.98],
      [0, 3.4, 180],
      [-1.55, 1.7, -90],
      [0, 0, 0],
    ],
  )
}
