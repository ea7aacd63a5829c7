import { CUBIC, LINE, type Point, type Run } from '#shared/geometry/design.ts'
import { joinRuns } from '#shared/geometry/join-runs.ts'
import { reverseRun } from '#shared/geometry/reverse.ts'
import { type Edge, type Graph, oddPlaces } from './graph.ts'
import { doubledEdges } from './stitch-back.ts'
import { pairNearest } from './pairs.ts'

export interface TrailWish {
  /** Whether lines may be stitched back over. */
  readonly twice: boolean
  /** Where the stitching began so far, as a place; kept where the lines allow it. */
  readonly start: number
  /** Where it ended, when it must go on from there: an edge-to-edge line. Null: anywhere. */
  readonly end: number | null
}

/**
 * The pieces of one part that hangs together, as few lines as can be. A line that stitches each piece once has its two ends at places
 * where an odd number of pieces meets, so half as many lines are needed as there are such places (Euler). Stitching back over some
 * pieces makes those places even, and one line is left.
 */
export function trailsOf(graph: Graph, places: readonly number[], wish: TrailWish): Run[] {
  const inPart = new Set(places)
  const odd = oddPlaces(graph.at).filter(place => inPart.has(place))
  const [from, left] = freeEnds(graph, odd, wish)
  const steps: Step[] = [...new Set(places.flatMap(place => graph.at[place]!))].map(edge => stepOf(graph, edge))
  if (wish.twice) {
    steps.push(...doubledEdges(graph, places, left).map(edge => stepOf(graph, edge)))
  } else {
    for (const [a, b] of pairNearest(graph.places, left)) steps.push({ a, b, edge: null })
  }
  const start = from ?? (inPart.has(wish.start) ? wish.start : places[0]!)
  return walkAll(graph, steps, start)
}

/** The odd place to begin at, and the odd places that are left when its other end is taken away too. */
function freeEnds(graph: Graph, odd: readonly number[], { start, end }: TrailWish): [number | null, number[]] {
  if (odd.length === 0) return [null, []]
  const begin = odd.includes(start) ? start : nearestTo(graph, odd, start)
  const others = odd.filter(place => place !== begin)
  const finish = end !== null && others.includes(end) ? end : farthestFrom(graph, others, begin)
  return [begin, others.filter(place => place !== finish)]
}

function nearestTo({ places }: Graph, odd: readonly number[], to: number): number {
  return odd.reduce((best, place) =>
    apart(places[place]!, places[to]!) < apart(places[best]!, places[to]!) ? place : best,
  )
}

function farthestFrom({ places }: Graph, odd: readonly number[], from: number): number {
  return odd.reduce((best, place) =>
    apart(places[place]!, places[from]!) > apart(places[best]!, places[from]!) ? place : best,
  )
}

function apart(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

/** A way from a place to another: along a piece, or (edge null) with the needle up. */
interface Step {
  readonly a: number
  readonly b: number
  readonly edge: number | null
}

function stepOf({ edges }: Graph, edge: number): Step {
  return { a: edges[edge]!.a, b: edges[edge]!.b, edge }
}

/** Every step once, in one walk (Hierholzer's method), cut where the needle is up. */
function walkAll(graph: Graph, steps: readonly Step[], start: number): Run[] {
  const trails: Run[] = []
  let pieces: Run[] = []
  const finish = (): void => {
    const [first, ...rest] = pieces
    if (first !== undefined) trails.push(joinRuns([first, ...rest]))
    pieces = []
  }
  for (const { step, from } of walk(graph, steps, start)) {
    if (step.edge === null) {
      finish()
      continue
    }
    const { run } = graph.edges[step.edge]!
    pieces.push(step.a === from ? run : reverseRun(run))
  }
  finish()
  return trails
}

interface Walked {
  readonly step: Step
  readonly from: number
}

function walk(graph: Graph, steps: readonly Step[], start: number): Walked[] {
  const free = new Map<number, number[]>()
  const offer = (place: number, step: number): void => {
    const known = free.get(place)
    if (known) known.push(step)
    else free.set(place, [step])
  }
  for (const [index, { a, b }] of steps.entries()) {
    offer(a, index)
    if (b !== a) offer(b, index)
  }
  const used = new Uint8Array(steps.length)
  const stack: { place: number; by: number }[] = [{ place: start, by: -1 }]
  const backwards: { place: number; by: number }[] = []
  while (stack.length > 0) {
    const top = stack.at(-1)!
    const next = chooseNext(graph, steps, free.get(top.place) ?? [], used, top)
    if (next === -1) {
      backwards.push(stack.pop()!)
      continue
    }
    used[next] = 1
    const { a, b } = steps[next]!
    stack.push({ place: a === top.place ? b : a, by: next })
  }
  const visits = backwards.toReversed()
  return visits.slice(1).map((visit, index) => ({ step: steps[visit.by]!, from: visits[index]!.place }))
}

/** Looked at for the smoothest way on, at a place where very many pieces meet. */
const MOST_LOOKED_AT = 64

/** The unused step that goes on straightest: a machine that turns on the spot leaves a knot. -1: none is left. */
function chooseNext(
  graph: Graph,
  steps: readonly Step[],
  offered: number[],
  used: Uint8Array,
  { place, by }: { place: number; by: number },
): number {
  // Used ones are forgotten from the end, so that each is passed over once.
  while (offered.length > 0 && used[offered.at(-1)!] === 1) offered.pop()
  const heading = by === -1 ? null : headingInto(graph, steps[by]!, place)
  let best = -1
  let most = Number.NEGATIVE_INFINITY
  let looked = 0
  for (let i = offered.length - 1; i >= 0 && looked < MOST_LOOKED_AT; i--) {
    const index = offered[i]!
    if (used[index] === 1) continue
    looked++
    const on = headingOut(graph, steps[index]!, place)
    const straight = on === null ? -2 : heading === null ? 0 : heading.x * on.x + heading.y * on.y
    if (straight <= most) continue
    most = straight
    best = index
  }
  return best
}

function headingOut({ edges }: Graph, { a, edge }: Step, place: number): Point | null {
  if (edge === null) return null
  const { run } = edges[edge]!
  return a === place ? headingAtStart(run) : headingAtEnd(run)
}

function headingInto(graph: Graph, step: Step, place: number): Point | null {
  if (step.edge === null) return null
  const { run }: Edge = graph.edges[step.edge]!
  const back = step.b === place ? headingAtEnd(run) : headingAtStart(run)
  return { x: -back.x, y: -back.y }
}

/** Unit direction from the start of a run into it. */
function headingAtStart(run: Run): Point {
  const { ops, coords } = run
  const x = coords[0]!
  const y = coords[1]!
  if (ops[0] === LINE || ops[0] === CUBIC) return unit(coords[2]! - x, coords[3]! - y)
  return acrossRadius(x - coords[4]!, y - coords[5]!, coords[6]!)
}

/** Unit direction from the end of a run back into it. */
function headingAtEnd(run: Run): Point {
  return headingAtStart(reverseRun(lastSegmentOf(run)))
}

function lastSegmentOf(run: Run): Run {
  const { ops, coords } = run
  const stride = ops.at(-1) === LINE ? 2 : ops.at(-1) === CUBIC ? 6 : 5
  const at = coords.length - stride
  if (ops.length === 1) return run
  const before = ops.at(-2) === CUBIC || ops.at(-2) === LINE ? at - 2 : at - 5
  const own = Float64Array.of(coords[before]!, coords[before + 1]!, ...coords.subarray(at))
  return { ops: ops.slice(-1), coords: own }
}

function acrossRadius(rx: number, ry: number, sweep: number): Point {
  return sweep > 0 ? unit(-ry, rx) : unit(ry, -rx)
}

function unit(x: number, y: number): Point {
  const length = Math.hypot(x, y)
  return length === 0 ? { x: 0, y: 0 } : { x: x / length, y: y / length }
}
