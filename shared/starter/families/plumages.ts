import { measured, traced } from '#shared/starter/along.ts'
import { grown, type Family } from '#shared/starter/family.ts'
import { feathered, plumes } from '#shared/starter/plume.ts'

const choices = {
  wideInches: { from: 8, to: 14 },
  /** Inches the vine swings up and down. */
  swing: { from: 0, to: 3 },
  /** Inches from the vine to the tips of the plumes above it. */
  above: { from: 0.8, to: 2.6 },
  /** Inches to the tips below the vine; with 0 there are none. */
  below: { from: 0, to: 2.6 },
  /** How much taller the plumes on the outside of a bend are, and how much shorter inside it, as a part. */
  swell: { from: 0.05, to: 0.65 },
  /** Plumes on one side of a repeat. */
  count: { from: 10, to: 30, whole: true },
} as const

/** A swinging vine dressed with feather plumes on one side or both. */
export const plumage: Family<typeof choices> = {
  id: 'plumage',
  choices,
  line({ wideInches: wide, swing, above, below, swell, count }) {
    const spine = measured(
      traced(x => [x, swing * Math.sin((x / wide) * 2 * Math.PI)], 0, wide, 24),
      'repeated',
    )
    const bend = (s: number) => swell * Math.sin((s / spine.length) * 2 * Math.PI)
    const side = (shift: number, height: (s: number) => number) =>
      plumes({
        spine,
        pitch: spine.length / count,
        stations: Array.from({ length: count }, (_, i) => ((i + shift) * spine.length) / count),
        height,
      })
    const lower = below > 0 ? side(0.75, s => -below * (1 - bend(s))) : []
    return feathered(spine, [...side(0.25, s => above * (1 + bend(s))), ...lower], 0, spine.length)
  },
}

export const plumages = [
  grown(
    plumage,
    { wideInches: 12, swing: 2.4, above: 1.7, below: 1.7, swell: 0.1, count: 24 },
    {
      slug: 'grand-feathers',
      name: 'Grand Feathers',
      kind: 'edge-to-edge',
      sizeInches: [14.6, 8.5],
      repeatInches: 12,
      rowInches: 6.15,
      tags: ['feather', 'vine', 'traditional', 'elegant', 'formal'],
      notes: 'A deep wave of full feathers.',
    },
  ),
  grown(
    plumage,
    { wideInches: 11, swing: 2.7, above: 2, below: 0, swell: 0.5, count: 15 },
    {
      slug: 'ostrich-plumes',
      name: 'Ostrich Plumes',
      kind: 'edge-to-edge',
      sizeInches: [12.1, 8.2],
      repeatInches: 11,
      rowInches: 5.85,
      tags: ['feather', 'plume', 'waves', 'modern', 'elegant'],
      notes: 'Plumes on one side of the wave only.',
    },
  ),
  grown(
    plumage,
    { wideInches: 10, swing: 0.55, above: 1.7, below: 1.5, swell: 0.12, count: 13 },
    {
      slug: 'feather-border',
      name: 'Feather Border',
      kind: 'border',
      sizeInches: [11.2, 4.6],
      repeatInches: 10,
      tags: ['feather', 'vine', 'traditional', 'elegant', 'formal'],
      notes: 'Full plumes on a gentle wave.',
    },
  ),
]
