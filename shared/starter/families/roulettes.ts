import { traced } from '#shared/starter/along.ts'
import { grown, type Family } from '#shared/starter/family.ts'

const choices = {
  /** Lobes of the finished figure. */
  lobes: { from: 5, to: 24, whole: true },
  /** Turns about the middle before the line closes; shares no divisor with the lobes. */
  turns: { from: 1, to: 7, whole: true },
  across: { from: 6, to: 12 },
  /** How deep the lobes reach inwards, as a part of the way to the middle. */
  depth: { from: 0.2, to: 0.9 },
  /** How far the line swings back at the end of a lobe, in degrees. */
  lean: { from: -20, to: 20 },
} as const

/** A closed line of lobes laid over each other, as a wheel rolling in a ring would draw it. */
export const roulette: Family<typeof choices> = {
  id: 'roulette',
  choices,
  line({ lobes, turns, across, depth, lean }) {
    const outer = across / 2
    const middle = outer * (1 - depth / 2)
    const swing = (outer * depth) / 2
    return traced(
      t => {
        const phase = lobes * t * 2 * Math.PI
        const angle = (turns * t * 360 + lean * Math.sin(phase) - 90) * (Math.PI / 180)
        const radius = middle + swing * Math.cos(phase)
        return [radius * Math.cos(angle), radius * Math.sin(angle)]
      },
      0,
      1,
      lobes * 10,
    )
  },
}

export const roulettes = [
  grown(
    roulette,
    { lobes: 16, turns: 5, across: 9, depth: 0.72, lean: 0 },
    {
      slug: 'spirograph',
      name: 'Spirograph',
      kind: 'block',
      sizeInches: [9, 9],
      tags: ['spirograph', 'loops', 'circle', 'geometric', 'modern', 'medallion'],
      notes: 'One closed line; start anywhere.',
    },
  ),
  grown(
    roulette,
    { lobes: 11, turns: 3, across: 9, depth: 0.5, lean: 8 },
    {
      slug: 'rope-ring',
      name: 'Rope Ring',
      kind: 'block',
      sizeInches: [8.9, 8.9],
      tags: ['rope', 'ring', 'knot', 'interlace', 'circle', 'masculine'],
      notes: 'One closed line; start anywhere.',
    },
  ),
]
