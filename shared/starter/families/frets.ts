import { rounded } from '#shared/starter/curls.ts'
import { grown, type Family } from '#shared/starter/family.ts'
import { repeated, type XY } from '#shared/starter/path.ts'

const choices = {
  /** Keys to a repeat. */
  count: { from: 2, to: 10, whole: true },
  /** Inches between neighbouring lines. */
  gap: { from: 0.3, to: 0.8 },
  tallInches: { from: 1.5, to: 6 },
  key: { of: ['piano', 'stairs', 'fret', 'tooth'] },
} as const

/** Borders of level and upright lines only. */
export const fret: Family<typeof choices> = {
  id: 'fret',
  choices,
  line({ count, gap, tallInches: t, key }) {
    // A wound key needs six lines one above another.
    const g = key === 'fret' ? Math.min(gap, t / 6) : gap
    const one: Record<typeof key, XY[]> = {
      piano: [
        [0, 0],
        [g / 2, 0],
        [g / 2, t],
        [1.5 * g, t],
        [1.5 * g, 0],
        [2 * g, 0],
      ],
      tooth: [
        [0, 0],
        [g, 0],
        [g, t],
        [3 * g, t],
        [3 * g, t * 0.3],
        [5 * g, t * 0.3],
        [5 * g, t],
        [7 * g, t],
        [7 * g, 0],
        [8 * g, 0],
      ],
      stairs: [
        [0, 0],
        [g, 0],
        [g, t / 3],
        [2 * g, t / 3],
        [2 * g, (2 * t) / 3],
        [3 * g, (2 * t) / 3],
        [3 * g, t],
        [5 * g, t],
        [5 * g, (2 * t) / 3],
        [6 * g, (2 * t) / 3],
        [6 * g, t / 3],
        [7 * g, t / 3],
        [7 * g, 0],
        [8 * g, 0],
      ],
      // In along one side of the key and out along the other: a double fret that hangs from both edges.
      fret: [
        [0, 0],
        [g, 0],
        [g, t],
        [6 * g, t],
        [6 * g, g],
        [3 * g, g],
        [3 * g, t - 2 * g],
        [4 * g, t - 2 * g],
        [4 * g, 2 * g],
        [5 * g, 2 * g],
        [5 * g, t - g],
        [2 * g, t - g],
        [2 * g, 0],
        [7 * g, 0],
      ],
    }
    return repeated(rounded(Math.min(0.14, g * 0.25), ...one[key]), count)
  },
}

export const frets = [
  grown(
    fret,
    { count: 8, gap: 0.62, tallInches: 4, key: 'piano' },
    {
      slug: 'piano-keys',
      name: 'Piano Keys',
      kind: 'border',
      sizeInches: [9.9, 4],
      repeatInches: 9.92,
      tags: ['piano keys', 'lines', 'geometric', 'modern', 'straight lines', 'masculine'],
      notes: 'Upright lines from edge to edge of the border.',
    },
  ),
  grown(
    fret,
    { count: 3, gap: 0.48, tallInches: 3.6, key: 'fret' },
    {
      slug: 'double-fret',
      name: 'Double Fret',
      kind: 'border',
      sizeInches: [10.1, 3.6],
      repeatInches: 10.08,
      tags: ['greek key', 'fret', 'geometric', 'modern', 'straight lines', 'masculine'],
      notes: 'A key wound in and out again.',
    },
  ),
  grown(
    fret,
    { count: 3, gap: 0.45, tallInches: 2.4, key: 'stairs' },
    {
      slug: 'stepping-stones',
      name: 'Stepping Stones',
      kind: 'sashing',
      sizeInches: [10.8, 2.4],
      repeatInches: 10.8,
      tags: ['stairs', 'steps', 'geometric', 'modern', 'straight lines', 'narrow'],
      notes: 'Up three steps and down again.',
    },
  ),
]
