import { traced } from '#shared/starter/along.ts'
import { grown, type Family } from '#shared/starter/family.ts'

const choices = {
  /** Loops to a repeat. */
  count: { from: 2, to: 12, whole: true },
  /** Inches from one loop to the next. */
  step: { from: 0.8, to: 4 },
  tallInches: { from: 1.2, to: 6 },
  /** How far the line swings back and forth on its way, in steps. */
  back: { from: 0.3, to: 1.6 },
  /** Whether the line makes one round, an eight or a clover on its way. */
  knot: { of: ['round', 'eight', 'clover'] },
} as const

/** One line that plaits itself: rounds, eights or clovers that overlap their neighbours. */
export const braid: Family<typeof choices> = {
  id: 'braid',
  choices,
  line({ count, step, tallInches, back, knot }) {
    const [p, q] = knot === 'round' ? [1, 1] : knot === 'eight' ? [2, 1] : [2, 3]
    const half = tallInches / 2
    return traced(
      t => {
        const a = 2 * Math.PI * t
        // A round starts at its top, an eight or a clover where it crosses the middle.
        const y = knot === 'round' ? Math.cos(a) : Math.sin(q * a)
        return [step * t - back * step * Math.sin(p * a), half * y]
      },
      0.25 / q,
      count + 0.25 / q,
      count * (knot === 'clover' ? 40 : 24),
    )
  },
}

export const braids = [
  grown(
    braid,
    { count: 4, step: 2.5, tallInches: 4, back: 0.62, knot: 'eight' },
    {
      slug: 'celtic-chain',
      name: 'Celtic Chain',
      kind: 'border',
      sizeInches: [11.3, 4],
      repeatInches: 10,
      tags: ['celtic', 'chain', 'cable', 'braid', 'interlace', 'masculine'],
      notes: 'Crosses itself like a plait.',
    },
  ),
  grown(
    braid,
    { count: 8, step: 1.25, tallInches: 1.8, back: 0.55, knot: 'eight' },
    {
      slug: 'cable-sashing',
      name: 'Cable Sashing',
      kind: 'sashing',
      sizeInches: [10.5, 1.8],
      repeatInches: 10,
      tags: ['cable', 'chain', 'rope', 'traditional', 'narrow'],
      notes: 'For sashings of two inches and more.',
    },
  ),
  grown(
    braid,
    { count: 7, step: 1.4, tallInches: 2.2, back: 0.8, knot: 'round' },
    {
      slug: 'slinky-sashing',
      name: 'Slinky Sashing',
      kind: 'sashing',
      sizeInches: [11.4, 2.2],
      repeatInches: 9.8,
      tags: ['loops', 'rings', 'circles', 'playful', 'narrow'],
      notes: 'Rings that roll along.',
    },
  ),
]
