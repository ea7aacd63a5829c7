import { arc, join, line, onCircle, placed, retraced, reversed, type Path, type XY } from '#shared/starter/path.ts'
import { through } from '#shared/starter/spline.ts'
import { chained, edges, mirrored, ring, trip } from './draw.ts'

/** A dragonfly that hangs on the end of its tail: slender body, two pairs of wings, round eyes. */
export function dragonfly(): Path {
  const wing = (turn: number, length: number, half: number, at: XY): Path =>
    placed(
      through([0, 0, 10], [length * 0.62, half, 2], [length, 0, -92], [length * 0.6, -half * 0.8, 180], [0, 0, 166]),
      { at, turn },
    )
  const half = chained(
    through([0, 0, 60], [0.1, 0.5], [0.09, 1.8], [0.16, 2.7, 90]),
    wing(-14, 2.6, 0.32, [0.16, 2.7]),
    line([0.16, 2.7], [0.16, 3.05]),
    wing(14, 2.9, 0.36, [0.16, 3.05]),
    through([0.16, 3.05, 80], [...onCircle([0.19, 3.66], 0.22, -105), 100]),
    arc([0.19, 3.66], 0.22, -105, 255),
    line(onCircle([0.19, 3.66], 0.22, 150), [0, 3.7]),
  )
  return mirrored(half, 'pointed')
}

/** A small butterfly that hangs on its tail. */
export function flutterby(): Path {
  const upper = through([0, 1.1, 38], [0.7, 2.1], [1.6, 2.6, 0], [1.95, 2.05, -95], [1.3, 1.1], [0, 1.0, 172])
  const lower = through([0, 0.95, -10], [0.9, 0.7], [1.35, 0.05, -95], [0.95, -0.5, 190], [0.35, -0.02], [0, 0.6, 125])
  const feeler = retraced(through([0, 1.35, 70], [0.25, 2.0], [0.62, 2.5, 30]))
  const half = chained(
    through([0, 0], [0.07, 0.35], [0, 0.6]),
    through([0, 0.6], [0, 0.95]),
    lower,
    through([0, 0.6], [0, 1.1]),
    upper,
    through([0, 1.0], [0, 1.35]),
    feeler,
  )
  return mirrored(half, 'pointed')
}

/** A bird on the wing, facing right: beak, back, wing raised, forked tail. Hangs on the breast. */
export function swallow(): Path {
  return edges(
    [
      [0, 0, 12],
      [0.9, 0.35],
      [1.35, 0.75, 62],
      [1.62, 0.98],
    ],
    [
      [1.35, 1.02],
      [1.1, 1.08, 175],
      [0.78, 0.98],
    ],
    [
      [0.5, 1.7],
      [-0.1, 2.3],
      [-1.0, 2.75],
    ],
    [
      [-0.75, 1.9],
      [-0.35, 1.2],
      [-0.3, 0.8],
    ],
    [
      [-1.2, 0.85],
      [-2.3, 1.15],
    ],
    [
      [-1.95, 0.65],
      [-1.65, 0.5],
    ],
    [
      [-2.0, 0.2],
      [-2.35, -0.25],
    ],
    [
      [-1.3, 0.02],
      [-0.6, -0.05],
      [0, 0, 12],
    ],
  )
}

/** A plump songbird on a twig, facing right, with wing and eye. */
export function songbird(): Path {
  const body = edges(
    [
      [0, 0, 5],
      [0.85, 0.3],
      [1.12, 1.0, 88],
      [1.02, 1.45, 95],
      [1.05, 1.72],
    ],
    [
      [1.3, 1.84],
      [1.5, 1.86],
    ],
    [
      [1.25, 2.0],
      [1.0, 2.1],
    ],
    [
      [0.6, 2.38, 180],
      [0.15, 2.05],
      [-0.35, 1.55],
      [-0.95, 1.05, 220],
      [-1.95, 0.28],
    ],
    [
      [-2.0, 0.05],
      [-1.9, -0.1],
    ],
    [
      [-1.1, 0.3],
      [-0.6, 0.15],
      [0, 0, -10],
    ],
  )
  const wing = edges(
    [
      [0, 0],
      [0.25, 0.45],
    ],
    [
      [0.55, 0.85, 95],
      [0.1, 1.42, 190],
      [-0.5, 1.0],
      [-1.0, 0.62, 205],
    ],
    [
      [-0.6, 0.5],
      [0.25, 0.45],
    ],
    [[0, 0]],
  )
  return chained(body, wing)
}

/** A fish that the line swims through: in at the tail from the left, out at the tail again to the right. Hangs on its belly. */
export function fish(): Path {
  return edges(
    [
      [0, 0, 8],
      [1.1, 0.35],
      [1.75, 0.95, 75],
      [1.8, 1.05],
    ],
    [
      [1.3, 1.75],
      [0.3, 2.1, 182],
      [-0.7, 1.72],
      [-1.35, 1.15],
    ],
    [
      [-1.8, 1.6],
      [-2.35, 1.95],
    ],
    [
      [-2.1, 1.35],
      [-2.12, 1.0, -90],
      [-2.15, 0.55],
      [-2.4, 0.05],
    ],
    [
      [-1.8, 0.4],
      [-1.35, 0.85],
    ],
    [
      [-0.7, 0.2],
      [0, 0, -8],
    ],
  )
}

/** The fish with a gill and an eye. */
export function tropicalFish(): Path {
  const foot: XY = [0.55, 0.11]
  const gill = through(foot, [0.92, 1.0, 92], [0.62, 2.06])
  const toEye = through(foot, [0.88, 0.62], [0.98, 1.12])
  const eye = chained(
    line([0.98, 1.12], [1.18, 1.25]),
    arc([1.32, 1.25], 0.14, 180, 360),
    line([1.18, 1.25], [0.98, 1.12]),
  )
  return chained(fish(), line([0, 0], foot), retraced(gill), toEye, eye, reversed(toEye), line(foot, [0, 0]))
}

/** A scallop shell with its hinge at the bottom and ribs to each scallop. */
export function scallop(): Path {
  const count = 7
  const spread = 132
  const at = (i: number, radius = 2.4): XY => onCircle([0, 0.35], radius, 90 + spread / 2 - (i * spread) / count)
  const parts: Path[] = [
    through([0, 0, 180], [-0.45, 0.02], [-0.6, 0.3]),
    through([-0.6, 0.3], [-0.35, 0.42], [0, 0.35]),
    line([0, 0.35], at(0)),
  ]
  for (let i = 0; i < count; i++) {
    const middle = onCircle([0, 0.35], 2.68, 90 + spread / 2 - ((i + 0.5) * spread) / count)
    parts.push(through(at(i), middle, at(i + 1)))
    parts.push(
      i < count - 1
        ? retraced(line(at(i + 1), onCircle([0, 0.35], 0.75, 90 + spread / 2 - ((i + 1) * spread) / count)))
        : line(at(count), [0, 0.35]),
    )
  }
  parts.push(through([0, 0.35], [0.35, 0.42], [0.6, 0.3]), through([0.6, 0.3], [0.45, 0.02], [0, 0, 180]))
  return chained(...parts)
}

/** A starfish with a row of dots' worth of veins: five soft arms from the lowest notch. */
export function starfish(): Path {
  const knots = Array.from({ length: 5 }, (_, i) => {
    const angle = -90 + i * 72
    return [
      [...onCircle([0, 1.75], 0.72, angle), angle + 90] as const,
      [...onCircle([0, 1.75], 1.62, angle + 28)] as const,
      [...onCircle([0, 1.75], 1.78, angle + 36), angle + 126] as const,
      [...onCircle([0, 1.75], 1.62, angle + 44)] as const,
    ]
  }).flat()
  const outline = through(...knots.map(k => [...k] as [number, number, number?]), [
    ...onCircle([0, 1.75], 0.72, 270),
    0,
  ])
  const veins = Array.from({ length: 5 }, (_, i) => retraced(line([0, 1.75], onCircle([0, 1.75], 1.2, -54 + i * 72))))
  return chained(line([0, 0], [0, 1.03]), outline, line([0, 1.03], [0, 1.75]), ...veins, line([0, 1.75], [0, 0]))
}

/** A bat with its wings spread, hanging on its feet. */
export function bat(): Path {
  const half = edges(
    [
      [0, 0],
      [0.2, 0.25],
      [0.35, 0.62],
    ],
    [
      [0.75, 0.3],
      [1.2, 0.62],
    ],
    [
      [1.55, 0.25],
      [2.0, 0.6],
    ],
    [
      [2.4, 0.35],
      [3.0, 0.75],
    ],
    [
      [2.6, 1.5],
      [1.7, 1.95, 180],
      [1.1, 1.55],
      [0.42, 1.3],
    ],
    [
      [0.38, 1.62],
      [0.42, 2.0],
    ],
    [
      [0.26, 1.82],
      [0, 1.78, 180],
    ],
  )
  return mirrored(half)
}

/** A paw print: a broad pad and four toes. */
export function paw(): Path {
  const toe = (at: XY, turn: number, size: number): Path =>
    placed(ring(0, [0, 0], [0.33, 0.5, 90], [0, 1.05, 180], [-0.33, 0.5, -90]), { at, turn, scale: size })
  const right = through([0, 0, 0], [0.55, -0.05], [1.0, 0.22, 75], [0.75, 0.85, 120])
  const top = through([0.75, 0.85, 120], [0.42, 1.25], [0, 1.4, 180])
  const inner = toe([0.42, 1.52], -10, 1.05)
  const half = chained(right, trip([0.75, 0.85], toe([0.95, 1.0], -38, 0.95)), top)
  return chained(
    half,
    trip([0, 1.4], inner),
    trip([0, 1.4], placed(reversed(inner), { flip: 'x' })),
    placed(reversed(half), { flip: 'x' }),
  )
}

/** A cat that sits with its back to you: ears up, tail curled. Begins and ends under it. */
export function sittingCat(): Path {
  const side = edges(
    [
      [0, 0, 0],
      [0.95, 0.12],
      [1.2, 0.75, 95],
      [0.85, 1.75],
      [0.52, 2.35, 110],
      [0.62, 2.75, 80],
      [0.66, 3.05, 88],
      [0.62, 3.6],
    ],
    [
      [0.4, 3.42],
      [0.28, 3.32],
    ],
    [[0, 3.36, 180]],
  )
  const tail = retraced(
    through([0, 0, 0], [1.3, -0.28], [2.1, 0.1], [2.15, 0.85, 110], [1.7, 1.25, 180], [1.5, 0.95, -80]),
  )
  return chained(mirrored(side), tail)
}

/** A duckling on the water, facing right. */
export function duckling(): Path {
  const body = edges(
    [
      [0, 0, 0],
      [1.1, 0.15],
      [1.55, 0.8, 92],
      [1.2, 1.4, 140],
      [1.25, 1.62],
    ],
    [
      [1.55, 1.66],
      [2.0, 1.72],
    ],
    [
      [2.0, 1.95],
      [1.62, 2.05],
    ],
    [
      [1.4, 2.5],
      [0.9, 2.68, 180],
      [0.3, 2.1, -92],
      [0.5, 1.5],
      [0.05, 1.22],
      [-0.7, 1.15, 175],
      [-1.6, 1.5],
    ],
    [
      [-1.75, 0.9],
      [-1.35, 0.25],
      [0, 0, 0],
    ],
  )
  const wing = chained(
    line([0, 0], [-0.15, 0.35]),
    edges(
      [
        [-0.15, 0.35],
        [0.55, 0.5],
        [0.5, 0.98, 165],
        [-0.2, 0.92],
        [-0.95, 0.95],
      ],
      [
        [-0.6, 0.5],
        [-0.15, 0.35],
      ],
    ),
    line([-0.15, 0.35], [0, 0]),
  )
  return chained(body, wing)
}

/** A bee with two wings and two stripes. Hangs on its back end and points up. */
export function bee(): Path {
  const flank = join(through([0, 0, 40], [0.62, 0.7, 88]), through([0.62, 0.7, 88], [0.55, 1.35, 112]))
  const head = through([0.55, 1.35, 112], [0.28, 1.75], [0.34, 2.05, 90], [0, 2.38, 180])
  const wing = placed(through([0, 0, 24], [1.1, 0.5, 5], [1.6, 0, -90], [1.0, -0.32, 180], [0, 0, 164]), {
    at: [0.55, 1.35],
    turn: 22,
  })
  const stripe = retraced(through([0.62, 0.7], [0, 0.54], [-0.62, 0.7]))
  const low = through([0, 0, 40], [0.62, 0.7, 88])
  const band = through([0.55, 1.35], [0, 1.2], [-0.55, 1.35])
  return chained(
    mirrored(join(flank, head)),
    low,
    stripe,
    through([0.62, 0.7, 88], [0.55, 1.35, 112]),
    wing,
    band,
    placed(reversed(wing), { flip: 'x' }),
    placed(reversed(flank), { flip: 'x' }),
  )
}
