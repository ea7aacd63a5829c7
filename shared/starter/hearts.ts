import { loopAt } from './curls.ts'
import { flow } from './flow.ts'
import { CORNER, cornered, join, placed, repeated, swung, type Path } from './path.ts'
import { starter } from './pattern.ts'
import { through } from './spline.ts'

/**
 * A heart one inch tall that the line flows through: in at the point from below left, round the right lobe, into the cleft, round
 * the left lobe and out below right.
 * @param plump half its width; 0.55 is a valentine. @param heading degrees at which the sides leave the point.
 */
export function flowingHeart(plump = 0.56, heading = 40, tall = 1): Path {
  const top = tall
  const shoulder = tall * 0.7
  const cleft = tall * 0.74
  const right: Path = through([0, 0, heading], [plump, shoulder, 93], [plump * 0.54, top, 180], [0, cleft, 262])
  const left: Path = through([0, cleft, 98], [-plump * 0.54, top, 180], [-plump, shoulder, 267], [0, 0, -heading])
  return join(right, CORNER, left)
}

/** A heart within a heart, both hanging on the same point; the line flows in and out as through a single one. */
function doubleHeart(): Path {
  return join(flowingHeart(0.33, 60, 0.68), CORNER, flowingHeart())
}

const heartsAndLoops = starter({
  slug: 'hearts-and-loops',
  name: 'Hearts and Loops',
  kind: 'edge-to-edge',
  family: 'hearts',
  sizeInches: [9.7, 5.1],
  repeatInches: 9.7,
  tags: ['heart', 'loops', 'love', 'baby', 'wedding', 'open'],
  notes: 'One heart up, one down, so the quilt has no upside down.',
  rowInches: 4.7,
  path: () =>
    swung(
      flow(
        [0, 0, -84],
        [0.42, -1.35],
        [1.25, -1.85, 5],
        placed(doubleHeart(), { at: [2.35, -0.6], scale: 3.15 }),
        [3.05, -1.7],
        ...loopAt([3.72, -2], 0.75),
        [4.4, -1.6],
        [4.85, 0, 84],
      ),
    ),
})

const sweetheart = starter({
  slug: 'sweetheart',
  name: 'Sweetheart',
  kind: 'border',
  family: 'hearts',
  sizeInches: [9.7, 3.3],
  repeatInches: 9.6,
  tags: ['heart', 'loops', 'love', 'wedding', 'baby'],
  notes: 'Two hearts to a repeat, all upright.',
  path() {
    const unit = flow(
      [0, 0, 0],
      placed(flowingHeart(), { at: [1.25, 0.35], scale: 2.4 }),
      [2.35, 0, 0],
      ...loopAt([3.15, 0], 1),
      [4, 0, 0],
    )
    return placed(repeated(unit, 2), { scale: 1.2 })
  },
})

const fourHearts = starter({
  slug: 'four-hearts',
  name: 'Four Hearts',
  kind: 'block',
  family: 'hearts',
  sizeInches: [8, 8],
  tags: ['heart', 'love', 'wedding', 'traditional'],
  notes: 'Starts and ends in the middle.',
  path() {
    const heart = join(flowingHeart(0.31, 58, 0.66), CORNER, flowingHeart(0.53, 45))
    const around = [0, -90, -180, -270].map(turn => placed(heart, { scale: 4, turn }))
    return cornered(...around)
  },
})

export const hearts = [heartsAndLoops, sweetheart, fourHearts]
