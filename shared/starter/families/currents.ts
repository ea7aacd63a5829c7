import { bent } from '#shared/starter/along.ts'
import { dice } from '#shared/starter/dice.ts'
import { grown, type Family } from '#shared/starter/family.ts'
import type { Path } from '#shared/starter/path.ts'
import { through, type Knot } from '#shared/starter/spline.ts'

const choices = {
  /** Lines one above another, counted in pairs; one more is added so that the line goes on to the right. */
  pairs: { from: 2, to: 6, whole: true },
  /** Inches from line to line. */
  gap: { from: 0.6, to: 1.4 },
  wideInches: { from: 9, to: 14 },
  /** Inches the lines swing up and down. */
  swing: { from: 0, to: 1.2 },
  /** Waves of the swing to a repeat. */
  waves: { from: 1, to: 3, whole: true },
  /** Inches by which the turns lie unevenly one above another. */
  ragged: { from: 0, to: 1 },
  /** Inches the turns lean to the right from bottom to top. */
  lean: { from: 1, to: 5 },
  seed: { from: 1, to: 999, whole: true },
} as const

/** Long lines back and forth, each repeat hooked into the next: water, wind and wood. */
export const current: Family<typeof choices> = {
  id: 'current',
  choices,
  line({ pairs, gap, wideInches: wide, swing, waves, ragged, lean, seed }) {
    const roll = dice(seed)
    const levels = pairs * 2 + 1
    const tall = (levels - 1) * gap
    // From the top of one repeat the line falls to the foot of the next along this slant; all turns keep clear of it.
    const slant = (y: number) => (lean * y) / tall
    const clear = 0.62 * gap
    const knots: Knot[] = []
    const turnRoom = gap / 2
    for (let i = 0; i < levels; i++) {
      const y = i * gap
      const rightwards = i % 2 === 0
      const mid = y + gap / 2
      const [left, right] = [slant(mid) + clear + turnRoom, slant(mid) + wide - clear - turnRoom]
      if (i === levels - 1) break
      const by = roll() * ragged
      const x = rightwards ? right - by : left + by
      const out = rightwards ? turnRoom : -turnRoom
      knots.push([x, y, rightwards ? 0 : 180], [x + out, mid, 90], [x, y + gap, rightwards ? 180 : 0])
    }
    const down = (Math.atan2(-tall, -lean) * 180) / Math.PI
    const onSlant = (y: number): Knot => [wide + slant(y), y, down]
    const line: Path = through(
      [clear + turnRoom, 0, 0],
      ...knots,
      [slant(tall) + wide - turnRoom, tall, 0],
      onSlant(tall - turnRoom),
      onSlant(turnRoom),
      [wide + clear + turnRoom, 0, 0],
    )
    const wave = (x: number, y: number) => swing * Math.sin((x / wide) * waves * 2 * Math.PI + y * 0.25)
    return bent(line, ([x, y]) => [x, y + wave(x, y)])
  },
}

export const currents = [
  grown(
    current,
    { pairs: 5, gap: 0.85, wideInches: 12, swing: 0.55, waves: 2, ragged: 0.5, lean: 2.2, seed: 5 },
    {
      slug: 'still-water',
      name: 'Still Water',
      kind: 'edge-to-edge',
      sizeInches: [13.1, 9.6],
      repeatInches: 12,
      rowInches: 9.9,
      tags: ['water', 'lines', 'lake', 'modern', 'masculine', 'texture'],
      notes: 'Long level ripples, hooked into each other.',
    },
  ),
  grown(
    current,
    { pairs: 4, gap: 1.05, wideInches: 13, swing: 1.1, waves: 1, ragged: 0.6, lean: 3.5, seed: 12 },
    {
      slug: 'prairie-wind',
      name: 'Prairie Wind',
      kind: 'edge-to-edge',
      sizeInches: [15.1, 10.6],
      repeatInches: 13,
      rowInches: 10.75,
      tags: ['wind', 'lines', 'modern', 'open', 'masculine', 'texture'],
      notes: 'Long lines that rise and fall together.',
    },
  ),
]
