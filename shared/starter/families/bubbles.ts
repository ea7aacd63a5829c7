import { dice } from '#shared/starter/dice.ts'
import { grown, type Family } from '#shared/starter/family.ts'
import { arc, CORNER, join, type Path } from '#shared/starter/path.ts'

const choices = {
  columns: { from: 3, to: 8, whole: true },
  /** Inches from one column to the next. */
  step: { from: 1.5, to: 3 },
  /** Inches across the smallest bubble and the largest. */
  smallest: { from: 0.5, to: 1.2 },
  largest: { from: 1, to: 2.6 },
  tallInches: { from: 5, to: 11 },
  /** How much of the height the columns may lack, as a part. */
  ragged: { from: 0, to: 0.5 },
  seed: { from: 1, to: 999, whole: true },
} as const

/** Columns of bubbles on a rippling line: up along their right sides, down along their left, so that nothing is stitched twice. */
export const bubble: Family<typeof choices> = {
  id: 'bubble',
  choices,
  line({ columns, step, smallest, largest, tallInches, ragged, seed }) {
    const roll = dice(seed)
    const parts: (Path | typeof CORNER)[] = []
    const quarter = step / 4
    for (let k = 0; k < columns; k++) {
      const x = k * step
      // A ripple, the column on its crest, and the next ripple; the repeat begins and ends in the trough of one.
      parts.push(k === 0 ? arc([x - quarter, 0], quarter, 270, 90) : arc([x - quarter, 0], quarter, 180, 180), CORNER)
      const most = tallInches * (1 - ragged * (k % 2 === 0 ? roll() * 0.4 : 0.6 + roll() * 0.4))
      const sizes: number[] = []
      let high = 0
      for (;;) {
        const across = Math.min(smallest + (largest - smallest) * roll(), step * 0.92)
        if (high + across > most) break
        sizes.push(across)
        high += across
      }
      let at = 0
      for (const across of sizes) {
        parts.push(arc([x, at + across / 2], across / 2, -90, 180), CORNER)
        at += across
      }
      for (const across of [...sizes].reverse()) {
        parts.push(arc([x, at - across / 2], across / 2, 90, 180), CORNER)
        at -= across
      }
      parts.push(arc([x + quarter, 0], quarter, 180, 180))
      parts.push(CORNER)
    }
    parts.push(arc([columns * step - quarter, 0], quarter, 180, 90))
    return join(...parts)
  },
}

export const bubbles = [
  grown(
    bubble,
    { columns: 6, step: 1.9, smallest: 0.7, largest: 1.75, tallInches: 9, ragged: 0.45, seed: 14 },
    {
      slug: 'champagne-bubbles',
      name: 'Champagne Bubbles',
      kind: 'edge-to-edge',
      sizeInches: [11.6, 8.9],
      repeatInches: 11.4,
      rowInches: 9.3,
      tags: ['bubbles', 'pebbles', 'circles', 'water', 'modern', 'playful'],
      notes: 'Bubbles rise from a rippling line.',
    },
  ),
]
