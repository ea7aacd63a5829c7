import { extentOf, tallAs } from '#shared/starter/extent.ts'
import { grown, type Family } from '#shared/starter/family.ts'
import { figureNames, figures } from '#shared/starter/figures/all.ts'
import { blade } from '#shared/starter/figures/foliage.ts'
import { cornered, placed, type Path } from '#shared/starter/path.ts'

const choices = {
  /** Inches along the longest side. */
  wideInches: { from: 8, to: 12 },
  /** What grows from the middle of the longest side. */
  figure: { of: ['slim leaves', ...figureNames] },
  /** Figures on each side of the upright one. */
  pairs: { from: 1, to: 4, whole: true },
  /** Degrees from the upright figure to the outermost. */
  spread: { from: 40, to: 84 },
} as const

/** A spray that fills a setting triangle from the middle of its longest side. */
export const spray: Family<typeof choices> = {
  id: 'spray',
  choices,
  line({ wideInches, figure, pairs, spread }) {
    const half = wideInches / 2
    // The way from the middle of the longest side to the short sides, in a direction so many degrees from upright.
    const room = (degrees: number) => {
      const a = (Math.abs(degrees) * Math.PI) / 180
      return (half / (Math.sin(a) + Math.cos(a))) * 0.94
    }
    const parts: Path[] = []
    const put = (angle: number) => {
      const reach = room(angle)
      const one =
        figure === 'slim leaves'
          ? placed(blade(reach, reach * 0.1), { turn: 90 })
          : tallAs(figures[figure as keyof typeof figures](), reach)
      parts.push(placed(one, { turn: -angle }))
    }
    for (let i = -pairs; i <= pairs; i++) put((i * spread) / pairs)
    const whole = cornered(...parts)
    const { low } = extentOf(whole)
    return low < 0 ? placed(whole, { at: [0, -low] }) : whole
  },
}

export const sprays = [
  grown(
    spray,
    { wideInches: 12, figure: 'feather', pairs: 1, spread: 64 },
    {
      slug: 'feather-triangle',
      name: 'Feather Triangle',
      kind: 'motif',
      sizeInches: [7.7, 6.1],
      tags: ['triangle', 'setting triangle', 'feather', 'plume', 'traditional', 'elegant'],
      notes: 'Fills a setting triangle. Starts and ends in the middle of the long side.',
    },
  ),
  grown(
    spray,
    { wideInches: 12, figure: 'slim leaves', pairs: 3, spread: 78 },
    {
      slug: 'leaf-triangle',
      name: 'Leaf Triangle',
      kind: 'motif',
      sizeInches: [9.3, 5.8],
      tags: ['triangle', 'setting triangle', 'leaf', 'fan', 'modern'],
      notes: 'Fills a setting triangle. Starts and ends in the middle of the long side.',
    },
  ),
  grown(
    spray,
    { wideInches: 12, figure: 'wheat', pairs: 2, spread: 70 },
    {
      slug: 'wheat-triangle',
      name: 'Wheat Triangle',
      kind: 'motif',
      sizeInches: [8.3, 5.6],
      tags: ['triangle', 'setting triangle', 'wheat', 'harvest', 'autumn'],
      notes: 'Fills a setting triangle. Starts and ends in the middle of the long side.',
    },
  ),
]
