import { between, boxOf, chained, mapped, oneOf, type Roll, type Strokes, whole } from './strokes.ts'

/** The ways quilters use one motif: coordinated sets sell the same one as all of these. */
export const LAYOUTS = ['border', 'four-up', 'edge-to-edge'] as const
export type Layout = (typeof LAYOUTS)[number]

/** The motif in a layout; the turns, gaps and mirrorings of the layout from the dice. */
export function laidOut(motif: Strokes, layout: Layout, roll: Roll): Strokes {
  switch (layout) {
    case 'border':
      return row(motif, whole(roll, 3, 7), roll)
    case 'four-up':
      return fourUp(motif, roll)
    case 'edge-to-edge': {
      const line = row(motif, whole(roll, 2, 4), roll)
      const { height, width } = boxOf(line)
      const apart = height * between(roll, 1, 1.3)
      const shift = roll() < 0.5 ? 0 : (width / 4) * roll()
      return Array.from({ length: whole(roll, 2, 4) }, (_, k) =>
        mapped(line, (x, y) => [x + (k % 2) * shift, y - k * apart]),
      ).flat()
    }
  }
}

function row(motif: Strokes, count: number, roll: Roll): Strokes {
  const { minX, minY, width, height } = boxOf(motif)
  const step = width * between(roll, 0.95, 1.35) + height * 0.02
  const flips = oneOf(roll, ['none', 'none', 'y', 'x', 'turn'] as const)
  const copies = Array.from({ length: count }, (_, k) =>
    mapped(motif, (x, y) => {
      const odd = k % 2 === 1
      const u = odd && (flips === 'x' || flips === 'turn') ? minX + width - (x - minX) : x
      const v = odd && (flips === 'y' || flips === 'turn') ? minY + height - (y - minY) : y
      return [u + k * step, v]
    }),
  )
  return linked(copies, roll)
}

function fourUp(motif: Strokes, roll: Roll): Strokes {
  const { minX, minY, width, height } = boxOf(motif)
  const gap = Math.max(width, height) * between(roll, 0, 0.25)
  const tilt = oneOf(roll, [0, 0, Math.PI / 4, -Math.PI / 4])
  const how = oneOf(roll, ['turned', 'mirrored', 'same'] as const)
  const tilted = mapped(motif, (x, y) => {
    const [u, v] = [x - minX - width / 2, y - minY - height / 2]
    return [u * Math.cos(tilt) - v * Math.sin(tilt), u * Math.sin(tilt) + v * Math.cos(tilt)]
  })
  const box = boxOf(tilted)
  const half = Math.max(box.width, box.height) / 2 + gap / 2
  const copies = Array.from({ length: 4 }, (_, k) => {
    const [right, up] = [k === 0 || k === 3 ? 1 : -1, k < 2 ? 1 : -1]
    return mapped(tilted, (x, y) => {
      const [u, v] = [x, y]
      if (how === 'mirrored') return [right * (u + half), up * (v + half)]
      if (how === 'same') return [u + right * half, v + up * half]
      const [cos, sin] = [[1, 0, -1, 0][k]!, [0, 1, 0, -1][k]!]
      return [(u + half) * cos - (v + half) * sin, (u + half) * sin + (v + half) * cos]
    })
  })
  return linked(copies, roll)
}

/** One line where the needle stays down between copies, or as many as there are where it is lifted. */
function linked(copies: readonly Strokes[], roll: Roll): Strokes {
  const strokes = copies.flat()
  return roll() < 0.5 && copies[0]!.length === 1 ? [chained(strokes)] : strokes
}
