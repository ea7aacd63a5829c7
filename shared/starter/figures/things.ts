import { arc, line, onCircle, placed, retraced, reversed, type Path, type XY } from '#shared/starter/path.ts'
import { through } from '#shared/starter/spline.ts'
import { chained, edges, mirrored, ring } from './draw.ts'

/** A dog’s bone, lying; hangs on the middle of its lower side. */
export function bone(): Path {
  const half = edges(
    [
      [0, 0],
      [1.05, 0],
    ],
    [
      [1.15, -0.42],
      [1.6, -0.5, 0],
      [1.95, -0.1, 90],
      [1.72, 0.3],
    ],
    [
      [1.95, 0.7, 90],
      [1.6, 1.1, 180],
      [1.15, 1.02],
      [1.05, 0.6],
    ],
    [[0, 0.6]],
  )
  return mirrored(half, 'pointed')
}

/** A baby’s rattle: a round head with a band, a handle and a ring. Stands on its ring. */
export function rattle(): Path {
  const c: XY = [0, 2.95]
  const on = (angle: number) => onCircle(c, 1.1, angle)
  return chained(
    arc([0, 0.42], 0.42, -90, 180),
    line([0, 0.84], [0, 1.85]),
    arc(c, 1.1, -90, 75),
    retraced(through(on(-15), [0, 2.35], on(195))),
    arc(c, 1.1, -15, 30),
    retraced(through(on(15), [0, 2.95], on(165))),
    arc(c, 1.1, 15, 255),
    line([0, 1.85], [0, 0.84]),
    arc([0, 0.42], 0.42, 90, 180),
  )
}

/** Two quavers under one beam, their heads filled with a coil. Hangs on the left head. */
export function quavers(): Path {
  const head = (x: number, y: number): Path =>
    placed(ring(0, [0, -0.3], [0.42, 0, 90], [0, 0.3, 180], [-0.42, 0, -90]), { at: [x, y], turn: 18 })
  const left = head(0, 0.3)
  const right = head(1.9, 0.72)
  const notes = chained(
    left,
    through(left.start, [0.3, 0.1], [0.41, 0.42]),
    line([0.41, 0.42], [0.41, 2.6], [2.31, 3.05], [2.31, 0.85]),
    through([2.31, 0.85], [2.22, 0.55], right.start),
    right,
    through(right.start, [2.22, 0.55], [2.31, 0.85]),
    line([2.31, 0.85], [2.31, 2.65], [0.41, 2.2], [0.41, 0.42]),
    through([0.41, 0.42], [0.3, 0.1], left.start),
  )
  const [x, y] = notes.start
  return placed(notes, { at: [-x, -y] })
}

/** A coffee cup on its saucer with three wisps of steam. */
export function coffeeCup(): Path {
  const steam = (x: number): Path =>
    retraced(through([x, 1.75, 80], [x + 0.16, 2.1], [x - 0.1, 2.5], [x + 0.08, 2.95, 70]))
  return chained(
    through([0, 0, 0], [1.2, 0.06], [1.75, 0.32, 40]),
    line([1.75, 0.32], [0.62, 0.32]),
    through([0.62, 0.32], [1.12, 0.95], [1.25, 1.75]),
    line([1.25, 1.75], [1.22, 1.5]),
    through([1.22, 1.5, 20], [1.8, 1.3, -92], [1.35, 0.82, 190], [1.08, 0.86]),
    reversed(through([1.22, 1.5], [1.18, 1.18], [1.08, 0.86])),
    line([1.22, 1.5], [1.25, 1.75], [0.65, 1.75]),
    steam(0.65),
    line([0.65, 1.75], [0, 1.75]),
    steam(0),
    line([0, 1.75], [-0.65, 1.75]),
    steam(-0.65),
    line([-0.65, 1.75], [-1.25, 1.75]),
    through([-1.25, 1.75], [-1.12, 0.95], [-0.62, 0.32]),
    line([-0.62, 0.32], [-1.75, 0.32]),
    through([-1.75, 0.32, -40], [-1.2, 0.06], [0, 0, 0]),
  )
}

/** A spool of thread, wound, standing. */
export function spool(): Path {
  const [low, top] = [0.6, 2.4]
  const winds = 6
  const wind = Array.from({ length: winds }, (_, i) => {
    const y = top - ((i + 0.5) * (top - low)) / winds
    return { y, lines: retraced(line([-0.75, y - 0.06], [0.75, y + 0.06])) }
  })
  const side: Path[] = []
  let from: XY = [-0.75, top]
  for (const { y, lines } of wind) {
    side.push(line(from, [-0.75, y - 0.06]), lines)
    from = [-0.75, y - 0.06]
  }
  return chained(
    line([0, 0], [1.05, 0], [1.05, 0.35], [0.75, low], [0.75, top], [1.05, top + 0.25], [1.05, top + 0.6]),
    line([1.05, top + 0.6], [-1.05, top + 0.6], [-1.05, top + 0.25], [-0.75, top]),
    ...side,
    line(from, [-0.75, low], [-1.05, 0.35], [-1.05, 0], [0, 0]),
  )
}

/** A button with a rim and four holes, hanging on its rim. */
export function button(): Path {
  const c: XY = [0, 1.5]
  const hole = (angle: number): Path => {
    const at = onCircle(c, 0.28, angle)
    return chained(line(c, at), arc(onCircle(c, 0.45, angle), 0.17, angle + 180, 360), line(at, c))
  }
  return chained(
    arc(c, 1.5, -90, 360),
    line([0, 0], [0, 0.32]),
    arc(c, 1.18, -90, 360),
    line([0, 0.32], c),
    ...[45, 135, 225, 315].map(hole),
    line(c, [0, 0]),
  )
}

/** An apple with a leaf. */
export function apple(): Path {
  const half = edges([
    [0, 0, -20],
    [0.55, -0.12, 5],
    [1.2, 0.75],
    [1.3, 1.65, 95],
    [0.75, 2.25, 180],
    [0, 2.0],
  ])
  const stalk = retraced(through([0, 2.0, 88], [0.06, 2.4], [0.25, 2.75]))
  const leaf = edges(
    [
      [0, 2.0],
      [0.08, 2.35],
    ],
    [
      [0.55, 2.75],
      [1.2, 2.78],
    ],
    [
      [0.9, 2.35],
      [0.08, 2.35],
    ],
    [[0, 2.0]],
  )
  return chained(half, stalk, leaf, placed(reversed(half), { flip: 'x' }))
}

/** A heart with a smaller one inside, on its point. */
export function heart(): Path {
  const one = (k: number): Path =>
    mirrored(
      placed(
        edges([
          [0, 0, 44],
          [1.35, 1.75, 92],
          [0.7, 2.5, 180],
          [0, 1.95, 265],
        ]),
        { scale: k },
      ),
      'pointed',
    )
  return chained(one(0.62), one(1))
}
