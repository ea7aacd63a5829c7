import { LINE, type Run } from '#shared/geometry/design.ts'
import { flattenRun, segmentDistanceSquared } from '#shared/geometry/flatten.ts'
import { UNITS_PER_MM } from './units.ts'

/** Where the needle goes in, in units of the format. */
export interface Needle {
  readonly x: number
  readonly y: number
  /** A place it is already at says nothing. */
  stitchTo(x: number, y: number): void
}

/** The longest stitch any of the formats holds in one record, per axis. */
export const LONGEST_STITCH = 121
/** How far a line through rounded places may be off: rounding alone is up to 0.707 units. NOTES.md has the sum. */
const OFF_UNITS = 0.715
/** How closely curves are followed before stitches are chosen, in millimetres. */
const FINE_MM = 0.003
/** A stitch may be this much longer than asked for, so that a line cut evenly is not cut again by rounding. */
const SLACK_UNITS = 1.5
/** Looks no further ahead than this many points: a drawing may hold them as dense as dust. */
const MOST_AHEAD = 64

/**
 * Chooses where the needle goes in along a run, its start excepted, where it is already. A run that is made of stitches (straight
 * lines between places of the format's grid, none longer than a record) keeps every one of them. Any other is a drawing: it is
 * cut into stitches of `stitchLength`, shorter where the line bends, so that the seam is never more than 0.075 mm off.
 *
 * @param stitchLength in units, at most LONGEST_STITCH less the slack
 */
export function chooseStitches(run: Run, stitchLength: number, needle: Needle): void {
  if (isStitched(run)) {
    for (let at = 2; at < run.coords.length; at += 2) {
      needle.stitchTo(Math.round(run.coords[at]! * UNITS_PER_MM), Math.round(run.coords[at + 1]! * UNITS_PER_MM))
    }
    return
  }
  stitchAlong(finePoints(flattenRun(run, FINE_MM), stitchLength), stitchLength, needle)
}

/** Whether a run came from an embroidery file, or might as well have. */
export function isStitched({ ops, coords }: Run): boolean {
  for (const op of ops) if (op !== LINE) return false
  let x = 0
  let y = 0
  for (let at = 0; at < coords.length; at += 2) {
    const nextX = coords[at]! * UNITS_PER_MM
    const nextY = coords[at + 1]! * UNITS_PER_MM
    if (!isWhole(nextX) || !isWhole(nextY)) return false
    if (at > 0 && Math.max(Math.abs(nextX - x), Math.abs(nextY - y)) > LONGEST_STITCH + 1e-3) return false
    x = nextX
    y = nextY
  }
  return true
}

function isWhole(units: number): boolean {
  return Math.abs(units - Math.round(units)) < 1e-4
}

/** The points in units, with more of them on lines longer than a stitch, evenly spread. */
function finePoints(mm: Float64Array, stitchLength: number): Float64Array {
  let count = 1
  for (let at = 2; at < mm.length; at += 2) count += partsOf(mm, at, stitchLength)
  const fine = new Float64Array(2 * count)
  let to = 0
  fine[to++] = mm[0]! * UNITS_PER_MM
  fine[to++] = mm[1]! * UNITS_PER_MM
  for (let at = 2; at < mm.length; at += 2) {
    const parts = partsOf(mm, at, stitchLength)
    for (let i = 1; i < parts; i++) {
      fine[to++] = (mm[at - 2]! + ((mm[at]! - mm[at - 2]!) * i) / parts) * UNITS_PER_MM
      fine[to++] = (mm[at - 1]! + ((mm[at + 1]! - mm[at - 1]!) * i) / parts) * UNITS_PER_MM
    }
    fine[to++] = mm[at]! * UNITS_PER_MM
    fine[to++] = mm[at + 1]! * UNITS_PER_MM
  }
  return fine
}

function partsOf(mm: Float64Array, at: number, stitchLength: number): number {
  const length = Math.hypot(mm[at]! - mm[at - 2]!, mm[at + 1]! - mm[at - 1]!) * UNITS_PER_MM
  return Math.max(1, Math.ceil(length / stitchLength))
}

/** Takes the longest stitch that leaves no point on its way too far aside, again and again. */
function stitchAlong(fine: Float64Array, stitchLength: number, needle: Needle): void {
  const last = fine.length / 2 - 1
  const longest = (stitchLength + SLACK_UNITS) ** 2
  let at = 0
  while (at < last) {
    let next = at + 1
    const end = Math.min(last, at + MOST_AHEAD)
    while (next < end && reaches(fine, at, next + 1, longest, needle)) next++
    at = next
    needle.stitchTo(Math.round(fine[2 * at]!), Math.round(fine[2 * at + 1]!))
  }
}

function reaches(fine: Float64Array, at: number, to: number, longest: number, { x, y }: Needle): boolean {
  const toX = Math.round(fine[2 * to]!)
  const toY = Math.round(fine[2 * to + 1]!)
  if ((toX - x) * (toX - x) + (toY - y) * (toY - y) > longest) return false
  for (let i = 2 * at + 2; i < 2 * to; i += 2) {
    if (segmentDistanceSquared(fine[i]!, fine[i + 1]!, x, y, toX, toY) > OFF_UNITS * OFF_UNITS) return false
  }
  return true
}
