import { measured, traced } from '#shared/starter/along.ts'
import { tallAs } from '#shared/starter/extent.ts'
import { grown, type Family } from '#shared/starter/family.ts'
import { figureNames, figures } from '#shared/starter/figures/all.ts'
import { stemmed } from '#shared/starter/figures/draw.ts'
import { blade } from '#shared/starter/figures/foliage.ts'
import { CORNER, join, placed, reversed, type Path } from '#shared/starter/path.ts'

const choices = {
  /** Inches from the corner to the end of an arm. */
  arm: { from: 5, to: 11 },
  /** Inches an arm swings from side to side. */
  swing: { from: 0, to: 0.8 },
  /** The figure in the corner, which looks into the quilt. */
  figure: { of: figureNames },
  tallInches: { from: 2, to: 6 },
  /** Inches from the corner to the foot of the figure. */
  stem: { from: 0, to: 2 },
  /** Slim leaves to an arm, on both sides in turn. */
  leaves: { from: 0, to: 12, whole: true },
  /** Inches to the tip of the leaf next to the corner; they grow smaller along the arm. */
  leaf: { from: 0.6, to: 2.4 },
} as const

/** Two leafy arms that meet at right angles under a figure. */
export const cornerVine: Family<typeof choices> = {
  id: 'corner-vine',
  choices,
  line({ arm, swing, figure, tallInches, stem, leaves, leaf }) {
    const spine = measured(traced(x => [x, swing * Math.sin((x / arm) * 2.2 * Math.PI)], 0, arm, 16))
    const parts: (Path | typeof CORNER)[] = []
    let from = 0
    // Leaves begin beyond the figure’s shoulders.
    const first = ((stem + tallInches) * 0.62) / arm
    for (let k = 0; k < leaves; k++) {
      const part = first + ((1 - first) * (k + 0.3)) / leaves
      const at = spine.length * part
      const size = leaf * (1.1 - 0.5 * part)
      const side = k % 2 === 0 ? 1 : -1
      parts.push(spine.between(from, at), CORNER)
      parts.push(placed(blade(size, size * 0.21), { at: spine.point(at), turn: spine.heading(at) + side * 50 }), CORNER)
      from = at
    }
    parts.push(spine.between(from, spine.length), CORNER)
    parts.push(
      placed(blade(leaf * 0.7, leaf * 0.15), { at: spine.point(spine.length), turn: spine.heading(spine.length) }),
    )
    const level = join(...parts)
    const upright = reversed(placed(level, { flip: 'x', turn: -90 }))
    return join(
      upright,
      CORNER,
      placed(stemmed(tallAs(figures[figure](), tallInches), stem), { turn: -45 }),
      CORNER,
      level,
    )
  },
}

const about = (what: string) => `Starts at the tip of one arm and ends at the tip of the other. ${what}`

export const cornerVines = [
  grown(
    cornerVine,
    { arm: 8.5, swing: 0.3, figure: 'rose', tallInches: 3.8, stem: 1.9, leaves: 6, leaf: 1.6 },
    {
      slug: 'rose-corner',
      name: 'Rose Corner',
      kind: 'corner',
      sizeInches: [10.9, 10.9],
      tags: ['rose', 'flower', 'leaf', 'corner', 'wedding', 'romantic'],
      notes: about('The rose looks into the quilt.'),
    },
  ),
  grown(
    cornerVine,
    { arm: 8, swing: 0.5, figure: 'tulip', tallInches: 4.4, stem: 0, leaves: 5, leaf: 1.8 },
    {
      slug: 'tulip-corner',
      name: 'Tulip Corner',
      kind: 'corner',
      sizeInches: [10.8, 10.8],
      tags: ['tulip', 'flower', 'leaf', 'corner', 'spring'],
      notes: about('Goes with Tulip Garland.'),
    },
  ),
  grown(
    cornerVine,
    { arm: 8, swing: 0, figure: 'maple', tallInches: 4.4, stem: 0.8, leaves: 8, leaf: 1.2 },
    {
      slug: 'maple-corner',
      name: 'Maple Corner',
      kind: 'corner',
      sizeInches: [9.6, 9.6],
      tags: ['maple', 'leaf', 'corner', 'autumn', 'nature', 'masculine'],
      notes: about('Goes with Maple Drift.'),
    },
  ),
  grown(
    cornerVine,
    { arm: 8, swing: 0.3, figure: 'butterfly', tallInches: 3.4, stem: 2, leaves: 6, leaf: 1.2 },
    {
      slug: 'butterfly-corner',
      name: 'Butterfly Corner',
      kind: 'corner',
      sizeInches: [9.9, 9.9],
      tags: ['butterfly', 'leaf', 'corner', 'garden', 'summer'],
      notes: about('Goes with Butterfly Days.'),
    },
  ),
]
