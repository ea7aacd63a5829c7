import { bent } from '#shared/starter/along.ts'
import { rounded } from '#shared/starter/curls.ts'
import { grown, type Family } from '#shared/starter/family.ts'
import type { XY } from '#shared/starter/path.ts'

const choices = {
  /** Turns along the lower edge and along the side; they share no divisor, so that one line does it all. */
  across: { from: 2, to: 9, whole: true },
  up: { from: 2, to: 9, whole: true },
  wideInches: { from: 6, to: 12 },
  outline: { of: ['square', 'disc'] },
  /** How round the turns at the edges are: 0 is sharp, 1 as round as fits. */
  round: { from: 0.1, to: 0.85 },
} as const

/** A plait that fills a square or a disc: slanting lines that turn at the edges, all of one closed line. */
export const plait: Family<typeof choices> = {
  id: 'plait',
  choices,
  line({ across, up, wideInches, outline, round }) {
    // A ball on a table twice as large as the turns; from half way between two turns it comes back to where it started.
    const [wide, tall] = [across * 2, up * 2]
    let [x, y, dx, dy] = [1, 0, 1, 1]
    const points: XY[] = [[x + 0.5, y + 0.5]]
    ;[x, y] = [x + 0.5, y + 0.5]
    do {
      const run = Math.min(dx > 0 ? wide - x : x, dy > 0 ? tall - y : y)
      x += dx * run
      y += dy * run
      points.push([x, y])
      if (x === 0 || x === wide) dx = -dx
      if (y === 0 || y === tall) dy = -dy
    } while (!((x === 1 && y === 0 && dx === 1) || points.length > 4 * (across + up) + 4))
    points.push([1.5, 0.5])
    const [sx, sy] = [wideInches / wide, wideInches / tall]
    const scaled = points.map(([px, py]): XY => [(px - wide / 2) * sx, (py - tall / 2) * sy])
    const flat = rounded(round * Math.min(sx, sy) * 0.7, ...scaled)
    if (outline === 'square') return flat
    const half = wideInches / 2
    return bent(flat, ([px, py]) => [
      px * Math.sqrt(1 - (py / half) ** 2 / 2),
      py * Math.sqrt(1 - (px / half) ** 2 / 2),
    ])
  },
}

export const plaits = [
  grown(
    plait,
    { across: 5, up: 4, wideInches: 9, outline: 'disc', round: 0.8 },
    {
      slug: 'celtic-plait',
      name: 'Celtic Plait',
      kind: 'block',
      sizeInches: [8.6, 8.4],
      tags: ['celtic', 'plait', 'knot', 'interlace', 'basket', 'masculine'],
      notes: 'One closed line that weaves over a whole disc.',
    },
  ),
  grown(
    plait,
    { across: 7, up: 6, wideInches: 9, outline: 'square', round: 0.1 },
    {
      slug: 'crosshatch',
      name: 'Crosshatch',
      kind: 'block',
      sizeInches: [9, 9],
      tags: ['crosshatch', 'grid', 'diamonds', 'traditional', 'straight lines', 'filler'],
      notes: 'A grid on point in one closed line.',
    },
  ),
]
