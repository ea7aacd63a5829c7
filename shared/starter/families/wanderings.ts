import { grown, type Family } from '#shared/starter/family.ts'
import { labyrinth, meander } from '#shared/starter/meander.ts'
import { placed } from '#shared/starter/path.ts'

const choices = {
  columns: { from: 5, to: 12, whole: true },
  rows: { from: 4, to: 9, whole: true },
  /** Inches across the two lanes that run side by side. */
  cell: { from: 0.9, to: 2.4 },
  /** How often the way branches: low runs on, high is curly. */
  bushy: { from: 0, to: 1 },
  turns: { of: ['round', 'square'] },
  seed: { from: 1, to: 999, whole: true },
} as const

/** The cell at which round wanderings settle evenly; other sizes are scaled from it. */
const SETTLED_CELL = 1.25

/** A line that wanders over the whole strip and never crosses itself. */
export const wandering: Family<typeof choices> = {
  id: 'wandering',
  choices,
  line({ columns, rows, cell, bushy, turns, seed }) {
    if (turns === 'square') return labyrinth({ columns, rows, cell, bushy, seed })
    return placed(meander({ columns, rows, cell: SETTLED_CELL, bushy, seed }), { scale: cell / SETTLED_CELL })
  },
}

export const wanderings = [
  grown(
    wandering,
    { columns: 7, rows: 6, cell: 1.6, bushy: 0.3, turns: 'round', seed: 21 },
    {
      slug: 'open-meander',
      name: 'Open Meander',
      kind: 'edge-to-edge',
      sizeInches: [13.2, 8.2],
      repeatInches: 11.2,
      rowInches: 8.4,
      tags: ['meander', 'stipple', 'filler', 'utility', 'open'],
      notes: 'A large, quick stipple.',
    },
  ),
  grown(
    wandering,
    { columns: 8, rows: 6, cell: 1.62, bushy: 0.35, turns: 'square', seed: 6 },
    {
      slug: 'labyrinth',
      name: 'Labyrinth',
      kind: 'edge-to-edge',
      sizeInches: [15.8, 8.1],
      repeatInches: 12.96,
      rowInches: 8.55,
      tags: ['maze', 'meander', 'geometric', 'modern', 'straight lines', 'masculine', 'filler'],
      notes: 'A stipple of square corners.',
    },
  ),
]
