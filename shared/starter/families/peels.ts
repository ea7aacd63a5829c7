import { measured } from '#shared/starter/along.ts'
import { grown, type Family } from '#shared/starter/family.ts'
import { bow } from '#shared/starter/lattices.ts'
import { cornered, placed, type Path, type XY } from '#shared/starter/path.ts'

const choices = {
  /** Squares across a repeat, counted in pairs. */
  pairs: { from: 2, to: 5, whole: true },
  /** Squares from bottom to top. */
  tall: { from: 3, to: 9, whole: true },
  /** Inches to a side of a square. */
  cell: { from: 1, to: 3 },
} as const

/** Orange peel from edge to edge: up each column of the grid and down again, a level petal at every crossing. */
export const peel: Family<typeof choices> = {
  id: 'peel',
  choices,
  line({ pairs, tall, cell }) {
    const at = (c: number, r: number): XY => [c * cell, r * cell]
    const petal = (c: number, r: number): Path[] => [
      bow(at(c, r), at(c + 1, r), true),
      bow(at(c + 1, r), at(c, r), true),
    ]
    const parts: Path[] = []
    for (let c = 0; c < pairs * 2; c++) {
      for (let r = 0; r < tall; r++) {
        parts.push(bow(at(c, r), at(c, r + 1), (r + c) % 2 === 0))
        if (r < tall - 1) parts.push(...petal(c, r + 1))
      }
      for (let r = tall; r > 0; r--) parts.push(bow(at(c, r), at(c, r - 1), (r - 1 + c) % 2 === 0))
      // On the lowest level the petal is closed and its upper side stitched once more, to get on.
      parts.push(...petal(c, 0), bow(at(c, 0), at(c + 1, 0), true))
    }
    // The repeat begins and ends in the middle of the last arc, where the line runs level.
    const last = measured(parts.pop()!)
    const middle = last.length / 2
    const lead = placed(last.between(middle, last.length), { at: [-pairs * 2 * cell, 0] })
    return cornered(lead, ...parts, last.between(0, middle))
  },
}

export const peels = [
  grown(
    peel,
    { pairs: 2, tall: 4, cell: 2.4 },
    {
      slug: 'orange-peel-all-over',
      name: 'Orange Peel All Over',
      kind: 'edge-to-edge',
      sizeInches: [10.8, 10.1],
      repeatInches: 9.6,
      rowInches: 9.6,
      tags: ['orange peel', 'petals', 'arcs', 'geometric', 'traditional'],
      notes: 'Rows meet tip to tip. One arc of each lowest petal is stitched twice.',
    },
  ),
]
