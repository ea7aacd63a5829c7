import { loopAt } from './curls.ts'
import { flow } from './flow.ts'
import { CORNER, join, placed, swung, type Path } from './path.ts'
import { starter } from './pattern.ts'
import { through } from './spline.ts'

/** A paisley two inches tall whose curled tip is at 0,0, three drops on one tip; the line flows in and out at the tip. */
function paisley(): Path {
  const drop = (size: number): Path =>
    placed(
      through(
        [0, 0, 196],
        [-0.82, -0.52],
        [-1.02, -1.35, -82],
        [-0.28, -2, 0],
        [0.45, -1.42, 88],
        [0.34, -0.72],
        [0, 0, 136],
      ),
      { scale: size },
    )
  return join(drop(0.48), CORNER, drop(0.74), CORNER, drop(1))
}

const paisleyParade = starter({
  slug: 'paisley-parade',
  name: 'Paisley Parade',
  kind: 'edge-to-edge',
  family: 'paisleys',
  sizeInches: [12.0, 5.4],
  repeatInches: 12.0,
  tags: ['paisley', 'modern', 'elegant', 'soft', 'dense'],
  notes: 'Three drops to a paisley, one up and one down.',
  rowInches: 5,
  path: () =>
    placed(
      swung(
        flow(
          [0, 0, 76],
          [0.42, 1.35],
          [1.5, 2.15, 8],
          CORNER,
          placed(paisley(), { at: [2.9, 1.7], scale: 1.75, turn: 4 }),
          CORNER,
          [3.5, 2.2],
          [4.2, 2.1],
          ...loopAt([4.55, 1.4], 0.62, 110, -1),
          [4.78, 0.8],
          [5, 0, -76],
        ),
      ),
      { scale: 1.2 },
    ),
})

export const paisleys = [paisleyParade]
