import { RunCollector } from '#shared/formats/run-collector.ts'
import type { Design } from '#shared/geometry/design.ts'
import { ByteScanner } from '#shared/text/byte-scanner.ts'
import { looksLikeText } from '#shared/text/looks-like-text.ts'
import { type Reading, readingOf, refusal } from '#shared/util/reading.ts'
import { WarningList } from '#shared/util/warning-list.ts'

/** Numbers beyond this, in millimetres, are refused on reading and never written. */
export const FARTHEST_MM = 10_000

/** Reads a Knot pattern: `at x y` lifts the needle to a place, `to x y` stitches there. Millimetres, Y up. Never throws. */
export function readKnot(bytes: Uint8Array): Reading<Design> {
  if (!looksLikeText(bytes)) return refusal({ code: 'not-text', message: 'This is not a text file.' })
  const scan = new ByteScanner(bytes)
  const warnings = new WarningList()
  const runs = new RunCollector()
  scan.skipTo(0)
  while (!scan.done && runs.overflow === null) {
    scan.skipBlanks()
    if (scan.takeLineEnd()) continue
    const { line } = scan
    const lifts = scan.takeWord('AT')
    if (!lifts && !scan.takeWord('TO')) {
      warnings.add('unknown-command', `Line ${line} is not known and was left out.`, line)
      scan.skipTo(0)
      continue
    }
    scan.skipBlanks()
    const x = scan.number()
    scan.skipBlanks()
    const y = scan.number()
    // Not a number is not within the range either.
    if (!(Math.abs(x) <= FARTHEST_MM && Math.abs(y) <= FARTHEST_MM)) {
      return refusal({ code: 'bad-place', message: `Line ${line}: this is not a place in a pattern.`, line })
    }
    if (lifts) runs.moveTo(x, y)
    else runs.lineTo(x, y)
  }
  if (runs.overflow !== null) return refusal(runs.overflow, warnings.list())
  const stitched = runs.finish(warnings)
  if (stitched.length === 0) return refusal({ code: 'no-stitching', message: 'There is no stitching in this file.' })
  return readingOf({ runs: stitched, metadata: { notes: [], size: 'stated' } }, warnings.list())
}
