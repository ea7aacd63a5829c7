import { bent, traced } from './along.ts'
import { flow } from './flow.ts'
import { endOf, headingAtEnd, headingAtStart, join, onCircle, placed, reversed, type Path } from './path.ts'
import { starter } from './pattern.ts'
import { through } from './spline.ts'

/**
 * A swirl the line flows through: in from the left below the centre, wound inwards counter-clockwise, turned at the heart and wound
 * out again between its own windings, over the top and down on the right. No line touches another.
 * @param radius of the outer winding. @param gap between a winding and the next of the same direction.
 */
export function swirl(radius: number, gap: number, leaving = 30): Path {
  const turns = (radius - 0.55 * gap) / gap
  const inside = -90 + turns * 360
  const inward = traced(a => onCircle([0, 0], radius - (gap * (a + 90)) / 360, a), -90, inside, Math.ceil(turns * 8))
  const from = inside - 180
  const outward = traced(
    a => onCircle([0, 0], radius - 0.75 * gap - (gap * a) / 360, a),
    from,
    -360 + leaving,
    Math.ceil(((from + 360 - leaving) / 360) * 8),
  )
  const turn = through([...endOf(inward), headingAtEnd(inward)], [...outward.start, headingAtStart(outward)])
  return join(inward, turn, outward)
}

const oceanSwirls = starter({
  slug: 'ocean-swirls',
  name: 'Ocean Swirls',
  kind: 'edge-to-edge',
  family: 'swirls',
  sizeInches: [9.6, 5.6],
  repeatInches: 9.6,
  tags: ['swirl', 'spiral', 'modern', 'water', 'dense'],
  notes: 'Winds in and out again between its own lines; nothing touches.',
  rowInches: 4,
  path: () =>
    join(
      flow([0, 0, -12], placed(swirl(1.75, 0.8, 22), { at: [2.5, 1.15] }), [4.95, 0.2, -12]),
      flow([4.95, 0.2, -12], placed(swirl(1.6, 0.8, 20), { at: [7.15, -1.1], flip: 'y' }), [9.6, 0, -12]),
    ),
})

const rollingSurf = starter({
  slug: 'rolling-surf',
  name: 'Rolling Surf',
  kind: 'edge-to-edge',
  family: 'swirls',
  sizeInches: [13.8, 5.1],
  repeatInches: 13.75,
  tags: ['wave', 'water', 'sea', 'swirl', 'modern'],
  notes: 'A tall wave and a small one to a repeat.',
  rowInches: 5.1,
  path: () =>
    placed(
      flow(
        [0, 0, 0],
        [2.2, 1.1],
        [3.1, 3],
        placed(swirl(1.35, 0.95, 165), { at: [4.6, 2.75], flip: 'y' }),
        [3.7, 1.2],
        [5.2, 0.1],
        [6, 0, 0],
        [7.6, 0.7],
        [8.2, 1.8],
        placed(swirl(0.9, 0.9, 165), { at: [9.2, 1.6], flip: 'y' }),
        [8.75, 0.75],
        [10, 0.05],
        [11, 0, 0],
      ),
      { scale: 1.25 },
    ),
})

const woodGrain = starter({
  slug: 'wood-grain',
  name: 'Wood Grain',
  kind: 'edge-to-edge',
  family: 'swirls',
  sizeInches: [13, 5.3],
  repeatInches: 13,
  tags: ['wood', 'nature', 'modern', 'masculine', 'dense'],
  notes: 'Two knots to a repeat. Fine on quilts for men and boys.',
  rowInches: 3.6,
  path() {
    const eyes = flow(
      [0, 0, 0],
      placed(swirl(1.7, 0.92, 8), { at: [1.9, 1.4] }),
      [3.75, 0, -20],
      placed(swirl(1.45, 0.92, 8), { at: [5.3, -1.2], flip: 'y' }),
      [7, 0, 0],
    )
    // Stretched sideways the windings turn to grain round two knots; the slow wave keeps them from looking ruled.
    return bent(eyes, ([x, y]) => [(x * 13) / 7, y * 0.95 + 0.16 * Math.sin((x / 7) * 4 * Math.PI + y * 0.5) - 0.0])
  },
})

const swirlCorner = starter({
  slug: 'swirl-corner',
  name: 'Swirl Corner',
  kind: 'corner',
  family: 'swirls',
  sizeInches: [9.9, 9.9],
  tags: ['swirl', 'corner', 'modern', 'elegant'],
  notes: 'Starts at the end of one arm and ends at the end of the other.',
  path() {
    const arm = flow(
      [0, 0, 20],
      placed(swirl(0.8, 0.55, 35), { at: [1.5, 1.1] }),
      placed(swirl(1.05, 0.6, 40), { at: [3.7, -0.75], flip: 'y' }),
      placed(swirl(1.3, 0.62, 30), { at: [6.1, 1.2] }),
      [7.9, 0.5, -45],
    )
    const other = placed(reversed(arm), { flip: 'x', turn: -90 })
    return join(arm, placed(other, { at: [endOf(arm)[0] - other.start[0], endOf(arm)[1] - other.start[1]] }))
  },
})

export const swirls = [oceanSwirls, rollingSurf, woodGrain, swirlCorner]
