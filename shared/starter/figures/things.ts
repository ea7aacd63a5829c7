import { traced } from '#shared/starter/along.ts'
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

/** A little car facing right, with windows and two wheels. Hangs on the middle of its sill. */
export function car(): Path {
  const wheel = (x: number): Path => chained(arc([x, 0], 0.46, 180, 360), arc([x, 0], 0.46, 180, -180))
  const body = edges(
    [
      [1.66, 0],
      [2.3, 0],
    ],
    [
      [2.42, 0.5],
      [2.2, 0.85],
    ],
    [
      [1.7, 0.98],
      [1.15, 1.02],
    ],
    [
      [0.9, 1.6],
      [0.45, 1.85, 180],
      [-0.9, 1.85, 180],
      [-1.4, 1.6],
      [-1.7, 1.02],
    ],
    [
      [-2.2, 0.95],
      [-2.35, 0.5, -95],
      [-2.3, 0],
    ],
    [[-1.66, 0]],
  )
  const front = edges(
    [
      [0, 1.02],
      [0.85, 1.02],
    ],
    [
      [0.68, 1.42],
      [0.4, 1.58],
    ],
    [[0, 1.58]],
    [[0, 1.02]],
  )
  const rear = edges(
    [
      [0, 1.02],
      [-1.4, 1.02],
    ],
    [
      [-1.22, 1.45],
      [-0.85, 1.58],
    ],
    [[0, 1.58]],
  )
  return chained(
    line([0, 0], [0.74, 0]),
    wheel(1.2),
    body,
    wheel(-1.2),
    line([-0.74, 0], [0, 0]),
    line([0, 0], [0, 1.02]),
    front,
    rear,
    line([0, 1.58], [0, 0]),
  )
}

/** A steam engine facing right: chimney, boiler, cab and three wheels on a track. Hangs on the middle of the track side. */
export function engine(): Path {
  const wheel = (x: number, r: number): Path => arc([x, r], r, -90, 360)
  return chained(
    line([0, 0], [0.35, 0]),
    wheel(0.35, 0.42),
    line([0.35, 0], [1.35, 0]),
    wheel(1.35, 0.42),
    edges(
      [
        [1.35, 0],
        [2.5, 0],
      ],
      [[1.95, 0.55]],
      [[1.95, 1.75]],
      [[1.55, 1.75]],
      [
        [1.55, 2.1],
        [1.75, 2.55],
      ],
      [[0.95, 2.55]],
      [
        [1.15, 2.1],
        [1.15, 1.75],
      ],
      [[0.5, 1.75]],
      [
        [0.45, 2.1, 95],
        [0.15, 2.3, 180],
        [-0.15, 2.1, -95],
        [-0.2, 1.75],
      ],
      [[-0.5, 1.75]],
      [[-0.5, 2.75]],
      [[-2.1, 2.75]],
      [
        [-2.1, 3.0],
        [-1.3, 3.12, 0],
        [-0.3, 3.0],
      ],
      [[-0.5, 2.75]],
      [[-1.9, 2.75]],
      [[-1.9, 0.55]],
      [[-1.9, 0]],
      [[-1.1, 0]],
    ),
    wheel(-1.1, 0.7),
    line([-1.1, 0], [0, 0]),
  )
}

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

/** A sailing boat with two sails. */
export function sailboat(): Path {
  return chained(
    through([0, 0, 0], [0.9, 0.02], [1.55, 0.62]),
    line([1.55, 0.62], [0.1, 0.62], [0.1, 0.85]),
    through([0.1, 0.85], [0.7, 0.82], [1.4, 0.98]),
    through([1.4, 0.98], [0.72, 2.1], [0.1, 3.4]),
    line([0.1, 3.4], [0.1, 0.85], [-0.08, 0.85], [-0.08, 2.9]),
    through([-0.08, 2.9], [-0.5, 1.8], [-1.3, 0.98]),
    through([-1.3, 0.98], [-0.7, 0.82], [-0.08, 0.85]),
    line([-0.08, 0.85], [-0.08, 0.62], [-1.55, 0.62]),
    through([-1.55, 0.62], [-0.9, 0.02], [0, 0, 0]),
  )
}

/** An anchor. */
export function anchor(): Path {
  const half = edges(
    [
      [0, 0],
      [0.9, 0.3],
      [1.45, 1.05],
    ],
    [[1.7, 0.98]],
    [[1.42, 1.75]],
    [[0.85, 1.25]],
    [[1.12, 1.2]],
    [
      [0.75, 0.72],
      [0.16, 0.48],
    ],
    [[0.16, 2.45]],
    [[0.85, 2.45]],
    [[0.85, 2.75]],
    [[0.16, 2.75]],
    [[0, 2.9]],
  )
  return chained(half, arc([0, 3.3], 0.4, -90, 360), placed(reversed(half), { flip: 'x' }))
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

/** A hot-air balloon with its basket. */
export function balloon(): Path {
  const half = edges(
    [
      [0, 0],
      [0.38, 0],
    ],
    [[0.45, 0.5]],
    [
      [0.42, 0.5],
      [0.45, 0.95],
    ],
    [
      [1.2, 1.9],
      [1.45, 2.75, 92],
      [0, 4.1, 180],
    ],
  )
  const gore = (x: number): Path => through([0, 4.1], [x, 2.8, -90], [x * 0.32, 0.95])
  return chained(
    half,
    gore(-0.62),
    line([-0.2, 0.95], [0.2, 0.95]),
    reversed(gore(0.62)),
    placed(reversed(half), { flip: 'x' }),
  )
}
