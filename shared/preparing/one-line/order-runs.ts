import type { Point, Run } from '#shared/geometry/design.ts'
import { endOf, startOf } from '#shared/geometry/walk.ts'
import { reverseRun } from '#shared/geometry/reverse.ts'

/** One run in the order of stitching, from its start or from its end. */
interface Leg {
  readonly run: number
  readonly start: Point
  readonly end: Point
  readonly turned: boolean
}

/** Lengths compared at most while the order is bettered: bounds the time, and the same runs always come out alike. */
const MOST_LOOKS = 8_000_000
/** Runs up to which every pair of ways is tried; of more, only so many places ahead. */
const WINDOW = 1_200

/**
 * Runs in the order, and each in the direction, of little needle-up travel: always to the nearest end that is left, then bettered by
 * turning stretches of the order round and by putting single runs elsewhere, as long as that saves anything. Nothing is joined here.
 *
 * @param from where the stitching began so far; the run nearest to it stays the first
 */
export function orderRuns(runs: readonly Run[], from: Point): Run[] {
  if (runs.length < 2) return [...runs]
  const legs = nearestFirst(runs, from)
  const budget = { looks: MOST_LOOKS }
  while (budget.looks > 0 && (turnStretches(legs, budget) || moveSingles(legs, budget)));
  return legs.map(leg => (leg.turned ? reverseRun(runs[leg.run]!) : runs[leg.run]!))
}

function apart(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

function nearestFirst(runs: readonly Run[], from: Point): Leg[] {
  const finder = new NearestEnd(runs)
  const legs: Leg[] = []
  let at = from
  for (let left = runs.length; left > 0; left--) {
    const { run, turned } = finder.take(at)
    const ends = [startOf(runs[run]!), endOf(runs[run]!)] as const
    const leg = turned ? { run, turned, start: ends[1], end: ends[0] } : { run, turned, start: ends[0], end: ends[1] }
    legs.push(leg)
    at = leg.end
  }
  return legs
}

const flipped = (leg: Leg): Leg => ({ run: leg.run, start: leg.end, end: leg.start, turned: !leg.turned })

const WORTH_IT = 1e-6

/** Turns stretches of the order round (2-opt). The first run stays. */
function turnStretches(legs: Leg[], budget: { looks: number }): boolean {
  let bettered = false
  for (let i = 1; i < legs.length; i++) {
    const last = Math.min(legs.length - 1, i + WINDOW)
    for (let j = i; j <= last; j++) {
      if (--budget.looks <= 0) return bettered
      const before = legs[i - 1]!.end
      const after = legs[j + 1]?.start
      const now = apart(before, legs[i]!.start) + (after ? apart(legs[j]!.end, after) : 0)
      const then = apart(before, legs[j]!.end) + (after ? apart(legs[i]!.start, after) : 0)
      if (then >= now - WORTH_IT) continue
      const stretch = legs
        .slice(i, j + 1)
        .toReversed()
        .map(flipped)
      for (const [index, leg] of stretch.entries()) legs[i + index] = leg
      bettered = true
    }
  }
  return bettered
}

/** Puts single runs between two others, either way round (or-opt). The first run stays. */
function moveSingles(legs: Leg[], budget: { looks: number }): boolean {
  let bettered = false
  for (let i = 1; i < legs.length; i++) {
    const leg = legs[i]!
    const before = legs[i - 1]!.end
    const after = legs[i + 1]?.start
    const saved = apart(before, leg.start) + (after ? apart(leg.end, after) - apart(before, after) : 0)
    if (saved <= WORTH_IT) continue
    const [low, high] = [Math.max(0, i - WINDOW), Math.min(legs.length - 1, i + WINDOW)]
    let best: { at: number; leg: Leg; cost: number } | null = null
    for (let at = low; at <= high; at++) {
      if (at === i || at === i - 1) continue
      if (--budget.looks <= 0) return bettered
      const from = legs[at]!.end
      const to = legs[at + 1]?.start
      for (const way of [leg, flipped(leg)]) {
        const cost = apart(from, way.start) + (to ? apart(way.end, to) - apart(from, to) : 0)
        if (cost < saved - WORTH_IT && (best === null || cost < best.cost)) best = { at, leg: way, cost }
      }
    }
    if (best === null) continue
    legs.splice(i, 1)
    legs.splice(best.at > i ? best.at : best.at + 1, 0, best.leg)
    bettered = true
  }
  return bettered
}

/** The nearest end of a run not yet taken; squares around the place are asked, ever wider. */
class NearestEnd {
  readonly #cells = new Map<string, { run: number; turned: boolean; at: Point }[]>()
  readonly #taken = new Set<number>()
  readonly #size: number
  readonly #reach: number
  readonly #low: Point

  constructor(runs: readonly Run[]) {
    const ends = runs.flatMap((run, index) => [
      { run: index, turned: false, at: startOf(run) },
      { run: index, turned: true, at: endOf(run) },
    ])
    const xs = ends.map(end => end.at.x)
    const ys = ends.map(end => end.at.y)
    const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b))
    const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b))
    const span = Math.max(most(xs) - least(xs), most(ys) - least(ys), 1e-6)
    const across = Math.max(1, Math.min(256, Math.ceil(Math.sqrt(runs.length))))
    this.#low = { x: least(xs), y: least(ys) }
    this.#size = span / across
    this.#reach = across + 1
    for (const end of ends) {
      const key = `${this.#column(end.at)} ${this.#row(end.at)}`
      const cell = this.#cells.get(key)
      if (cell) cell.push(end)
      else this.#cells.set(key, [end])
    }
  }

  take(from: Point): { run: number; turned: boolean } {
    const column = clamp(this.#column(from), this.#reach)
    const row = clamp(this.#row(from), this.#reach)
    let best: { run: number; turned: boolean } | null = null
    let least = Number.POSITIVE_INFINITY
    for (let ring = 0; ring <= this.#reach; ring++) {
      // Whatever lies outside the squares asked is further than this.
      if (best !== null && least <= (ring - 1) * this.#size) break
      for (const end of this.#ring(column, row, ring)) {
        const far = apart(end.at, from)
        if (far >= least) continue
        least = far
        best = end
      }
    }
    if (best === null) throw new Error('every run was taken already')
    this.#taken.add(best.run)
    return best
  }

  *#ring(column: number, row: number, ring: number): Generator<{ run: number; turned: boolean; at: Point }> {
    for (let x = column - ring; x <= column + ring; x++) {
      const step = x === column - ring || x === column + ring ? 1 : Math.max(1, 2 * ring)
      for (let y = row - ring; y <= row + ring; y += step) {
        const key = `${x} ${y}`
        const cell = this.#cells.get(key)
        if (cell === undefined) continue
        const left = cell.filter(end => !this.#taken.has(end.run))
        if (left.length === 0) this.#cells.delete(key)
        else if (left.length < cell.length) this.#cells.set(key, left)
        yield* left
      }
    }
  }

  #column(at: Point): number {
    return Math.floor((at.x - this.#low.x) / this.#size)
  }

  #row(at: Point): number {
    return Math.floor((at.y - this.#low.y) / this.#size)
  }
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, value))
}
