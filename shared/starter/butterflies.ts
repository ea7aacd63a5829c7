import { butterfly } from './butterfly.ts'
import { loopAt } from './curls.ts'
import { flow } from './flow.ts'
import { CORNER, placed, swung } from './path.ts'
import { starter } from './pattern.ts'

const monarch = starter({
  slug: 'monarch',
  name: 'Monarch',
  kind: 'motif',
  family: 'butterflies',
  sizeInches: [6.9, 5.3],
  tags: ['butterfly', 'garden', 'summer', 'nature'],
  notes: 'Starts and ends at the tail.',
  path: () => placed(butterfly(), { scale: 1.8 }),
})

const butterflyGarden = starter({
  slug: 'butterfly-garden',
  name: 'Butterfly Garden',
  kind: 'edge-to-edge',
  family: 'butterflies',
  sizeInches: [12.8, 5.1],
  repeatInches: 12.8,
  tags: ['butterfly', 'loops', 'garden', 'summer', 'children'],
  notes: 'The butterflies fly both ways, so the quilt has no upside down.',
  rowInches: 5.1,
  path: () =>
    swung(
      flow(
        [0, 0, -78],
        [0.6, -1.5],
        [1.8, -2.2, 0],
        [2.75, -1.7],
        CORNER,
        placed(butterfly(), { at: [3.2, 0.5], scale: 1.25 }),
        CORNER,
        [3.65, -1.7],
        [4.6, -2.2, 0],
        [5.6, -1.75],
        ...loopAt([6.12, -1], 0.72, 62),
        [6.4, 0, 78],
      ),
    ),
})

export const butterflies = [butterflyGarden, monarch]
