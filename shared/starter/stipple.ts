import { dice } from './dice.ts'
import { join, type Path, type XY } from './path.ts'
import { starter } from './pattern.ts'

/** Distance in inches at which two parts of the line begin to push. */
const REACH = 0.69
/** Few rounds round the corners and even out the gaps; with more the line pulls itself straight. */
const ROUNDS = 26
/** Part of the way a point goes to the middle of its neighbours in a round. */
const SOFT = 0.36
/** Part of what is missing to `REACH` by which two points push each other apart in a round. */
const FIRM = 0.3
interface Ground {
  readonly columns: number
  readonly rows: number
  readonly seed: number
  /** Size of a cell in inches. */
  readonly cell: number
  /** Chance that a tree turns aside rather than growing on; higher makes curlier paths. */
  readonly bushy: number
}

/**
 * A meander that covers a strip and never crosses itself: trees grow from a wavy ground until every cell belongs to one, and the
 * line walks round them from left to right, as one walks a maze with a hand on the wall. The strip is closed to a ring while
 * growing, so the end of a repeat meets the next start.
 */
function meander({ columns, rows, seed, cell, bushy }: Ground): Path {
  const roll = dice(seed)
  const key = (c: number, r: number) => r * columns + (((c % columns) + columns) % columns)
  const open = new Set<number>()
  const links = new Set<string>()
  const link = (a: number, b: number) => {
    links.add(`${a}-${b}`)
    links.add(`${b}-${a}`)
  }
  const active: { c: number; r: number }[] = []
  for (let c = 0; c < columns; c++) {
    open.add(key(c, 0))
    link(key(c, 0), key(c + 1, 0))
    active.push({ c, r: 0 })
  }
  while (active.length > 0) {
    const pick = roll() < bushy ? Math.floor(roll() * active.length) : active.length - 1
    const from = active[pick]!
    const free = (
      [
        [0, 1],
        [1, 0],
        [-1, 0],
        [0, -1],
      ] as const
    ).filter(([dc, dr]) => {
      const r = from.r + dr
      return r > 0 && r < rows && !open.has(key(from.c + dc, r))
    })
    if (free.length === 0) {
      active.splice(pick, 1)
      continue
    }
    const [dc, dr] = free[Math.floor(roll() * free.length)]!
    const to = { c: from.c + dc, r: from.r + dr }
    open.add(key(to.c, to.r))
    link(key(from.c, from.r), key(to.c, to.r))
    active.push(to)
  }
  // Each cell is four quarters; the wall follower steps from quarter to quarter, keeping the tree on its right.
  const linked = (c: number, r: number, dc: number, dr: number) => links.has(`${key(c, r)}-${key(c + dc, r + dr)}`)
  const points: XY[] = []
  let x = 0
  let y = 1
  let [dx, dy] = [1, 0]
  const wobble = new Map<number, XY>()
  const quarter = (qx: number, qy: number): XY => {
    const id = qy * columns * 2 + (((qx % (columns * 2)) + columns * 2) % (columns * 2))
    const by = wobble.get(id) ?? [(roll() - 0.5) * 0.3, (roll() - 0.5) * 0.3]
    wobble.set(id, by)
    return [(qx + 0.5 + by[0]) * (cell / 2), (qy + 0.5 + by[1]) * (cell / 2)]
  }
  for (let step = 0; step < columns * rows * 4; step++) {
    points.push(quarter(x, y))
    if (x === columns * 2 && y === 1) break
    const ways: [number, number][] = [
      [dy, -dx],
      [dx, dy],
      [-dy, dx],
      [-dx, -dy],
    ]
    const next = ways.find(([wx, wy]) => {
      const [c, r] = [Math.floor(x / 2), Math.floor(y / 2)]
      const [nc, nr] = [Math.floor((x + wx) / 2), Math.floor((y + wy) / 2)]
      if (c === nc && r === nr) return !splits(c, r, x, y, wx !== 0)
      return nr >= 0 && nr < rows && linked(c, r, nc - c, nr - r)
    })!
    ;[dx, dy] = next
    x += dx
    y += dy
  }
  return smoothed(relaxed(points, columns * cell, rows * cell), columns * cell)

  /** Whether a step between two quarters of one cell would cut through the tree that leaves the cell between them. */
  function splits(c: number, r: number, qx: number, qy: number, sideways: boolean): boolean {
    const right = ((qx % 2) + 2) % 2 === 1
    const upper = qy % 2 === 1
    if (sideways) return linked(c, r, 0, upper ? 1 : -1)
    return linked(c, r, right ? 1 : -1, 0)
  }
}

/**
 * Lets the line settle as a thread would: every point is drawn to the middle of its neighbours and pushed away from whatever other
 * part of the line, of the next repeat or of the rows above and below comes near.
 */
function relaxed(points: readonly XY[], width: number, height: number): XY[] {
  const dense: XY[] = []
  for (let i = 0; i < points.length - 1; i++) {
    const [a, b] = [points[i]!, points[i + 1]!]
    dense.push(a, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2])
  }
  const n = dense.length
  const xs = Float64Array.from(dense, p => p[0])
  const ys = Float64Array.from(dense, p => p[1])
  for (let round = 0; round < ROUNDS; round++) {
    const fx = new Float64Array(n)
    const fy = new Float64Array(n)
    for (let i = 0; i < n; i++) {
      const before = i === 0 ? n - 1 : i - 1
      const after = i === n - 1 ? 0 : i + 1
      const bx = xs[before]! - (i === 0 ? width : 0)
      const ax = xs[after]! + (i === n - 1 ? width : 0)
      fx[i]! += SOFT * ((bx + ax) / 2 - xs[i]!)
      fy[i]! += SOFT * ((ys[before]! + ys[after]!) / 2 - ys[i]!)
      for (let j = i + 1; j < n; j++) {
        if (j - i < 5 || n - j + i < 5) continue
        let dx = xs[i]! - xs[j]!
        let dy = ys[i]! - ys[j]!
        dx -= Math.round(dx / width) * width
        dy -= Math.round(dy / height) * height
        const apart = dx * dx + dy * dy
        if (apart > REACH * REACH || apart === 0) continue
        const distance = Math.sqrt(apart)
        const push = (FIRM * (REACH - distance)) / distance
        fx[i]! += dx * push
        fy[i]! += dy * push
        fx[j]! -= dx * push
        fy[j]! -= dy * push
      }
    }
    for (let i = 0; i < n; i++) {
      xs[i]! += clampStep(fx[i]!)
      ys[i]! += clampStep(fy[i]!)
    }
  }
  const settled = Array.from(xs, (x, i): XY => [x, ys[i]!])
  const [x, y] = settled[0]!
  return [...settled, [x + width, y]]
}

/** Longest step of a round in inches: shorter than half the gap between two lines, so that none jumps over another. */
function clampStep(force: number): number {
  return Math.max(-0.04, Math.min(0.04, force))
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

const classicStipple = starter({
  slug: 'classic-stipple',
  name: 'Classic Stipple',
  kind: 'edge-to-edge',
  sizeInches: [13.2, 5.2],
  repeatInches: 12.5,
  tags: ['stipple', 'meander', 'filler', 'utility', 'soft'],
  notes: 'The line never crosses itself.',
  rowInches: 5.6,
  path: () => meander({ columns: 10, rows: 5, seed: 8, cell: 1.25, bushy: 1 }),
})

export const stipples = [classicStipple]
