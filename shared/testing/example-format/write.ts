import { AsciiWriter, shortNumber } from '#shared/formats/drawing/ascii-writer.ts'
import { readyForMachine } from '#shared/formats/ready.ts'
import { DEFAULT_TOLERANCE_MM, type WriteOptions, type Written } from '#shared/formats/types.ts'
import type { Design } from '#shared/geometry/design.ts'
import { flattenRun } from '#shared/geometry/flatten.ts'
import { type Reading, readingOf, refusal } from '#shared/util/reading.ts'
import { FARTHEST_MM } from './read.ts'

const HOLDS = {
  arcs: false,
  cubics: false,
  pauses: false,
  pauseText: false,
  notes: false,
  threads: false,
  layers: false,
}

/** Writes a Knot pattern, curves as chords, to a thousandth of a millimetre. There is one way of writing it. */
export function writeKnot(design: Design, options: WriteOptions = {}): Reading<Written> {
  const { dialect, toleranceMm = DEFAULT_TOLERANCE_MM } = options
  if (dialect !== undefined) {
    return refusal({ code: 'unknown-dialect', message: `Knot has no dialect called ${dialect}.` })
  }
  const ready = readyForMachine(design, { holds: HOLDS, toleranceMm, farthestMm: FARTHEST_MM })
  if (!ready.ok) return ready
  const out = new AsciiWriter()
  out.add('KNOT 1\n')
  for (const run of ready.value.design.runs) {
    const points = flattenRun(run, toleranceMm)
    for (let at = 0; at < points.length; at += 2) {
      out.add(`${at === 0 ? 'at' : 'to'} ${shortNumber(points[at]!, 3)} ${shortNumber(points[at + 1]!, 3)}\n`)
    }
  }
  const warnings = ready.value.warnings.list()
  return readingOf({ bytes: out.finish(), warnings }, warnings)
}
