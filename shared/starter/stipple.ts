import { meander } from './meander.ts'
import { starter } from './pattern.ts'

const classicStipple = starter({
  slug: 'classic-stipple',
  name: 'Classic Stipple',
  kind: 'edge-to-edge',
  family: 'stipples',
  sizeInches: [13.2, 5.2],
  repeatInches: 12.5,
  tags: ['stipple', 'meander', 'filler', 'utility', 'soft'],
  notes: 'The line never crosses itself.',
  rowInches: 5.6,
  path: () => meander({ columns: 10, rows: 5, seed: 8, cell: 1.25, bushy: 1 }),
})

export const stipples = [classicStipple]
