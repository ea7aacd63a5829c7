import { butterfly } from './butterfly.ts'
import { loopAt } from './curls.ts'
import { flow } from './flow.ts'
import { CORNER, placed, swung } from './path.ts'
import { starter } from './pattern.ts'

const monarch = starter({
  slug: 'monarch',
  name: 'Monarch',
  kind: 'motif',
  tags: ['butterfly', 'garden', 'summer', 'nature'],
  notes: 'Seven inches across. Starts and ends at the tail.',
  path: () => placed(butterfly(), { scale: 1.8 }),
})

const butterflyGarden = starter({
  slug: 'butterfly-garden',
  name: 'Butterfly Garden',
  kind: 'edge-to-edge',
  tags: ['butterfly', 'loops', 'garden', 'summer', 'children'],
  notes: 'Repeat 12.8 inches; butterflies fly both ways. Set rows 5.6 inches apart.',
  rowInches: 5.6,
  path: () =>
    swung(
      flow(
        [0, 0, -78],
        [0.6, -1.5],
        [1.8, -2.2, 0],
        [2.75, -1.7],
        CORNER,
        placed(butterfly(), { at: [3.2, 0.25], scale: 1.2 }),
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
