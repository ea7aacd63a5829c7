import { bent } from '#shared/starter/along.ts'
import { grown, type Family } from '#shared/starter/family.ts'
import { through, type Knot } from '#shared/starter/spline.ts'

const choices = {
  /** Bends to a repeat, each up and down again. */
  bends: { from: 4, to: 12, whole: true },
  /** Inches from one bend to the next. */
  step: { from: 0.8, to: 3 },
  tallInches: { from: 7, to: 12 },
  /** How much shorter the shortest bend is, as a part of the height. */
  short: { from: 0, to: 0.6 },
  /** How often short and tall come round in a repeat. */
  rhythm: { from: 1, to: 12, whole: true },
  /** How far the ends of a bend swell beyond its straight sides, as a part of the step. */
  swell: { from: -0.1, to: 0.24 },
  /** Inches the lines sway to the side on their way up. */
  sway: { from: -1.5, to: 1.5 },
} as const

/** Up and down in close bends, as ribbon candy is folded: taller and shorter, straight or swaying. */
export const serpentine: Family<typeof choices> = {
  id: 'serpentine',
  choices,
  line({ bends, step, tallInches: tall, short, rhythm, swell, sway }) {
    const knots: Knot[] = [[0, 0, 90]]
    const quarter = step / 4
    const full = (k: number) => 1 - short * (0.5 - 0.5 * Math.cos((k / bends) * rhythm * 2 * Math.PI))
    const out = quarter * (1 + 4 * swell)
    for (let k = 0; k < bends; k++) {
      const top = (tall / 2) * full(k)
      const low = (-tall / 2) * full(k + 0.5)
      const x = k * step + quarter
      knots.push([x - out, top - out * 1.15, 90], [x, top, 0], [x + out, top - out * 1.15, -90])
      knots.push([x + quarter, 0, -90])
      const x2 = x + 2 * quarter
      knots.push([x2 - out, low + out * 1.15, -90], [x2, low, 0], [x2 + out, low + out * 1.15, 90])
      knots.push([(k + 1) * step, 0, 90])
    }
    const line = through(...knots)
    if (sway === 0) return line
    return bent(line, ([x, y]) => [x + sway * Math.sin((y / tall) * 2 * Math.PI), y])
  },
}

export const serpentines = [
  grown(
    serpentine,
    { bends: 8, step: 1.5, tallInches: 9, short: 0.55, rhythm: 1, swell: 0.12, sway: 0 },
    {
      slug: 'pipe-organ',
      name: 'Pipe Organ',
      kind: 'edge-to-edge',
      sizeInches: [12.4, 8.9],
      repeatInches: 12,
      rowInches: 7.2,
      rowShiftInches: 6,
      tags: ['ribbon candy', 'lines', 'music', 'modern', 'playful', 'texture'],
      notes: 'Bends grow and shrink once in a repeat.',
    },
  ),
  grown(
    serpentine,
    { bends: 7, step: 1.7, tallInches: 9.5, short: 0.22, rhythm: 7, swell: -0.05, sway: 0.9 },
    {
      slug: 'sea-grass',
      name: 'Sea Grass',
      kind: 'edge-to-edge',
      sizeInches: [11.9, 8.5],
      repeatInches: 11.9,
      rowInches: 8.85,
      tags: ['sea', 'grass', 'water', 'nature', 'modern', 'texture'],
      notes: 'Blades that sway together.',
    },
  ),
]
