import { bent } from './along.ts'
import { flow } from './flow.ts'
import { CORNER, join, type Path, type XY } from './path.ts'
import { starter } from './pattern.ts'
import { through } from './spline.ts'

/** One lick of flame, drawn upright from its left foot over the tip to its right foot and swayed along an S. */
function lick(foot: XY, tall: number, half: number, lean: number): Path {
  const upright = join(
    through([0, half * 0.8], [tall * 0.26, half, 0], [tall * 0.62, half * 0.52], [tall, 0, -9]),
    CORNER,
    through([tall, 0, 189], [tall * 0.62, -half * 0.52], [tall * 0.26, -half, 180], [0, -half * 0.8]),
  )
  const [x, y] = foot
  const sway = (t: number) => lean * (1.1 * t * t - 0.6 * Math.sin(Math.PI * t))
  return bent(upright, ([s, d]) => [x - d + sway(s / tall), y + s])
}

const campfire = starter({
  slug: 'campfire',
  name: 'Campfire',
  kind: 'edge-to-edge',
  family: 'flames',
  sizeInches: [9, 5.3],
  repeatInches: 9,
  tags: ['flame', 'fire', 'modern', 'masculine', 'dense'],
  notes: 'Four flames to a repeat.',
  rowInches: 5.3,
  path: () =>
    flow(
      [0, 0, 0],
      lick([1.3, 0.7], 4.2, 0.88, 0.75),
      lick([3.35, 1.35], 2.7, 0.66, 0.6),
      lick([5.35, 0.7], 4.6, 0.9, 0.85),
      lick([7.5, 1.3], 2.9, 0.7, 0.6),
      [9, 0, 0],
    ),
})

export const flames = [campfire]
