import { ARC, CUBIC, LINE, STRIDE, type Run } from '#shared/geometry/design.ts'
import { RunBuilder } from '#shared/geometry/run-builder.ts'
import { Refused } from '#shared/util/refused.ts'
import type { StrokeList } from '../drawing/stroke-list.ts'
import { TOO_MANY_RUNS } from '../limits.ts'
import { MAX_RUNS } from '../types.ts'
import { EndGrid } from './end-grid.ts'

/** Ends nearer than this are one point; wider joints are bridged by a line, so that no curve is bent to close a gap. */
const SAME_POINT_MM = 0.001

/**
 * The strokes of a drawing that knows no needle, as runs: each stroke that goes on where the one before it ends belongs to the
 * same run (file order, turned round where only its other end fits); then runs whose ends meet are joined, nearest end first.
 * Strokes of different groups stay apart, and none is ever merged with its like: sewing twice over a line is meant.
 */
export function joinStrokes(strokes: StrokeList, withinMm: number, layerNames: readonly string[]): Run[] {
  const chains = chainInFileOrder(strokes, withinMm)
  const linked = linkByNearestEnd(chains, withinMm)
  if (linked.length > MAX_RUNS) throw new Refused(TOO_MANY_RUNS)
  return linked.map(links => buildRun(strokes, chains, links, layerNames))
}

/** Strokes as runs, each in its place: for a file whose every stroke is known to be one. */
export function strokesAsRuns(strokes: StrokeList, layerNames: readonly string[]): Run[] {
  if (strokes.length > MAX_RUNS) throw new Refused(TOO_MANY_RUNS)
  return Array.from({ length: strokes.length }, (_, stroke) =>
    wholeStroke(strokes, stroke, layerNames[strokes.groups[stroke]!]!),
  )
}

function wholeStroke(strokes: StrokeList, stroke: number, layer: string): Run {
  return {
    ops: strokes.ops.slice(strokes.opStarts[stroke], strokes.opEnd(stroke)),
    coords: strokes.coords.slice(strokes.coordStarts[stroke], strokes.coordEnd(stroke)),
    layer,
  }
}

/** Neighbours in the file that touch. Stroke numbers `from` to `until` (exclusive); `reversed` says which are sewn backwards. */
export interface Chains {
  readonly count: number
  readonly from: Int32Array
  readonly until: Int32Array
  readonly groups: Uint32Array
  /** Start x, y and end x, y of each chain. */
  readonly ends: Float64Array
  readonly reversed: Uint8Array
}

/** One chain of a run: the chain's number times two, plus one when it is sewn backwards. */
type Link = number

function chainInFileOrder(strokes: StrokeList, within: number): Chains {
  const total = strokes.length
  const reversed = new Uint8Array(total)
  const from = new Int32Array(total)
  const until = new Int32Array(total)
  const groups = new Uint32Array(total)
  const ends = new Float64Array(4 * total)
  const limit = within * within
  let chain = -1
  for (let stroke = 0; stroke < total; stroke++) {
    const { coords } = strokes
    const start = strokes.coordStarts[stroke]!
    const end = endIndex(strokes, stroke)
    const sx = coords[start]!
    const sy = coords[start + 1]!
    const ex = coords[end]!
    const ey = coords[end + 1]!
    const at = 4 * chain
    if (chain >= 0 && groups[chain] === strokes.groups[stroke]) {
      const toEnd = (x: number, y: number): boolean => near(ends[at + 2]!, ends[at + 3]!, x, y, limit)
      const toStart = (x: number, y: number): boolean => near(ends[at]!, ends[at + 1]!, x, y, limit)
      let forward = toEnd(sx, sy)
      let backward = !forward && toEnd(ex, ey)
      // The direction of the first stroke is only settled by the second: an ARC for one has none of its own.
      if (!forward && !backward && until[chain] === stroke && from[chain] === stroke - 1) {
        forward = toStart(sx, sy)
        backward = !forward && toStart(ex, ey)
        if (forward || backward) turnRound(ends, at, reversed, stroke - 1)
      }
      if (forward || backward) {
        reversed[stroke] = backward ? 1 : 0
        ends[at + 2] = backward ? sx : ex
        ends[at + 3] = backward ? sy : ey
        until[chain] = stroke + 1
        continue
      }
    }
    chain++
    from[chain] = stroke
    until[chain] = stroke + 1
    groups[chain] = strokes.groups[stroke]!
    const mine = 4 * chain
    ends[mine] = sx
    ends[mine + 1] = sy
    ends[mine + 2] = ex
    ends[mine + 3] = ey
  }
  return { count: chain + 1, from, until, groups, ends, reversed }
}

function turnRound(ends: Float64Array, at: number, reversed: Uint8Array, stroke: number): void {
  reversed[stroke] = 1
  const x = ends[at]!
  const y = ends[at + 1]!
  ends[at] = ends[at + 2]!
  ends[at + 1] = ends[at + 3]!
  ends[at + 2] = x
  ends[at + 3] = y
}

function near(ax: number, ay: number, bx: number, by: number, limit: number): boolean {
  return (ax - bx) * (ax - bx) + (ay - by) * (ay - by) <= limit
}

/** Runs as lists of links: each begins with the first chain still free and grows at its end, then at its start. */
function linkByNearestEnd(chains: Chains, within: number): Link[][] {
  const grid = new EndGrid(chains, within)
  const runs: Link[][] = []
  for (let chain = 0; chain < chains.count; chain++) {
    if (!grid.take(chain)) continue
    const links: Link[] = [2 * chain]
    grow(grid, chains, links)
    if (grid.isEmpty) {
      runs.push(links)
      continue
    }
    // Seen backwards the start is the end, so growing there is the same work.
    const backwards = links.toReversed().map(link => link ^ 1)
    const grown = backwards.length
    grow(grid, chains, backwards)
    runs.push(backwards.length === grown ? links : backwards.toReversed().map(link => link ^ 1))
  }
  return runs
}

function grow(grid: EndGrid, chains: Chains, links: Link[]): void {
  for (;;) {
    const last = links.at(-1)!
    const chain = last >> 1
    const at = 4 * chain + ((last & 1) === 0 ? 2 : 0)
    const next = grid.takeNearest(chains.ends[at]!, chains.ends[at + 1]!, chains.groups[chain]!)
    if (next < 0) return
    links.push(next)
  }
}

function buildRun(strokes: StrokeList, chains: Chains, links: readonly Link[], layerNames: readonly string[]): Run {
  const first = links[0]! >> 1
  const layer = layerNames[chains.groups[first]!]!
  const stroke = chains.from[first]!
  if (links.length === 1 && chains.until[first] === stroke + 1 && chains.reversed[stroke] === 0) {
    return wholeStroke(strokes, stroke, layer)
  }
  let builder: RunBuilder | null = null
  for (const link of links) {
    const chain = link >> 1
    const backwards = (link & 1) === 1
    const from = chains.from[chain]!
    const count = chains.until[chain]! - from
    for (let i = 0; i < count; i++) {
      const stroke = backwards ? from + count - 1 - i : from + i
      builder = appendStroke(builder, strokes, stroke, (chains.reversed[stroke] === 1) !== backwards)
    }
  }
  return builder!.build({ layer })
}

function appendStroke(builder: RunBuilder | null, strokes: StrokeList, stroke: number, reversed: boolean): RunBuilder {
  const { coords } = strokes
  const begin = reversed ? endIndex(strokes, stroke) : strokes.coordStarts[stroke]!
  const x = coords[begin]!
  const y = coords[begin + 1]!
  const into = builder ?? new RunBuilder(x, y)
  if (!near(into.endX, into.endY, x, y, SAME_POINT_MM * SAME_POINT_MM)) into.line(x, y)
  if (reversed) appendBackwards(into, strokes, stroke)
  else appendForwards(into, strokes, stroke)
  return into
}

function appendForwards(into: RunBuilder, strokes: StrokeList, stroke: number): void {
  const { ops, coords } = strokes
  const end = strokes.opEnd(stroke)
  let at = strokes.coordStarts[stroke]! + 2
  for (let i = strokes.opStarts[stroke]!; i < end; i++) {
    const op = ops[i]!
    if (op === LINE) into.line(coords[at]!, coords[at + 1]!)
    else if (op === ARC) into.arc(coords[at]!, coords[at + 1]!, coords[at + 2]!, coords[at + 3]!, coords[at + 4]!)
    else into.cubic(coords[at]!, coords[at + 1]!, coords[at + 2]!, coords[at + 3]!, coords[at + 4]!, coords[at + 5]!)
    at += STRIDE[op]!
  }
}

function appendBackwards(into: RunBuilder, strokes: StrokeList, stroke: number): void {
  const { ops, coords } = strokes
  let at = strokes.coordEnd(stroke)
  for (let i = strokes.opEnd(stroke) - 1; i >= strokes.opStarts[stroke]!; i--) {
    const op = ops[i]!
    at -= STRIDE[op]!
    const isFirst = i === strokes.opStarts[stroke]!
    // The point before this segment: the stroke's start, or the end of the segment before.
    const before = isFirst || ops[i - 1] !== ARC ? at - 2 : at - STRIDE[ARC]!
    const x = coords[before]!
    const y = coords[before + 1]!
    if (op === LINE) into.line(x, y)
    else if (op === ARC) into.arc(x, y, coords[at + 2]!, coords[at + 3]!, -coords[at + 4]!)
    else into.cubic(coords[at + 2]!, coords[at + 3]!, coords[at]!, coords[at + 1]!, x, y)
  }
}

/** Where in `coords` the end point of a stroke stands. */
function endIndex(strokes: StrokeList, stroke: number): number {
  const end = strokes.coordEnd(stroke)
  const last = strokes.ops[strokes.opEnd(stroke) - 1]
  return last === ARC ? end - STRIDE[ARC]! : last === CUBIC || last === LINE ? end - 2 : end
}
