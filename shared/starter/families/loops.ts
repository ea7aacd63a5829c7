import { loopAt } from '#shared/starter/curls.ts'
import { grown, type Family } from '#shared/starter/family.ts'
import { through, type Knot } from '#shared/starter/spline.ts'

const choices = {
  /** Lines up and down in a repeat, counted in pairs. */
  pairs: { from: 1, to: 4, whole: true },
  /** Inches from one line to the next. */
  step: { from: 1.4, to: 6 },
  tallInches: { from: 6, to: 12 },
  /** Loops on a line. */
  loops: { from: 1, to: 5, whole: true },
  /** Inches across a loop. */
  size: { from: 0.5, to: 1.8 },
  /** How much larger the middle loop of a line is than its first and last, as a part. */
  belly: { from: 0, to: 1 },
  /** Inches a line leans over on its way. */
  slope: { from: 0, to: 4 },
} as const

/** Lines up and down with loops on the way, the loops of every line to its left. */
export const looping: Family<typeof choices> = {
  id: 'looping',
  choices,
  line({ pairs, step, tallInches: tall, loops, size, belly, slope }) {
    const knots: Knot[] = [[-step / 2, -tall / 2, 0]]
    const reach = tall * 0.36
    for (let k = 0; k < pairs * 2; k++) {
      const up = k % 2 === 0
      const x = k * step
      const heading = Math.atan2(tall * 0.72, slope)
      const degrees = ((up ? heading : -heading) * 180) / Math.PI
      for (let i = 0; i < loops; i++) {
        const t = loops === 1 ? 0 : (2 * i) / (loops - 1) - 1
        const across = size * (1 - belly + belly * Math.cos((t * Math.PI) / 2.4))
        const y = (up ? t : -t) * reach * (loops === 1 ? 0 : 0.8)
        knots.push(...loopAt([x + (t * slope) / 2, y], across, degrees))
      }
      knots.push([x + step / 2, up ? tall / 2 : -tall / 2, 0])
    }
    return through(...knots)
  },
}

export const loopings = [
  grown(
    looping,
    { pairs: 3, step: 1.8, tallInches: 9, loops: 4, size: 0.62, belly: 0, slope: 0 },
    {
      slug: 'twist-and-turn',
      name: 'Twist and Turn',
      kind: 'edge-to-edge',
      sizeInches: [10.8, 9],
      repeatInches: 10.8,
      rowInches: 8.4,
      tags: ['terry twist', 'loops', 'grid', 'traditional', 'masculine', 'texture'],
      notes: 'Loops stand in a grid, four to a line.',
    },
  ),
  grown(
    looping,
    { pairs: 2, step: 2.7, tallInches: 8.6, loops: 2, size: 1.05, belly: 0, slope: 0.9 },
    {
      slug: 'loop-the-loop',
      name: 'Loop the Loop',
      kind: 'edge-to-edge',
      sizeInches: [11.8, 8.6],
      repeatInches: 10.8,
      rowInches: 7.5,
      tags: ['loops', 'playful', 'children', 'open', 'easy'],
      notes: 'Two loops on the way up, two on the way down.',
    },
  ),
]
