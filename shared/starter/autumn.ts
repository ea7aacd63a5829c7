import { tendril } from './curls.ts'
import { flow } from './flow.ts'
import { CORNER, join, line, placed, retraced, reversed, type Path, type XY } from './path.ts'
import { starter } from './pattern.ts'
import { through } from './spline.ts'

/** A pumpkin two inches wide under its stem: the line comes to 0,0, the foot of the stem, and ends there. */
function pumpkin(): Path {
  // The wider a rib, the steeper it leaves the stem and the deeper it reaches, so that no rib crosses another.
  const rib = (wide: number, leaving: number, shoulder: number, bottom: number, arriving: number): Path => {
    const right = through(
      [0, 0, leaving],
      [wide * 0.52, shoulder],
      [wide, -0.7, -90],
      [wide * 0.5, bottom],
      [0, -1.36, arriving],
    )
    return join(right, CORNER, placed(reversed(right), { flip: 'x' }))
  }
  const stem = through([0, 0, 100], [-0.1, 0.28], [-0.26, 0.46, 150])
  const stump = join(stem, CORNER, line([-0.26, 0.46], [-0.08, 0.58]), CORNER, stumpSide())
  return join(
    rib(0.34, 25, 0, -1.34, 192),
    CORNER,
    rib(0.7, 44, 0.08, -1.4, 172),
    CORNER,
    rib(1.05, 62, 0.13, -1.46, 152),
    CORNER,
    stump,
  )
}

/** The right side of the stump, from its cut end down to the foot. */
function stumpSide(): Path {
  return join(through([-0.08, 0.58], [0.1, 0.32], [0.16, 0.03, -80]), CORNER, line([0.16, 0.03], [0, 0]))
}

/** A broad leaf of five points, like a pumpkin's or an ivy's, on a short stem that grows upwards from 0,0. */
function ivyLeaf(): Path {
  const stem = line([0, 0], [0, 0.3])
  return join(stem, CORNER, placed(ivyBlade(), { at: [0, 0.3] }), CORNER, reversed(stem))
}

function ivyBlade(): Path {
  const side: XY[] = [
    [0, 0],
    [0.42, -0.12],
    [0.72, 0.22],
    [0.52, 0.42],
    [0.62, 0.86],
    [0.3, 0.8],
    [0, 1.35],
  ]
  const half = join(
    through([0, 0], side[1]!, side[2]!),
    CORNER,
    through(side[2]!, [0.56, 0.33], side[3]!),
    CORNER,
    through(side[3]!, [0.66, 0.6], side[4]!),
    CORNER,
    through(side[4]!, [0.42, 0.79], side[5]!),
    CORNER,
    through(side[5]!, [0.2, 1.08], side[6]!),
  )
  const other = placed(reversed(half), { flip: 'x' })
  const vein = (to: XY) => retraced(line([0, 0.18], to))
  return join(
    half,
    CORNER,
    other,
    CORNER,
    line([0, 0], [0, 0.18]),
    CORNER,
    vein([0.5, 0.2]),
    CORNER,
    vein([0.42, 0.62]),
    CORNER,
    vein([0, 1.05]),
    CORNER,
    vein([-0.42, 0.62]),
    CORNER,
    vein([-0.5, 0.2]),
    CORNER,
    line([0, 0.18], [0, 0]),
  )
}

const pumpkinVine = starter({
  slug: 'pumpkin-vine',
  name: 'Pumpkin Vine',
  kind: 'edge-to-edge',
  family: 'autumn',
  sizeInches: [13.8, 5.0],
  repeatInches: 13.8,
  tags: ['pumpkin', 'vine', 'leaf', 'autumn', 'halloween', 'thanksgiving'],
  notes: 'Pumpkins, leaves and a tendril on one vine.',
  rowInches: 5.1,
  path: () =>
    placed(
      flow(
        [0, 0, 28],
        [0.55, 0.28],
        CORNER,
        placed(tendril(1.15), { at: [0.55, 0.28], turn: 58 }),
        CORNER,
        [1.9, 1],
        [3, 0.45],
        CORNER,
        placed(pumpkin(), { at: [3, 0.45], scale: 1.7 }),
        CORNER,
        [4.2, 0.85],
        [5.2, -0.05],
        [6.1, -0.3],
        CORNER,
        placed(ivyLeaf(), { at: [6.1, -0.3], scale: 1.4, turn: 4 }),
        CORNER,
        placed(ivyLeaf(), { at: [6.1, -0.3], scale: 1.25, turn: 184 }),
        CORNER,
        [7.05, -0.3],
        [7.45, 0.5],
        [8.1, 0.82],
        [8.7, 0.4],
        CORNER,
        placed(pumpkin(), { at: [8.7, 0.4], scale: 1.35 }),
        CORNER,
        [9.5, 0.72],
        [10.15, -0.15],
        [11.1, -0.42],
        CORNER,
        placed(ivyLeaf(), { at: [11.1, -0.42], scale: 1.15, turn: 6 }),
        CORNER,
        [11.55, -0.3],
        [12, 0, 28],
      ),
      { scale: 1.15 },
    ),
})

const harvestPumpkin = starter({
  slug: 'harvest-pumpkin',
  name: 'Harvest Pumpkin',
  kind: 'motif',
  family: 'autumn',
  sizeInches: [6.7, 8.3],
  tags: ['pumpkin', 'autumn', 'halloween', 'thanksgiving'],
  notes: 'Starts and ends at the stem.',
  path() {
    const top: XY = [-0.08 * 3.2, 0.58 * 3.2]
    return join(
      placed(pumpkin(), { scale: 3.2 }),
      CORNER,
      placed(reversed(stumpSide()), { scale: 3.2 }),
      CORNER,
      placed(ivyLeaf(), { at: top, scale: 1.55, turn: -62 }),
      CORNER,
      placed(tendril(1.7), { at: top, turn: 175, flip: 'y' }),
    )
  },
})

const oakLeaf = starter({
  slug: 'oak-leaf',
  name: 'Oak Leaf',
  kind: 'motif',
  family: 'autumn',
  sizeInches: [4.1, 7.6],
  tags: ['oak', 'leaf', 'autumn', 'nature', 'masculine'],
  notes: 'Starts and ends at the foot of the stem.',
  path() {
    const half = through(
      [0, 1.2],
      [0.5, 1.55],
      [0.85, 2.15, 80],
      [0.55, 2.5, 100],
      [1.1, 2.75],
      [1.75, 3.3, 80],
      [1.35, 3.72],
      [0.85, 3.95, 100],
      [1.45, 4.2],
      [2.05, 4.8, 88],
      [1.6, 5.25],
      [1, 5.4, 110],
      [1.35, 5.85],
      [1.3, 6.45, 105],
      [0.75, 6.65],
      [0.62, 7.05, 95],
      [0, 7.6, 180],
    )
    // Each vein slips past the notch between two lobes before it turns into its own.
    const vein = (y: number, by: XY, to: XY): (Path | typeof CORNER)[] => [
      CORNER,
      retraced(through([0, y], by, to)),
      CORNER,
      retraced(placed(through([0, y], by, to), { flip: 'x' })),
      CORNER,
    ]
    return join(
      through([0.12, 0, 105], [0, 1.2, 90]),
      CORNER,
      half,
      placed(reversed(half), { flip: 'x' }),
      CORNER,
      line([0, 1.2], [0, 1.95]),
      ...vein(1.95, [0.36, 2.55], [1.25, 3.22]),
      line([0, 1.95], [0, 3.3]),
      ...vein(3.3, [0.58, 4], [1.55, 4.72]),
      line([0, 3.3], [0, 4.75]),
      ...vein(4.75, [0.6, 5.42], [1.02, 6.05]),
      line([0, 4.75], [0, 6.8]),
      CORNER,
      line([0, 6.8], [0, 1.2]),
      reversed(through([0.12, 0, 105], [0, 1.2, 90])),
    )
  },
})

export const autumn = [pumpkinVine, harvestPumpkin, oakLeaf]
