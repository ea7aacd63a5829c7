import { tallAs } from '#shared/starter/extent.ts'
import { grown, type Family } from '#shared/starter/family.ts'
import { figureNames, figures } from '#shared/starter/figures/all.ts'
import { blade } from '#shared/starter/figures/foliage.ts'
import { arc, CORNER, join, onCircle, placed, type Path } from '#shared/starter/path.ts'

const choices = {
  /** Figures round the ring. */
  count: { from: 3, to: 14, whole: true },
  /** Inches from the middle to the ring. */
  radius: { from: 1, to: 5 },
  figure: { of: figureNames },
  tallInches: { from: 0.8, to: 4 },
  /** Degrees a figure leans along the ring. */
  lean: { from: -80, to: 80 },
  /** Inches to the tips of slim leaves on the inside of the ring; with 0 there are none. */
  inner: { from: 0, to: 2.4 },
} as const

/** Figures round a ring, slim leaves inside it. */
export const wreath: Family<typeof choices> = {
  id: 'wreath',
  choices,
  line({ count, radius, figure, tallInches, lean, inner }) {
    const share = 360 / count
    const one = tallAs(figures[figure](), tallInches)
    const parts: (Path | typeof CORNER)[] = []
    for (let i = 0; i < count; i++) {
      const angle = -90 - i * share
      const at = onCircle([0, 0], radius, angle)
      parts.push(CORNER, placed(one, { at, turn: angle - 90 - lean }), CORNER)
      if (inner === 0) {
        parts.push(arc([0, 0], radius, angle, -share))
        continue
      }
      const leafAt = onCircle([0, 0], radius, angle - share / 2)
      parts.push(arc([0, 0], radius, angle, -share / 2), CORNER)
      parts.push(placed(blade(inner, inner * 0.22), { at: leafAt, turn: angle - share / 2 + 180 + 38 }), CORNER)
      parts.push(arc([0, 0], radius, angle - share / 2, -share / 2))
    }
    return join(...parts.slice(1))
  },
}

export const wreaths = [
  grown(
    wreath,
    { count: 8, radius: 2.6, figure: 'maple', tallInches: 2.3, lean: 22, inner: 1.2 },
    {
      slug: 'maple-wreath',
      name: 'Maple Wreath',
      kind: 'block',
      sizeInches: [9.5, 9.5],
      tags: ['wreath', 'maple', 'leaf', 'autumn', 'circle', 'nature'],
      notes: 'For a finished block of 10 inches or more. Starts and ends at the same point of the ring.',
    },
  ),
  grown(
    wreath,
    { count: 10, radius: 2.9, figure: 'heart', tallInches: 1.7, lean: 0, inner: 1.3 },
    {
      slug: 'ring-of-hearts',
      name: 'Ring of Hearts',
      kind: 'block',
      sizeInches: [9.1, 9.2],
      tags: ['heart', 'ring', 'wreath', 'love', 'wedding', 'circle'],
      notes: 'Starts and ends at the same point of the ring.',
    },
  ),
  grown(
    wreath,
    { count: 7, radius: 2.5, figure: 'holly', tallInches: 1.2, lean: 0, inner: 1.3 },
    {
      slug: 'holly-wreath',
      name: 'Holly Wreath',
      kind: 'block',
      sizeInches: [7.3, 7.3],
      tags: ['holly', 'wreath', 'berries', 'christmas', 'winter', 'circle'],
      notes: 'Starts and ends at the same point of the ring.',
    },
  ),
  grown(
    wreath,
    { count: 8, radius: 2.1, figure: 'daisy', tallInches: 2.3, lean: 0, inner: 1.2 },
    {
      slug: 'daisy-ring',
      name: 'Daisy Ring',
      kind: 'block',
      sizeInches: [8.8, 8.8],
      tags: ['daisy', 'flower', 'ring', 'wreath', 'garden', 'summer', 'circle'],
      notes: 'Starts and ends at the same point of the ring.',
    },
  ),
]
