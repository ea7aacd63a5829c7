import type { Design } from '#shared/geometry/design.ts'
import { boundsOf, heightOf, widthOf } from '#shared/geometry/bounds.ts'
import { flattenDesign } from '#shared/geometry/flatten.ts'
import { simplifyPolyline } from '#shared/geometry/simplify.ts'

/**
 * The line of a design as two copies of it are compared: chords that stray from the curve by a thousandth of the drawing's half
 * side, in whole units. A few hundred points for most designs; it is kept beside each design and never drawn.
 */
export interface Outline {
  /** x, y pairs per run in stitching order, Y up, the centre of the bounds at 0, 0; the longer half side is `OUTLINE_REACH`. */
  readonly runs: readonly Int16Array[]
  /** Millimetres of one unit, as the file states them. */
  readonly unitMm: number
}

/** Version of the outline, kept beside each: a better one is made anew behind the start. */
export const OUTLINE_VERSION = 1
export const OUTLINE_REACH = 32_000

/** Share of the half side that the chords may stray: an eighth of what two lines may lie apart and still be the same. */
const FINEST = 0.0004
const COARSER = 1.6
/** Points beyond which the chords become coarser: 4 kB. */
const MOST_POINTS = 1_000
/** A drawing of thousands of loose strokes is told by the longest of them. */
const MOST_RUNS = 200

/** Null where there is nothing to compare: no line, or a straight one. */
export function outlineOf(design: Design): Outline | null {
  const bounds = boundsOf(design)
  if (bounds === null) return null
  const half = Math.max(widthOf(bounds), heightOf(bounds)) / 2
  if (!(Math.min(widthOf(bounds), heightOf(bounds)) > half * 1e-6) || !Number.isFinite(half)) return null
  const unitMm = half / OUTLINE_REACH
  const centreX = (bounds.minX + bounds.maxX) / 2
  const centreY = (bounds.minY + bounds.maxY) / 2
  let lines = longest(flattenDesign(design, FINEST * half))
  for (let tolerance = FINEST; ; tolerance *= COARSER) {
    lines = lines.map(line => simplifyPolyline(line, tolerance * half))
    if (pointsOf(lines) <= MOST_POINTS || tolerance > 0.1) break
  }
  const runs = lines.map(line => {
    const run = new Int16Array(line.length)
    for (let at = 0; at < line.length; at += 2) {
      run[at] = Math.round((line[at]! - centreX) / unitMm)
      run[at + 1] = Math.round((line[at + 1]! - centreY) / unitMm)
    }
    return run
  })
  return { runs, unitMm }
}

function longest(lines: Float64Array[]): Float64Array[] {
  const drawn = lines.filter(line => line.length >= 4)
  if (drawn.length <= MOST_RUNS) return drawn
  const shortest = drawn.map(lengthOf).toSorted((a, b) => b - a)[MOST_RUNS - 1]!
  return drawn.filter(line => lengthOf(line) >= shortest).slice(0, MOST_RUNS)
}

function lengthOf(line: Float64Array): number {
  let length = 0
  for (let at = 2; at < line.length; at += 2)
    length += Math.hypot(line[at]! - line[at - 2]!, line[at + 1]! - line[at - 1]!)
  return length
}

const pointsOf = (lines: readonly Float64Array[]): number => lines.reduce((sum, line) => sum + line.length / 2, 0)

const HEADER_BYTES = 12

/** Bytes: version, a zero, runs as uint16, unitMm as float64; then points per run as uint16; then the points. Little-endian. */
export function encodeOutline({ runs, unitMm }: Outline): Uint8Array {
  const points = runs.reduce((sum, run) => sum + run.length, 0)
  const bytes = new Uint8Array(HEADER_BYTES + 2 * runs.length + 2 * points)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, OUTLINE_VERSION)
  view.setUint16(2, runs.length, true)
  view.setFloat64(4, unitMm, true)
  let at = HEADER_BYTES
  for (const run of runs) {
    view.setUint16(at, run.length / 2, true)
    at += 2
  }
  for (const run of runs) {
    for (const value of run) {
      view.setInt16(at, value, true)
      at += 2
    }
  }
  return bytes
}

/** Null for bytes that are no outline of this version, or damaged ones. */
export function decodeOutline(bytes: Uint8Array): Outline | null {
  if (bytes.length < HEADER_BYTES || bytes[0] !== OUTLINE_VERSION) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = view.getUint16(2, true)
  const unitMm = view.getFloat64(4, true)
  const pointsAt = HEADER_BYTES + 2 * count
  if (bytes.length < pointsAt || !(unitMm > 0)) return null
  let at = pointsAt
  const runs: Int16Array[] = []
  for (let index = 0; index < count; index++) {
    const values = 2 * view.getUint16(HEADER_BYTES + 2 * index, true)
    if (at + 2 * values > bytes.length) return null
    const run = new Int16Array(values)
    for (let value = 0; value < values; value++) run[value] = view.getInt16(at + 2 * value, true)
    at += 2 * values
    runs.push(run)
  }
  return { runs, unitMm }
}
