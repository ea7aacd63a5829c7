import { CORNER, headingAtEnd, headingAtStart, join, placed, type Path } from './path.ts'
import { starter } from './pattern.ts'
import { through } from './spline.ts'

/**
 * A heart one inch tall that the line flows through: in at the point from below left, round the right lobe, into the cleft, round
 * the left lobe and out below right, crossing itself at the point.
 */
export function flowingHeart(): Path {
  return join(
    through([0, 0, 48], [0.54, 0.72, 92], [0.3, 1, 180], [0, 0.74, 268]),
    CORNER,
    through([0, 0.74, 92], [-0.3, 1, 180], [-0.54, 0.72, 268], [0, 0, -48]),
  )
}

const heartsAndLoops = starter({
  slug: 'hearts-and-loops',
  name: 'Hearts and Loops',
  kind: 'edge-to-edge',
  tags: ['heart', 'loops', 'love', 'baby', 'wedding', 'open'],
  notes: 'Repeat 12 inches. Set rows 5 inches apart.',
  rowInches: 5,
  path() {
    const tall = placed(flowingHeart(), { at: [3, 0.3], scale: 2.3, turn: 8 })
    const small = placed(flowingHeart(), { at: [6.6, -0.2], scale: 1.5, turn: 172, flip: 'x' })
    return join(
      through([0, 0, 20], [1.1, 0.9], [0.9, 1.7, 180], [0.6, 1.1], [1.5, 0], [3, 0.3, 56]),
      tall,
      through([3, 0.3, -40], [4.2, -0.5], [6.6, -0.2, headingAtStart(small)]),
      small,
      through([6.6, -0.2, headingAtEnd(small)], [9, 0.4], [9.2, 1.4, 180], [8.6, 0.8, -90], [10.4, -0.4], [12, 0, 20]),
    )
  },
})

export const hearts = [heartsAndLoops]
