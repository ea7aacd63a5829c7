import type { Design } from '#shared/geometry/design.ts'
import { flattenRun } from '#shared/geometry/flatten.ts'
import { MM_PER_INCH, toInches } from '#shared/geometry/units.ts'
import { type Reading, readingOf, refusal } from '#shared/util/reading.ts'
import { AsciiWriter } from '../drawing/ascii-writer.ts'
import { oneLine } from '../one-line.ts'
import { readyForMachine } from '../ready.ts'
import { DEFAULT_TOLERANCE_MM, type WriteOptions, type Written } from '../types.ts'
import { MAX_INCHES } from './read.ts'

const HOLDS = {
  arcs: false,
  cubics: false,
  pauses: false,
  pauseText: false,
  notes: false,
  threads: false,
  layers: false,
}

/** Numbers are written in ten thousandths of an inch. */
const UNITS_PER_INCH = 10_000

/**
 * Writes a QuiltEZ pattern in the public dialect (NOTES.md). It cannot lift the needle: several runs are joined or refused as
 * `jumps` says. Dialects: `plain` (default), `m02` (with the end mark). Lines end with LF.
 */
export function writeQcc(design: Design, options: WriteOptions = {}): Reading<Written> {
  const { dialect = 'plain', toleranceMm = DEFAULT_TOLERANCE_MM, lineEnd = 'lf', jumps = 'join' } = options
  if (dialect !== 'plain' && dialect !== 'm02') {
    return refusal({ code: 'unknown-dialect', message: `QCC has no dialect called ${dialect}.` })
  }
  const ready = readyForMachine(design, { holds: HOLDS, toleranceMm, farthestMm: MAX_INCHES * MM_PER_INCH })
  if (!ready.ok) return ready
  const { warnings } = ready.value
  const joined = oneLine(ready.value.design, jumps, warnings)
  if (!joined.ok) return joined
  const end = lineEnd === 'crlf' ? '\r\n' : '\n'
  const out = new AsciiWriter()
  out.add(`c s${end}`)
  for (const run of joined.value.runs) writePoints(out, flattenRun(run, toleranceMm), end)
  if (dialect === 'm02') out.add(`M02${end}`)
  return readingOf({ bytes: out.finish(), warnings: warnings.list() }, warnings.list())
}

/** @param points x,y pairs in millimetres */
function writePoints(out: AsciiWriter, points: Float64Array, end: string): void {
  let x = Number.NaN
  let y = Number.NaN
  let written = 0
  const point = (ux: number, uy: number): void => {
    if (ux === x && uy === y) return
    out.add(`p X${text(ux)} Y${text(uy)}${end}`)
    x = ux
    y = uy
    written++
  }
  for (let at = 0; at < points.length; at += 2) point(unitsOf(points[at]!), unitsOf(points[at + 1]!))
  // Smaller than the last decimal: the shortest stitch there is, so that something is stitched.
  if (written === 1) point(x + 1, y)
}

function unitsOf(millimetres: number): number {
  return Math.round(toInches(millimetres) * UNITS_PER_INCH)
}

function text(units: number): string {
  // Adding zero makes minus zero plain.
  return ((units + 0) / UNITS_PER_INCH).toFixed(4)
}
