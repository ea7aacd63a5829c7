import { bent } from '#shared/starter/along.ts'
import { rounded } from '#shared/starter/curls.ts'
import { grown, type Family } from '#shared/starter/family.ts'
import type { XY } from '#shared/starter/path.ts'

const choices = {
  /** Lines to a square, counted in pairs; one more is added so that the line leaves across from where it came in. */
  pairs: { from: 1, to: 4, whole: true },
  /** Inches from line to line. */
  gap: { from: 0.4, to: 1.2 },
  /** Squares across a repeat, counted in pairs. */
  across: { from: 1, to: 3, whole: true },
  /** Inches the rows of squares swing up and down. */
  swing: { from: 0, to: 0.8 },
} as const

/** The points at which the way turns, and its ends. */
function turnsOf(points: readonly XY[]): XY[] {
  return points.filter((p, i) => {
    const [a, b] = [points[i - 1], points[i + 1]]
    return !a || !b || Math.abs((p[0] - a[0]) * (b[1] - p[1]) - (p[1] - a[1]) * (b[0] - p[0])) > 1e-9
  })
}

/** Squares of lines, upright and level in turn, three high: up one column and down the next. */
export const basketweave: Family<typeof choices> = {
  id: 'basketweave',
  choices,
  line({ pairs, gap, across, swing }) {
    const count = pairs * 2 + 1
    const side = (count - 1) * gap
    const pitch = count * gap
    const corners: XY[] = [[-gap / 2, 0]]
    for (let column = 0; column < across * 2; column++) {
      for (let k = 0; k < 3; k++) {
        const rising = column % 2 === 0
        const row = rising ? k : 2 - k
        // The square as it is met: from the corner where the line comes in, `ahead` along the way up or down, `aside` across.
        const fromLeft = k % 2 === 0
        const upright = (column + row) % 2 === 0
        const at = (aside: number, ahead: number): XY => [
          column * pitch + (fromLeft ? aside : side - aside),
          row * pitch + (rising ? ahead : side - ahead),
        ]
        for (let i = 0; i < count; i++) {
          const [a, b] = i % 2 === 0 ? [0, side] : [side, 0]
          corners.push(...(upright ? [at(i * gap, a), at(i * gap, b)] : [at(a, i * gap), at(b, i * gap)]))
        }
      }
    }
    const [x, y] = corners.at(-1)!
    const line = rounded(gap * 0.28, ...turnsOf([...corners, [x + gap / 2, y]]))
    if (swing === 0) return line
    const wide = across * 2 * pitch
    return bent(line, ([px, py]) => [
      px + 0.5 * swing * Math.sin((py / (3 * pitch)) * 2 * Math.PI),
      py + swing * Math.sin(((px + gap / 2) / wide) * 2 * Math.PI),
    ])
  },
}

export const basketweaves = [
  grown(
    basketweave,
    { pairs: 2, gap: 0.62, across: 2, swing: 0 },
    {
      slug: 'basket-weave',
      name: 'Basket Weave',
      kind: 'edge-to-edge',
      sizeInches: [12.4, 8.7],
      repeatInches: 12.4,
      rowInches: 9.1,
      tags: ['basket weave', 'geometric', 'modern', 'straight lines', 'masculine', 'texture'],
      notes: 'Rows fit so that the weave runs on.',
    },
  ),
  grown(
    basketweave,
    { pairs: 1, gap: 0.95, across: 2, swing: 0.7 },
    {
      slug: 'wicker',
      name: 'Wicker',
      kind: 'edge-to-edge',
      sizeInches: [11.4, 8.9],
      repeatInches: 11.4,
      rowInches: 8.1,
      tags: ['basket weave', 'wicker', 'modern', 'curves', 'texture'],
      notes: 'A basket weave that sways.',
    },
  ),
]
