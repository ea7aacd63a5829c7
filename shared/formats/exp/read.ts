import type { Design } from '#shared/geometry/design.ts'
import { type ReadFailure, type Reading, readingOf, refusal } from '#shared/util/reading.ts'
import { WarningList } from '#shared/util/warning-list.ts'
import { TOO_MANY_BYTES } from '../limits.ts'
import { StitchRuns } from '../stitches/stitch-runs.ts'
import { MAX_FILE_BYTES } from '../types.ts'
import { ESCAPE, JUMP_CODE, LONGEST, MOVE_CODE, signedByte, STOP_CODE, TRIM_CODE } from './records.ts'

/** Reads Melco and Bernina embroidery. NOTES.md beside this file lists every refusal and warning with its code. Never throws. */
export function readExp(bytes: Uint8Array): Reading<Design> {
  if (bytes.length > MAX_FILE_BYTES) return refusal(TOO_MANY_BYTES)
  const warnings = new WarningList()
  const stitches = new StitchRuns(LONGEST)
  const failure = readRecords(bytes, stitches, warnings) ?? stitches.overflow
  if (failure !== null) return refusal(failure, warnings.list())
  const runs = stitches.finish(warnings)
  if (runs.length === 0) {
    return refusal({ code: 'no-stitching', message: 'There is no stitching in this EXP file.' }, warnings.list())
  }
  return readingOf({ runs, metadata: { notes: [], size: 'stated' } }, warnings.list())
}

function readRecords(bytes: Uint8Array, stitches: StitchRuns, warnings: WarningList): ReadFailure | null {
  let at = 0
  while (at < bytes.length && stitches.overflow === null) {
    const isEscape = bytes[at] === ESCAPE
    const next = at + (isEscape ? 4 : 2)
    if (next > bytes.length) {
      warnings.addAt('cut-short', 'The last stitch is cut off. The file may be cut short.', at)
      return null
    }
    if (!isEscape) stitches.stitch(signedByte(bytes[at]!), signedByte(bytes[at + 1]!))
    else if (!follow(bytes[at + 1]!, signedByte(bytes[at + 2]!), signedByte(bytes[at + 3]!), stitches)) {
      return {
        code: 'unknown-code',
        message: `This EXP file has a command nobody knows (${bytes[at + 1]}). It may be damaged.`,
        offset: at,
      }
    }
    at = next
  }
  return null
}

/** False for a command nobody knows. */
function follow(code: number, dx: number, dy: number, stitches: StitchRuns): boolean {
  // Behind a trim stand two bytes that are no move.
  if (code === TRIM_CODE) stitches.trim()
  else if (code === JUMP_CODE || code === MOVE_CODE) stitches.jump(dx, dy)
  else if (code === STOP_CODE) {
    stitches.stop(undefined)
    if (dx !== 0 || dy !== 0) stitches.jump(dx, dy)
  } else return false
  return true
}
