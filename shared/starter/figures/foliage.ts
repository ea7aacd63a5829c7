import { measured } from '#shared/starter/along.ts'
import { CORNER, join, line, onCircle, placed, retraced, reversed, type Path, type XY } from '#shared/starter/path.ts'
import { crown, feathered, plumes, stationsBetween } from '#shared/starter/plume.ts'
import { through } from '#shared/starter/spline.ts'
import { chained, edges, mirrored } from './draw.ts'

/** A maple leaf on its stem, with three veins. */
export function mapleLeaf(): Path {
  const half = edges(
    [
      [0, 1],
      [0.5, 0.9],
      [1.05, 0.8],
    ],
    [
      [0.92, 0.98],
      [0.95, 1.2],
    ],
    [
      [1.5, 1.55],
      [2.0, 2.05],
    ],
    [
      [1.8, 2.12],
      [1.72, 2.3],
    ],
    [
      [1.85, 2.55],
      [1.92, 2.9],
    ],
    [
      [1.6, 2.78],
      [1.34, 2.76],
    ],
    [
      [1.25, 2.88],
      [1.16, 3.05],
    ],
    [
      [0.95, 2.75],
      [0.64, 2.5],
    ],
    [
      [0.75, 3.0],
      [0.9, 3.66],
    ],
    [
      [0.7, 3.52],
      [0.5, 3.5],
    ],
    [
      [0.3, 3.8],
      [0, 4.25],
    ],
  )
  const vein = (to: XY) => retraced(through([0, 1], [to[0] * 0.5, 1 + (to[1] - 1) * 0.45], to))
  return chained(
    line([0, 0], [0, 1]),
    mirrored(half, 'pointed'),
    vein([1.3, 2.15]),
    vein([0, 3.3]),
    vein([-1.3, 2.15]),
    line([0, 1], [0, 0]),
  )
}

/** A ginkgo leaf: a fan with a cleft, on a long stem, its ribs stitched out and back. */
export function ginkgoLeaf(): Path {
  const stem = through([0, 0, 62], [0.12, 0.6], [0, 1.3, 96])
  const half = edges([
    [0, 1.3, 18],
    [0.75, 1.72],
    [1.75, 2.6, 62],
    [1.72, 3.02, 140],
    [1.1, 3.3],
    [0.62, 3.62],
    [0.2, 3.52, 215],
    [0, 3.0],
  ])
  const rib = (angle: number, reach: number) =>
    retraced(line([0, 1.3], [reach * Math.sin(angle), 1.3 + reach * Math.cos(angle)]))
  return chained(
    stem,
    mirrored(half, 'pointed'),
    rib(0.62, 1.75),
    rib(0.28, 1.85),
    rib(-0.28, 1.85),
    rib(-0.62, 1.75),
    reversed(stem),
  )
}

/** A slim pointed leaf without veins that grows to the right from 0,0 and comes back there. */
export function blade(length: number, half: number): Path {
  return chained(
    through([0, 0, 24], [length * 0.42, half, 0], [length, 0, -26]),
    through([length, 0, 206], [length * 0.42, -half, 180], [0, 0, 156]),
  )
}

/** A frond of a fern that grows to the right and comes back along its rib. */
export function fernFrond(pairs = 8): Path {
  const length = 5
  const parts: Path[] = []
  let at: XY = [0, 0]
  for (let i = 0; i < pairs; i++) {
    const t = (i + 0.6) / (pairs + 0.4)
    const node: XY = [length * t * 0.97, 0]
    const reach = 1.5 * Math.sin(Math.PI * (0.16 + 0.8 * t) ** 0.8) + 0.12
    parts.push(line(at, node))
    for (const side of [1, -1] as const) parts.push(placed(blade(reach, 0.16), { at: node, turn: side * 56 }))
    at = node
  }
  parts.push(line(at, [length * 0.97, 0]), placed(blade(0.75, 0.16), { at: [length * 0.97, 0] }))
  return chained(...parts, line([length * 0.97, 0], [0, 0]))
}

/** A sprig of eucalyptus that grows to the right: round leaves in pairs on short stalks, smaller towards the tip. */
export function eucalyptus(pairs = 5): Path {
  const parts: Path[] = []
  let at: XY = [0, 0]
  for (let i = 0; i < pairs; i++) {
    const size = 0.5 - 0.05 * i
    const node: XY = [0.6 + i * 1.22 - i * i * 0.065, 0]
    parts.push(line(at, node))
    for (const side of [1, -1] as const) parts.push(placed(coin(size), { at: node, turn: side * 62 }))
    at = node
  }
  const tip: XY = [at[0] + 0.5, 0]
  return chained(...parts, line(at, tip), placed(coin(0.3), { at: tip }), line(tip, [0, 0]))
}

/** A round leaf on a short stalk with half a rib. */
function coin(radius: number): Path {
  const stalk: XY = [radius * 0.35, 0]
  return chained(
    line([0, 0], stalk),
    through(
      [...stalk, 62],
      [stalk[0] + radius, radius, 0],
      [stalk[0] + radius * 2.05, 0, -90],
      [stalk[0] + radius, -radius, 180],
      [...stalk, 118],
    ),
    line(stalk, [stalk[0] + radius * 1.2, 0]),
    line([stalk[0] + radius * 1.2, 0], [0, 0]),
  )
}

/** An acorn with its cup, hanging on its stalk: grows upwards from 0,0 cup first, as it does when it hangs upside down. */
export function acorn(): Path {
  const cup = mirrored(
    edges(
      [
        [0, 0.35],
        [0.45, 0.42],
        [0.82, 0.78, 70],
        [0.84, 1.0, 110],
      ],
      [
        [0.45, 0.9],
        [0, 0.87, 180],
      ],
    ),
    'smooth',
  )
  const nut = mirrored(
    edges([
      [0.7, 0.94, 80],
      [0.68, 1.45],
      [0.3, 1.98, 128],
      [0, 2.3],
    ]),
    'pointed',
  )
  const base = line([0, 0], [0, 0.35])
  // The rim of the cup is walked to where the nut begins, and back from where it ends.
  return chained(
    base,
    cup,
    through([0, 0.35], [0.45, 0.42], [0.82, 0.78, 70], [0.84, 1.0, 110]),
    line([0.84, 1], [0.7, 0.94]),
    nut,
    line([-0.7, 0.94], [-0.84, 1]),
    placed(reversed(through([0, 0.35], [0.45, 0.42], [0.82, 0.78, 70], [0.84, 1.0, 110])), { flip: 'x' }),
    reversed(base),
  )
}

/** An oak leaf with round lobes and its midrib. */
export function oakLeaf(): Path {
  const half = through(
    [0, 0.9, 20],
    [0.42, 1.3, 70],
    [0.4, 1.62, 95],
    [0.85, 1.85],
    [1.12, 2.3, 90],
    [0.72, 2.62, 120],
    [1.05, 2.9],
    [1.22, 3.4, 92],
    [0.7, 3.7, 130],
    [0.9, 4.0],
    [0.86, 4.4, 105],
    [0.4, 4.85],
    [0, 5.0, 180],
  )
  return chained(
    line([0, 0], [0, 0.9]),
    mirrored(half),
    retraced(through([0, 0.9, 90], [0, 4.1, 90])),
    line([0, 0.9], [0, 0]),
  )
}

/** Five-pointed ivy on a short stem, with veins. */
export function ivyLeaf(): Path {
  const half = edges(
    [
      [0, 0.6],
      [0.35, 0.3],
      [0.8, 0.32, 25],
      [1.15, 0.62],
    ],
    [
      [0.95, 0.85],
      [0.98, 1.08],
    ],
    [
      [1.35, 1.3],
      [1.6, 1.72],
    ],
    [
      [1.15, 1.75],
      [0.75, 1.98],
    ],
    [
      [0.55, 2.4],
      [0, 3.1],
    ],
  )
  const vein = (to: XY) => retraced(line([0, 0.6], to))
  return chained(
    line([0, 0], [0, 0.6]),
    mirrored(half, 'pointed'),
    vein([0.95, 1.45]),
    vein([0, 2.4]),
    vein([-0.95, 1.45]),
    line([0, 0.6], [0, 0]),
  )
}

/** An ear of wheat that grows upwards, its grains in pairs under long beards. */
export function wheatEar(): Path {
  const parts: Path[] = []
  let at: XY = [0, 0]
  for (let i = 0; i < 6; i++) {
    const node: XY = [0, 1.4 + i * 0.62]
    parts.push(line(at, node))
    for (const side of [1, -1] as const) parts.push(placed(blade(0.95, 0.19), { at: node, turn: 90 - side * 38 }))
    at = node
  }
  const tip = placed(blade(1.05, 0.2), { at, turn: 90 })
  return join(...parts.flatMap(p => [p, CORNER] as const), tip, CORNER, line(at, [0, 0]))
}

/** A clover of four hearts on a stem. */
export function clover(): Path {
  const stem = through([0, 0, 60], [0.18, 0.8], [0, 1.6, 100])
  const lobe = edges([
    [0, 0, 52],
    [0.5, 0.82, 92],
    [0.27, 1.12, 172],
    [0, 0.92],
  ])
  const heart = mirrored(lobe, 'pointed')
  return chained(stem, ...[-45, 45, 135, 225].map(turn => placed(heart, { at: [0, 1.6], turn })), reversed(stem))
}

/** A feather that grows upwards from its quill, plumes on both sides, and comes back along the quill. */
export function feather(): Path {
  const spine = measured(through([0, 0, 84], [0.3, 3], [-0.25, 5.4, 104]))
  const foot = 0.9
  const full = (s: number) => {
    const t = Math.min(1, Math.max(0, (s - foot) / (spine.length - foot)))
    return 0.5 + 0.5 * Math.sin(Math.PI * (0.2 + 0.76 * t))
  }
  const pitch = (s: number) => 0.7 * (0.35 + 0.65 * full(s))
  const side = (from: number, height: number) =>
    plumes({ spine, pitch, stations: stationsBetween(from, spine.length - 0.1, pitch), height: s => height * full(s) })
  return join(
    feathered(spine, [...side(foot, 1.5), ...side(foot + 0.25, -1.5)], 0, spine.length),
    CORNER,
    crown(spine, 0.9),
    CORNER,
    reversed(spine.between(0, spine.length)),
  )
}

/** Where a stem ends, as seen from its foot: for wreaths. */
export function around(count: number, radius: number, figure: (i: number) => Path): Path[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = 90 - (i * 360) / count
    return placed(figure(i), { at: onCircle([0, 0], radius, angle), turn: angle - 90 })
  })
}
