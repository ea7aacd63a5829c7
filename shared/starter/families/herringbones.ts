import { bent } from '#shared/starter/along.ts'
import { rounded } from '#shared/starter/curls.ts'
import { grown, type Family } from '#shared/starter/family.ts'
import type { XY } from '#shared/starter/path.ts'

const choices = {
  /** Pairs of columns to a repeat. */
  pairs: { from: 1, to: 4, whole: true },
  /** Inches across a column. */
  column: { from: 1.6, to: 6 },
  /** Inches a line climbs across its column. */
  climb: { from: 0.8, to: 5 },
  /** Inches from one line to the next. */
  gap: { from: 0.4, to: 1.2 },
  /** Lines to a column, counted in pairs; one more is added so that a column ends across from where it begins. */
  lines: { from: 4, to: 12, whole: true },
  /** Inches the middle of a line bulges upwards. */
  bulge: { from: -1.2, to: 1.2 },
} as const

/** Columns of slanting lines, up one column and down the next, so that the lines meet in a zigzag of vees. */
export const herringbone: Family<typeof choices> = {
  id: 'herringbone',
  choices,
  line({ pairs, column, climb, gap, lines, bulge }) {
    const gutter = gap * 0.55
    const count = lines * 2 + 1
    const pitch = column + gutter
    const corners: XY[] = [[-gutter / 2, 0]]
    for (let k = 0; k < pairs * 2; k++) {
      const rising = k % 2 === 0
      const [near, far] = [k * pitch, k * pitch + column]
      for (let i = 0; i < count; i++) {
        const y = (rising ? i : count - 1 - i) * gap
        const left: XY = [near, rising ? y : y + climb]
        const right: XY = [far, rising ? y + climb : y]
        corners.push(...(i % 2 === 0 ? [left, right] : [right, left]))
      }
    }
    const [x, y] = corners.at(-1)!
    const line = rounded(Math.min(0.16, gap * 0.3), ...corners, [x + gutter / 2, y])
    if (bulge === 0) return line
    const hump = (at: number) => (bulge * (1 - Math.cos((2 * Math.PI * (at + gutter / 2)) / pitch))) / 2
    return bent(line, ([px, py]) => [px, py + hump(px)])
  },
}

export const herringbones = [
  grown(
    herringbone,
    { pairs: 2, column: 2.5, climb: 2.2, gap: 0.62, lines: 5, bulge: 0 },
    {
      slug: 'herringbone',
      name: 'Herringbone',
      kind: 'edge-to-edge',
      sizeInches: [11.4, 8.4],
      repeatInches: 11.364,
      rowInches: 6.75,
      tags: ['herringbone', 'geometric', 'modern', 'straight lines', 'masculine', 'texture'],
      notes: 'Up one column and down the next. Shows best on solids.',
    },
  ),
  grown(
    herringbone,
    { pairs: 1, column: 4.6, climb: 3.4, gap: 0.9, lines: 4, bulge: 0 },
    {
      slug: 'chevron',
      name: 'Chevron',
      kind: 'edge-to-edge',
      sizeInches: [10.2, 10.6],
      repeatInches: 10.19,
      rowInches: 7.7,
      tags: ['chevron', 'zigzag', 'geometric', 'modern', 'straight lines', 'texture'],
      notes: 'Wide vees that stand upright.',
    },
  ),
  grown(
    herringbone,
    { pairs: 2, column: 2.7, climb: 1.4, gap: 0.75, lines: 5, bulge: 1.2 },
    {
      slug: 'stacked-arches',
      name: 'Stacked Arches',
      kind: 'edge-to-edge',
      sizeInches: [12.5, 9.5],
      repeatInches: 12.45,
      rowInches: 8.3,
      tags: ['arches', 'scallop', 'waves', 'modern', 'curves', 'texture'],
      notes: 'Arch over arch, up one column and down the next.',
    },
  ),
]
