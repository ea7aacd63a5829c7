import { arc, CORNER, cornered, join, line, placed, type Path, type XY } from './path.ts'
import { starter } from './pattern.ts'

/** A quarter-circle from one point to another, bowed to the left of the way there, or to the right. */
export function bow(from: XY, to: XY, left: boolean): Path {
  const dx = to[0] - from[0]
  const dy = to[1] - from[1]
  const sign = left ? 1 : -1
  // The centre of a quarter-circle lies half a chord to the other side of its chord.
  const centre: XY = [(from[0] + to[0]) / 2 + (sign * dy) / 2, (from[1] + to[1]) / 2 - (sign * dx) / 2]
  const start = (Math.atan2(from[1] - centre[1], from[0] - centre[0]) * 180) / Math.PI
  return arc(centre, Math.hypot(dx, dy) / Math.SQRT2, start, -sign * 90)
}

/**
 * Orange peel on a square grid, every petal side stitched once: up the left edge, and from each of its points along the row and
 * back; on the bottom row, up each column and back as it is passed.
 */
function orangePeel(cells: number, cell: number): Path {
  const at = (c: number, r: number): XY => [c * cell, r * cell]
  const parts: Path[] = []
  const walk = (c: number, r: number, dc: number, dr: number, detour?: (c: number, r: number) => void) => {
    // Bows alternate, so that going out weaves and coming back closes the petals.
    for (let i = 0; i < cells; i++) {
      parts.push(bow(at(c + dc * i, r + dr * i), at(c + dc * (i + 1), r + dr * (i + 1)), i % 2 === 0))
      detour?.(c + dc * (i + 1), r + dr * (i + 1))
    }
    for (let i = cells; i > 0; i--)
      parts.push(bow(at(c + dc * i, r + dr * i), at(c + dc * (i - 1), r + dr * (i - 1)), (i - 1) % 2 === 0))
  }
  walk(0, 0, 1, 0, c => walk(c, 0, 0, 1))
  walk(0, 0, 0, 1, (_, r) => walk(0, r, 1, 0))
  const half = (cells * cell) / 2
  return placed(cornered(...parts), { at: [-half, -half] })
}

const orangePeelBlock = starter({
  slug: 'orange-peel',
  name: 'Orange Peel',
  kind: 'block',
  family: 'lattices',
  sizeInches: [8.8, 8.8],
  tags: ['orange peel', 'petals', 'geometric', 'traditional', 'arcs'],
  notes:
    'Eight inches square; blocks set side by side share their edge petals. Starts and ends at the lower left corner.',
  path: () => orangePeel(4, 2),
})

const cathedralWindow = starter({
  slug: 'cathedral-window',
  name: 'Cathedral Window',
  kind: 'block',
  family: 'lattices',
  sizeInches: [10.0, 10.0],
  tags: ['cathedral window', 'petals', 'geometric', 'traditional', 'arcs'],
  notes: 'Set on point. Starts and ends at the lowest point.',
  path() {
    const cell = 7.07 / 3
    const parts: (Path | typeof CORNER)[] = [orangePeel(3, cell)]
    const half = 7.07 / 2
    const p = (c: number, r: number): XY => [c * cell - half, r * cell - half]
    // The straight leads: across and back up, then up and down, along the outer edges between them.
    const weave = line(p(0, 0), p(3, 0), p(3, 1), p(0, 1), p(0, 2), p(3, 2), p(3, 3), p(0, 3), p(0, 0))
    const posts = line(p(0, 0), p(1, 0), p(1, 3), p(2, 3), p(2, 0), p(3, 0), p(3, 3), p(0, 3), p(0, 0))
    parts.push(CORNER, weave, CORNER, posts)
    return placed(join(...parts), { turn: 45 })
  },
})

const hangingDiamonds = starter({
  slug: 'hanging-diamonds',
  name: 'Hanging Diamonds',
  kind: 'block',
  family: 'lattices',
  sizeInches: [8, 8],
  tags: ['diamonds', 'crosshatch', 'geometric', 'traditional', 'filler'],
  notes: 'One line that bounces from corner to corner: starts lower left, ends lower right.',
  path() {
    // A ball on a table of 10 by 7: the sides have no common divisor, so from one corner it runs along every line of the
    // lattice once and drops into another.
    const [wide, tall] = [10, 7]
    const points: XY[] = [[0, 0]]
    let [x, y, dx, dy] = [0, 0, 1, 1]
    do {
      const run = Math.min(dx > 0 ? wide - x : x, dy > 0 ? tall - y : y)
      x += dx * run
      y += dy * run
      points.push([x, y])
      if (x === 0 || x === wide) dx = -dx
      if (y === 0 || y === tall) dy = -dy
    } while ((x !== 0 && x !== wide) || (y !== 0 && y !== tall))
    return line(...points.map(([px, py]): XY => [(px / wide) * 8 - 4, (py / tall) * 8 - 4]))
  },
})

export const lattices = [orangePeelBlock, cathedralWindow, hangingDiamonds]
