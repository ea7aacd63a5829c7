import { boundsOf } from '#shared/geometry/bounds.ts'
import type { Design, Point, Run } from '#shared/geometry/design.ts'
import { endOf, startOf } from '#shared/geometry/walk.ts'
import type { RunPlace } from '../cut-run.ts'
import { type Chord, chordsOf } from './chords.ts'
import { ChordGrid } from './chord-grid.ts'
import { Families } from './families.ts'

/** Where runs are to be cut so that every place they hang together by is an end. One list a run, in order along it. */
export type Cuts = readonly (readonly RunPlace[])[]

interface Cut extends RunPlace, Point {}

/** Squares across the design, about; finer ones cost more than they save. */
const SQUARES = 160
/** Pairs of chords looked at for crossings at most: bounds the time for a drawing that is one tangle. */
const MOST_PAIRS = 4_000_000
const MOST_CHORDS = 600_000

/**
 * Finds the places where runs touch within the reach: ends on ends need no cut; an end on the middle of another line, and, only where
 * nothing else holds two lines together, one crossing of the two. A line is not cut where that helps nothing, since the machine runs
 * smoothest through a line as it was drawn.
 *
 * @param everywhere also cut where an end lies on a line of its own family: shorter ways back for stitching over
 */
export function meetingPlaces(runs: readonly Run[], reachMm: number, everywhere: boolean): Cuts {
  const cuts: Cut[][] = runs.map(() => [])
  const families = endFamilies(runs, reachMm)
  const grid = gridOf(runs, reachMm)
  if (grid === null) return cuts
  const cut = (chord: Chord, part: number): void => {
    const x = chord.x0 + (chord.x1 - chord.x0) * part
    const y = chord.y0 + (chord.y1 - chord.y0) * part
    const places = cuts[chord.run]!
    // Several ends may lie on one place.
    if (places.some(place => near(place, x, y, reachMm))) return
    places.push({ segment: chord.segment, t: chord.t0 + (chord.t1 - chord.t0) * part, x, y })
  }
  for (const [index, run] of runs.entries()) {
    for (const end of [startOf(run), endOf(run)]) {
      const found = nearestInside(grid, runs, end, reachMm, index)
      if (found === null) continue
      const unites = families.join(index, found.chord.run)
      if (unites || everywhere) cut(found.chord, found.part)
    }
  }
  if (families.count > 1) uniteByCrossings(grid, families, cut)
  return cuts.map(places => places.toSorted((a, b) => a.segment - b.segment || a.t - b.t))
}

/** Runs whose ends meet are of one family. */
function endFamilies(runs: readonly Run[], reachMm: number): Families {
  const families = new Families(runs.length)
  const ends = new EndFinder(reachMm)
  for (const [index, run] of runs.entries()) {
    for (const end of [startOf(run), endOf(run)]) {
      const other = ends.find(end)
      if (other === null) ends.add(end, index)
      else families.join(other, index)
    }
  }
  return families
}

function gridOf(runs: readonly Run[], reachMm: number): ChordGrid | null {
  const bounds = boundsOf({ runs, metadata: { notes: [], size: 'unknown' } } satisfies Design)
  if (bounds === null) return null
  const span = Math.max(bounds.maxX - bounds.minX, bounds.maxY - bounds.minY)
  const cell = Math.max(span / SQUARES, 2 * reachMm, 1e-3)
  const chords: Chord[] = []
  for (const [index, run] of runs.entries()) {
    for (const chord of chordsOf(run, index, cell)) chords.push(chord)
    if (chords.length > MOST_CHORDS) return null
  }
  return new ChordGrid(chords, cell)
}

interface OnLine {
  readonly chord: Chord
  /** Share of the chord before the place. */
  readonly part: number
}

/** The nearest place on a line within the reach that is not itself near an end of that line. */
function nearestInside(
  grid: ChordGrid,
  runs: readonly Run[],
  point: Point,
  reachMm: number,
  own: number,
): OnLine | null {
  let best: OnLine | null = null
  let least = reachMm
  for (const chord of grid.near(point.x, point.y, reachMm)) {
    if (chord.run === own) continue
    const dx = chord.x1 - chord.x0
    const dy = chord.y1 - chord.y0
    const length = dx * dx + dy * dy
    const raw = length === 0 ? 0 : ((point.x - chord.x0) * dx + (point.y - chord.y0) * dy) / length
    const part = Math.min(1, Math.max(0, raw))
    const x = chord.x0 + dx * part
    const y = chord.y0 + dy * part
    const apart = Math.hypot(point.x - x, point.y - y)
    if (apart > least || (apart === least && best !== null)) continue
    const run = runs[chord.run]!
    // At an end of the line the two ends are one place already.
    if (near(startOf(run), x, y, reachMm) || near(endOf(run), x, y, reachMm)) continue
    best = { chord, part }
    least = apart
  }
  return best
}

function near(point: Point, x: number, y: number, reachMm: number): boolean {
  return Math.hypot(point.x - x, point.y - y) <= reachMm
}

function uniteByCrossings(grid: ChordGrid, families: Families, cut: (chord: Chord, part: number) => void): void {
  let pairs = 0
  for (const cell of grid.cells()) {
    for (let i = 1; i < cell.length; i++) {
      for (let j = 0; j < i; j++) {
        const a = cell[i]!
        const b = cell[j]!
        if (a.run === b.run || families.same(a.run, b.run)) continue
        if (++pairs > MOST_PAIRS) return
        const crossing = crossingOf(a, b)
        if (crossing === null) continue
        families.join(a.run, b.run)
        cut(a, crossing.onA)
        cut(b, crossing.onB)
        if (families.count === 1) return
      }
    }
  }
}

function crossingOf(a: Chord, b: Chord): { onA: number; onB: number } | null {
  const ax = a.x1 - a.x0
  const ay = a.y1 - a.y0
  const bx = b.x1 - b.x0
  const by = b.y1 - b.y0
  const across = ax * by - ay * bx
  if (across === 0) return null
  const dx = b.x0 - a.x0
  const dy = b.y0 - a.y0
  const onA = (dx * by - dy * bx) / across
  const onB = (dx * ay - dy * ax) / across
  return onA >= 0 && onA <= 1 && onB >= 0 && onB <= 1 ? { onA, onB } : null
}

/** Places by the number somebody gave them, found again within the reach. */
export class EndFinder {
  readonly #reach: number
  readonly #cells = new Map<string, { readonly at: Point; readonly id: number }[]>()

  constructor(reachMm: number) {
    this.#reach = Math.max(reachMm, 1e-6)
  }

  add(at: Point, id: number): void {
    const key = `${this.#cell(at.x)} ${this.#cell(at.y)}`
    const cell = this.#cells.get(key)
    if (cell) cell.push({ at, id })
    else this.#cells.set(key, [{ at, id }])
  }

  /** The nearest within the reach, of equally near ones the first added. */
  find(at: Point): number | null {
    let best: number | null = null
    let least = this.#reach
    for (let column = this.#cell(at.x) - 1; column <= this.#cell(at.x) + 1; column++) {
      for (let row = this.#cell(at.y) - 1; row <= this.#cell(at.y) + 1; row++) {
        for (const { at: there, id } of this.#cells.get(`${column} ${row}`) ?? []) {
          const apart = Math.hypot(there.x - at.x, there.y - at.y)
          if (apart > least || (apart === least && best !== null)) continue
          best = id
          least = apart
        }
      }
    }
    return best
  }

  #cell(value: number): number {
    return Math.floor(value / this.#reach)
  }
}
