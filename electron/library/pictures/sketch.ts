import { encodeSketch, SKETCH_MAX_BYTES, SKETCH_SIZE } from '#shared/domain/sketch.ts'
import { heightOf, widthOf } from '#shared/geometry/bounds.ts'
import type { Design } from '#shared/geometry/design.ts'
import { flattenDesign } from '#shared/geometry/flatten.ts'
import type { Measures } from '#shared/geometry/measure.ts'
import { simplifyPolyline } from '#shared/geometry/simplify.ts'

/** Version of the drawing, kept beside each sketch: a better one redraws the whole library. */
export const SKETCH_VERSION = 1

/** Half a unit of 1023 is a quarter of a pixel of the 512 px picture the sketch is made for: nobody sees less. */
const FINEST = 0.5
const COARSER = 1.5

/**
 * The design as a sketch of at most 2 kB: simplified with a growing tolerance until it fits, then, for drawings of thousands of
 * loose strokes, without the shortest of them. Null when nothing is stitched.
 */
export function drawSketch(design: Design, measures: Measures): Uint8Array | null {
  const { bounds } = measures
  if (bounds === null) return null
  const longer = Math.max(widthOf(bounds), heightOf(bounds))
  if (!(longer > 0) || !Number.isFinite(longer)) return null
  const scale = SKETCH_SIZE / longer
  const width = Math.round(widthOf(bounds) * scale)
  const height = Math.round(heightOf(bounds) * scale)
  let lines = flattenDesign(design, FINEST / scale).map(line => toSketchUnits(line, bounds.minX, bounds.maxY, scale))
  for (let tolerance = FINEST; tolerance < SKETCH_SIZE; tolerance *= COARSER) {
    lines = lines.map(line => simplifyPolyline(line, tolerance))
    // One stroke of a drawing that is all dots says nothing at this size.
    if (tolerance > 8 * FINEST) lines = withoutShortest(lines, tolerance)
    if (lines.length * 3 > SKETCH_MAX_BYTES) continue
    const bytes = encodeSketch({ width, height, closed: measures.closed, runs: lines.map(quantise) })
    if (bytes.length <= SKETCH_MAX_BYTES) return bytes
  }
  return null
}

function toSketchUnits(line: Float64Array, minX: number, maxY: number, scale: number): Float64Array {
  const units = new Float64Array(line.length)
  for (let index = 0; index < line.length; index += 2) {
    units[index] = (line[index]! - minX) * scale
    units[index + 1] = (maxY - line[index + 1]!) * scale
  }
  return units
}

/** Whole units, without points that fell onto the one before. */
function quantise(line: Float64Array): Int16Array {
  const points = new Int16Array(line.length)
  let count = 0
  for (let index = 0; index < line.length; index += 2) {
    const x = Math.round(line[index]!)
    const y = Math.round(line[index + 1]!)
    const last = index + 2 >= line.length
    if (count > 0 && points[count - 2] === x && points[count - 1] === y && !(last && count === 2)) continue
    points[count++] = x
    points[count++] = y
  }
  return points.slice(0, count)
}

/** Leaves out strokes that are smaller than `size`, never all of them. */
function withoutShortest(lines: Float64Array[], size: number): Float64Array[] {
  const visible = lines.filter(line => reach(line) >= size)
  return visible.length > 0 ? visible : lines.slice(0, 1)
}

function reach(line: Float64Array): number {
  let minX = Number.POSITIVE_INFINITY
  let minY = Number.POSITIVE_INFINITY
  let maxX = Number.NEGATIVE_INFINITY
  let maxY = Number.NEGATIVE_INFINITY
  for (let index = 0; index < line.length; index += 2) {
    minX = Math.min(minX, line[index]!)
    maxX = Math.max(maxX, line[index]!)
    minY = Math.min(minY, line[index + 1]!)
    maxY = Math.max(maxY, line[index + 1]!)
  }
  return Math.max(maxX - minX, maxY - minY)
}
