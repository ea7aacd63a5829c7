import { measured, traced } from '#shared/starter/along.ts'
import { tallAs } from '#shared/starter/extent.ts'
import { grown, type Family } from '#shared/starter/family.ts'
import { figureNames, figures } from '#shared/starter/figures/all.ts'
import { blade } from '#shared/starter/figures/foliage.ts'
import { CORNER, join, placed, type Path } from '#shared/starter/path.ts'

const choices = {
  wideInches: { from: 8, to: 14 },
  /** Inches the vine swings up and down. */
  swing: { from: 0, to: 1.2 },
  /** Bends to a repeat, up and down counted as one. */
  waves: { from: 1, to: 6, whole: true },
  figure: { of: figureNames },
  tallInches: { from: 0.8, to: 4 },
  /** Figures in each bend grow into the bend, or out of its crest. */
  side: { of: ['inside', 'outside'] },
  /** Inches to the tip of the slim leaves along the vine; with 0 there are none. */
  leaf: { from: 0, to: 1.6 },
  /** Slim leaves between two figures, on alternate sides. */
  leaves: { from: 0, to: 6, whole: true },
} as const

/** A swinging vine with a figure in every bend and slim leaves on the way. */
export const vine: Family<typeof choices> = {
  id: 'vine',
  choices,
  line({ wideInches: wide, swing, waves, figure, tallInches, side, leaf, leaves }) {
    const turn = (2 * Math.PI * waves) / wide
    const spine = measured(traced(x => [x, swing * Math.sin(x * turn)], 0, wide, waves * 16))
    const bends = waves * 2
    const bay = spine.length / bends
    const parts: (Path | typeof CORNER)[] = []
    let from = 0
    const put = (at: number, path: Path, angle: number) => {
      parts.push(
        spine.between(from, at),
        CORNER,
        placed(path, { at: spine.point(at), turn: spine.heading(at) + angle }),
        CORNER,
      )
      from = at
    }
    for (let i = 0; i < bends; i++) {
      const crest = i % 2 === 0
      const up = side === 'outside' ? crest : !crest
      const sprouts = Math.floor(leaves / 2)
      for (let k = 0; k < sprouts; k++)
        put(bay * (i + (0.5 * (k + 0.5)) / (sprouts + 0.3)), blade(leaf, leaf * 0.21), (up ? -1 : 1) * 52)
      put(bay * (i + 0.5), tallAs(figures[figure](), tallInches), up ? 0 : 180)
      for (let k = 0; k < leaves - sprouts; k++)
        put(
          bay * (i + 1 - (0.5 * (leaves - sprouts - k - 0.3)) / (leaves - sprouts + 0.3)),
          blade(leaf, leaf * 0.21),
          (up ? 1 : -1) * 52,
        )
    }
    parts.push(spine.between(from, spine.length))
    return join(...parts)
  },
}

export const vines = [
  grown(
    vine,
    { wideInches: 10, swing: 0.4, waves: 2, figure: 'ivy', tallInches: 2.1, side: 'outside', leaf: 0, leaves: 0 },
    {
      slug: 'ivy-border',
      name: 'Ivy Border',
      kind: 'border',
      sizeInches: [10, 5],
      repeatInches: 10,
      tags: ['ivy', 'leaf', 'vine', 'nature', 'garden'],
      notes: 'Four leaves to a repeat.',
    },
  ),
  grown(
    vine,
    { wideInches: 10, swing: 0.7, waves: 1, figure: 'tulip', tallInches: 2.25, side: 'outside', leaf: 1.2, leaves: 4 },
    {
      slug: 'tulip-garland',
      name: 'Tulip Garland',
      kind: 'border',
      sizeInches: [10.3, 5.9],
      repeatInches: 10,
      tags: ['tulip', 'flower', 'vine', 'leaf', 'spring', 'garden'],
      notes: 'One tulip up and one down.',
    },
  ),
  grown(
    vine,
    { wideInches: 9, swing: 0.35, waves: 2, figure: 'heart', tallInches: 0.9, side: 'outside', leaf: 0.85, leaves: 2 },
    {
      slug: 'heart-vine-sashing',
      name: 'Heart Vine Sashing',
      kind: 'sashing',
      sizeInches: [9.1, 2.5],
      repeatInches: 9,
      tags: ['heart', 'vine', 'leaf', 'love', 'narrow'],
      notes: 'Small hearts and leaves on a gentle vine.',
    },
  ),
]
