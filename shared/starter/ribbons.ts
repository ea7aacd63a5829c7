import { repeated } from './path.ts'
import { starter } from './pattern.ts'
import { through } from './spline.ts'

const ribbonCandy = starter({
  slug: 'ribbon-candy',
  name: 'Ribbon Candy',
  kind: 'border',
  family: 'ribbons',
  sizeInches: [10.7, 4],
  repeatInches: 10,
  tags: ['ribbon', 'candy', 'traditional', 'playful', 'dense'],
  notes: 'Made for sashings and borders; scale it to the width of yours.',
  path: () =>
    repeated(
      through(
        [0, 0, 112],
        [-0.33, 1.3, 90],
        [0.5, 2, 0],
        [1.33, 1.3, -90],
        [1, 0, -112],
        [0.67, -1.3, -90],
        [1.5, -2, 0],
        [2.33, -1.3, 90],
        [2, 0, 112],
      ),
      5,
    ),
})

export const ribbons = [ribbonCandy]
