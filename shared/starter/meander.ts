import { rounded } from './curls.ts'
import { dice } from './dice.ts'
import { join, type Path, type XY } from './path.ts'
import { settled } from './settle.ts'

export interface Ground {
  readonly columns: number
  readonly rows: number
  readonly seed: number
  /** Size of a cell in inches. */
  readonly cell: number
  /** Chance that a tree turns aside rather than growing on; higher makes curlier paths. */
  readonly bushy: number
}

/**
 * A meander that covers a strip and never crosses itself: trees grow from the ground until every cell belongs to one, and the line
 * walks round them from left to right, as one walks a maze with a hand on the wall. The strip is closed to a ring while growing, so
 * the end of a repeat meets the next start.
 */
export function meander(ground: Ground): Path {
  const { columns, rows, cell } = ground
  const roll = dice(ground.seed)
  const steps = walkedRound(ground, grown(ground, roll))
  const wobble = new Map<number, XY>()
  const points = steps.map(([x, y]): XY => {
    const id = y * columns * 2 + wrapped(x, columns * 2)
    const by = wobble.get(id) ?? [(roll() - 0.5) * 0.3, (roll() - 0.5) * 0.3]
    wobble.set(id, by)
    return [(x + 0.5 + by[0]) * (cell / 2), (y + 0.5 + by[1]) * (cell / 2)]
  })
  return smoothed(settled(points, columns * cell, rows * cell), columns * cell)
}

/** The same walk left angular: level and upright lines with softened corners, as a labyrinth is laid. */
export function labyrinth(ground: Ground): Path {
  const walk = walkedRound(ground, grown(ground, dice(ground.seed)))
  const half = ground.cell / 2
  // Cut half a step before the next repeat, where the line runs level along the ground.
  const [x, y] = walk[0]!
  const steps: XY[] = [[x - 0.5, y], ...walk.slice(0, -1), [x + 2 * ground.columns - 0.5, y]]
  const at = ([x, y]: XY): XY => [x * half, (y - 1) * half]
  const turns = steps.filter((p, i) => {
    const [a, b] = [steps[i - 1], steps[i + 1]]
    return !a || !b || (p[0] - a[0]) * (b[1] - p[1]) !== (p[1] - a[1]) * (b[0] - p[0])
  })
  return rounded(half * 0.35, ...turns.map(at))
}

/** Whether a tree grows from one cell into the neighbour `dc` columns and `dr` rows away. */
type Linked = (column: number, row: number, dc: number, dr: number) => boolean

const NEIGHBOURS = [
  [0, 1],
  [1, 0],
  [-1, 0],
  [0, -1],
] as const

function grown({ columns, rows, bushy }: Ground, roll: () => number): Linked {
  const key = (c: number, r: number) => r * columns + wrapped(c, columns)
  const taken = new Set<number>()
  const links = new Set<string>()
  const growing: { c: number; r: number }[] = []
  const take = (c: number, r: number, fromC: number, fromR: number) => {
    taken.add(key(c, r))
    links.add(`${key(fromC, fromR)}-${key(c, r)}`)
    links.add(`${key(c, r)}-${key(fromC, fromR)}`)
    growing.push({ c, r })
  }
  for (let c = 0; c < columns; c++) take(c, 0, c - 1, 0)
  while (growing.length > 0) {
    const pick = roll() < bushy ? Math.floor(roll() * growing.length) : growing.length - 1
    const { c, r } = growing[pick]!
    const free = NEIGHBOURS.filter(([dc, dr]) => r + dr > 0 && r + dr < rows && !taken.has(key(c + dc, r + dr)))
    const way = free.length > 0 ? free[Math.floor(roll() * free.length)] : undefined
    if (way) take(c + way[0], r + way[1], c, r)
    else growing.splice(pick, 1)
  }
  return (c, r, dc, dr) => links.has(`${key(c, r)}-${key(c + dc, r + dr)}`)
}

/** The walk from quarter to quarter of the cells with the trees on the right hand, over one repeat. */
function walkedRound({ columns, rows }: Ground, linked: Linked): XY[] {
  const steps: XY[] = []
  let [x, y, dx, dy] = [0, 1, 1, 0]
  for (let step = 0; step < columns * rows * 4; step++) {
    steps.push([x, y])
    if (x === columns * 2 && y === 1) return steps
    const [c, r] = [Math.floor(x / 2), Math.floor(y / 2)]
    const ways: [number, number][] = [
      [dy, -dx],
      [dx, dy],
      [-dy, dx],
      [-dx, -dy],
    ]
    const open = ways.find(([wx, wy]) => {
      const [dc, dr] = [Math.floor((x + wx) / 2) - c, Math.floor((y + wy) / 2) - r]
      if (dc !== 0 || dr !== 0) return r + dr >= 0 && r + dr < rows && linked(c, r, dc, dr)
      // A step between two quarters of one cell must not cut through the tree that leaves the cell between them.
      if (wx !== 0) return !linked(c, r, 0, y % 2 === 1 ? 1 : -1)
      return !linked(c, r, wrapped(x, 2) === 1 ? 1 : -1, 0)
    })
    if (!open) break
    ;[dx, dy] = open
    x += dx
    y += dy
  }
  throw new Error('the walk round the trees does not come out on the other side')
}

/** The uniform cubic B-spline of the points: it stays inside their corridor, so a walk that never crosses gives a line that never does. */
function smoothed(points: readonly XY[], width: number): Path {
  const n = points.length - 1
  const at = (i: number): XY => {
    const turn = Math.floor(i / n)
    const [x, y] = points[i - turn * n]!
    return [x + turn * width, y]
  }
  const strokes: Path['strokes'][number][] = []
  const knot = (i: number): XY => {
    const [a, b, c] = [at(i - 1), at(i), at(i + 1)]
    return [(a[0] + 4 * b[0] + c[0]) / 6, (a[1] + 4 * b[1] + c[1]) / 6]
  }
  for (let i = 0; i < n; i++) {
    const [p, q] = [at(i), at(i + 1)]
    strokes.push({
      kind: 'cubic',
      c1: [(2 * p[0] + q[0]) / 3, (2 * p[1] + q[1]) / 3],
      c2: [(p[0] + 2 * q[0]) / 3, (p[1] + 2 * q[1]) / 3],
      to: knot(i + 1),
      corner: false,
    })
  }
  const [x, y] = knot(0)
  const move = ([px, py]: XY): XY => [px - x, py - y]
  return join({
    start: [0, 0],
    strokes: strokes.map(s => (s.kind === 'cubic' ? { ...s, c1: move(s.c1), c2: move(s.c2), to: move(s.to) } : s)),
  })
}

function wrapped(value: number, size: number): number {
  return ((value % size) + size) % size
}
