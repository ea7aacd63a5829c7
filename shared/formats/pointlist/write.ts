import type { Design } from '#shared/geometry/design.ts'
import { flattenRun } from '#shared/geometry/flatten.ts'
import { type Reading, readingOf, refusal } from '#shared/util/reading.ts'
import { AsciiWriter, shortNumber } from '../drawing/ascii-writer.ts'
import { oneLine } from '../one-line.ts'
import { readyForMachine } from '../ready.ts'
import { DEFAULT_TOLERANCE_MM, type WriteOptions, type Written } from '../types.ts'
import { FARTHEST_MM, HOLDS_STITCHES_ONLY, inUnits, UNIT_DECIMALS } from '../unknown-size.ts'

/**
 * Writes a list of points: one unbroken line, the longer side 1,080 units around 0,0, without a size. Lines end with CRLF.
 * Dialects: `txt` (default) and `xy`, alike but for the extension: a blank between, Y up; `csv`: a comma between, Y down.
 */
export function writePointList(design: Design, options: WriteOptions = {}): Reading<Written> {
  const { dialect = 'txt', toleranceMm = DEFAULT_TOLERANCE_MM, lineEnd = 'crlf', jumps = 'join' } = options
  if (dialect !== 'txt' && dialect !== 'xy' && dialect !== 'csv')
    return refusal({ code: 'unknown-dialect', message: `A point list has no dialect called ${dialect}.` })
  const ready = readyForMachine(design, { holds: HOLDS_STITCHES_ONLY, toleranceMm, farthestMm: FARTHEST_MM })
  if (!ready.ok) return ready
  const { warnings } = ready.value
  const line = oneLine(ready.value.design, jumps, warnings)
  if (!line.ok) return line
  const units = inUnits(line.value)
  if (!units.ok) return units
  for (const { code, message } of units.value.warnings) warnings.add(code, message)
  // The tolerance is one of millimetres on cloth; here a millimetre is as long as the scale made it.
  const points = flattenRun(units.value.design.runs[0]!, toleranceMm * units.value.unitsPerMm)
  const bytes = pointLines(points, dialect === 'csv', lineEnd === 'crlf' ? '\r\n' : '\n')
  return readingOf({ bytes, warnings: warnings.list(), beside: units.value.beside }, warnings.list())
}

function pointLines(points: Float64Array, isCsv: boolean, lineEnd: string): Uint8Array {
  const out = new AsciiWriter()
  let before = ''
  for (let i = 0; i < points.length; i += 2) {
    const x = shortNumber(points[i]!, UNIT_DECIMALS)
    const y = points[i + 1]!
    const text = isCsv ? `${x},${shortNumber(-y, UNIT_DECIMALS)}` : `${x} ${shortNumber(y, UNIT_DECIMALS)}`
    if (text === before) continue
    out.add(`${text}${lineEnd}`)
    before = text
  }
  return out.finish()
}
