/**
 * The pen of the starter library: a path is one stitched line in inches, X right, Y up, made of lines, arcs and cubics.
 * Paths are values: they are placed, mirrored, reversed and joined. `join` refuses a gap and refuses a bend that was not
 * asked for with `CORNER`, so a design that draws at all is one smooth run.
 */
export type XY = readonly [x: number, y: number]

export type Stroke =
  | { readonly kind: 'line'; readonly to: XY; readonly corner: boolean }
  | { readonly kind: 'arc'; readonly to: XY; readonly centre: XY; readonly sweep: number; readonly corner: boolean }
  | { readonly kind: 'cubic'; readonly c1: XY; readonly c2: XY; readonly to: XY; readonly corner: boolean }

export interface Path {
  readonly start: XY
  readonly strokes: readonly Stroke[]
}

/** Between two parts of a `join`: the bend here is meant. */
export const CORNER = Symbol('corner')

/** Gap in inches that a join closes silently: far below a stitch, only there for rounding. */
const JOIN_GAP = 0.003
/** Bend in radians that a join without `CORNER` accepts: what the eye takes for smooth. */
const JOIN_BEND = 0.07

const DEGREE = Math.PI / 180

export function endOf(path: Path): XY {
  return path.strokes.at(-1)?.to ?? path.start
}

export function line(...points: XY[]): Path {
  const [start, ...rest] = points
  if (!start) throw new Error('a line needs points')
  return { start, strokes: rest.map((to, i): Stroke => ({ kind: 'line', to, corner: i > 0 })) }
}

/** @param from degrees, where the arc begins as seen from its centre. @param sweep degrees, counter-clockwise positive. */
export function arc(centre: XY, radius: number, from: number, sweep: number): Path {
  const end = from + sweep
  return {
    start: onCircle(centre, radius, from),
    strokes: [{ kind: 'arc', to: onCircle(centre, radius, end), centre, sweep: sweep * DEGREE, corner: false }],
  }
}

export function onCircle(centre: XY, radius: number, degrees: number): XY {
  return [centre[0] + radius * Math.cos(degrees * DEGREE), centre[1] + radius * Math.sin(degrees * DEGREE)]
}

/** Chains paths end to start into one. Throws when a part does not begin where the last one ended or bends unasked. */
export function join(...parts: (Path | typeof CORNER)[]): Path {
  let start: XY | undefined
  let corner = false
  const strokes: Stroke[] = []
  for (const part of parts) {
    if (part === CORNER) {
      corner = true
      continue
    }
    const first = part.strokes[0]
    if (!first) continue
    if (start === undefined) start = part.start
    else {
      const last = strokes.at(-1)!
      const gap = Math.hypot(part.start[0] - last.to[0], part.start[1] - last.to[1])
      if (gap > JOIN_GAP) throw new Error(`a gap of ${gap.toFixed(4)} inch at ${spot(last.to)} to ${spot(part.start)}`)
      const bend = Math.abs(turnBetween(endDirection(strokes, start), startDirection(part)))
      if (!corner && bend > JOIN_BEND)
        throw new Error(`a bend of ${(bend / DEGREE).toFixed(1)} degrees at ${spot(last.to)} that was not asked for`)
    }
    strokes.push({ ...first, corner: corner || first.corner }, ...part.strokes.slice(1))
    corner = false
  }
  if (start === undefined) throw new Error('nothing to join')
  return { start, strokes }
}

/** Chains paths that meet at a meant corner each. */
export function cornered(...paths: Path[]): Path {
  return join(...paths.flatMap(path => [path, CORNER] as const))
}

/** The same line stitched the other way. */
export function reversed(path: Path): Path {
  const { strokes } = path
  const out: Stroke[] = []
  for (let i = strokes.length - 1; i >= 0; i--) {
    const stroke = strokes[i]!
    const to = strokes[i - 1]?.to ?? path.start
    const corner = strokes[i + 1]?.corner ?? false
    if (stroke.kind === 'line') out.push({ kind: 'line', to, corner })
    else if (stroke.kind === 'arc') out.push({ kind: 'arc', to, centre: stroke.centre, sweep: -stroke.sweep, corner })
    else out.push({ kind: 'cubic', c1: stroke.c2, c2: stroke.c1, to, corner })
  }
  return { start: endOf(path), strokes: out }
}

/** Out along a path and back on the same stitches, as veins and stems are quilted. */
export function retraced(path: Path): Path {
  return join(path, CORNER, reversed(path))
}

export interface Placement {
  /** Where the path's origin goes. */
  readonly at?: XY
  /** Degrees, counter-clockwise, about the origin. */
  readonly turn?: number
  readonly scale?: number
  /** Mirrors before turning: `x` swaps left and right, `y` swaps up and down. */
  readonly flip?: 'x' | 'y'
}

export function placed(path: Path, { at = [0, 0], turn = 0, scale = 1, flip }: Placement): Path {
  const cos = Math.cos(turn * DEGREE) * scale
  const sin = Math.sin(turn * DEGREE) * scale
  const fx = flip === 'x' ? -1 : 1
  const fy = flip === 'y' ? -1 : 1
  const map = ([x, y]: XY): XY => [at[0] + fx * x * cos - fy * y * sin, at[1] + fx * x * sin + fy * y * cos]
  return {
    start: map(path.start),
    strokes: path.strokes.map((stroke): Stroke => {
      if (stroke.kind === 'line') return { ...stroke, to: map(stroke.to) }
      if (stroke.kind === 'arc')
        return { ...stroke, to: map(stroke.to), centre: map(stroke.centre), sweep: stroke.sweep * fx * fy }
      return { ...stroke, c1: map(stroke.c1), c2: map(stroke.c2), to: map(stroke.to) }
    }),
  }
}

/** Lays a path end to start `count` times; a border or edge-to-edge unit becomes a row. */
export function repeated(path: Path, count: number): Path {
  const [x0, y0] = path.start
  const [x1, y1] = endOf(path)
  return join(...Array.from({ length: count }, (_, i) => placed(path, { at: [i * (x1 - x0), i * (y1 - y0)] })))
}

/** A path and then its mirror image below, as a vine swings: the second half of a row that looks the same both ways up. */
export function swung(half: Path): Path {
  return join(half, placed(half, { at: endOf(half), flip: 'y' }))
}

/** Moves a path so that it starts at 0,0. */
export function fromOrigin(path: Path): Path {
  return placed(path, { at: [-path.start[0], -path.start[1]] })
}

/** Direction in degrees in which the path leaves its start. */
export function headingAtStart(path: Path): number {
  return startDirection(path) / DEGREE
}

/** Direction in degrees in which the path arrives at its end. */
export function headingAtEnd(path: Path): number {
  return endDirection(path.strokes, path.start) / DEGREE
}

function startDirection(path: Path): number {
  const stroke = path.strokes[0]!
  const [x, y] = path.start
  if (stroke.kind === 'arc') return tangentOnArc(path.start, stroke.centre, stroke.sweep)
  if (stroke.kind === 'line') return Math.atan2(stroke.to[1] - y, stroke.to[0] - x)
  const target = firstApart(path.start, [stroke.c1, stroke.c2, stroke.to])
  return Math.atan2(target[1] - y, target[0] - x)
}

function endDirection(strokes: readonly Stroke[], start: XY): number {
  const stroke = strokes.at(-1)!
  const from = strokes.at(-2)?.to ?? start
  const [x, y] = stroke.to
  if (stroke.kind === 'arc') return tangentOnArc(stroke.to, stroke.centre, stroke.sweep)
  if (stroke.kind === 'line') return Math.atan2(y - from[1], x - from[0])
  const source = firstApart(stroke.to, [stroke.c2, stroke.c1, from])
  return Math.atan2(y - source[1], x - source[0])
}

function tangentOnArc(at: XY, centre: XY, sweep: number): number {
  return Math.atan2(at[1] - centre[1], at[0] - centre[0]) + (Math.sign(sweep) * Math.PI) / 2
}

function firstApart(from: XY, candidates: readonly XY[]): XY {
  return candidates.find(([x, y]) => Math.hypot(x - from[0], y - from[1]) > 1e-6) ?? from
}

/** Signed turn in radians, in (-pi, pi]. */
export function turnBetween(from: number, to: number): number {
  const turn = (to - from) % (2 * Math.PI)
  if (turn > Math.PI) return turn - 2 * Math.PI
  return turn <= -Math.PI ? turn + 2 * Math.PI : turn
}

function spot([x, y]: XY): string {
  return `${x.toFixed(3)},${y.toFixed(3)}`
}
