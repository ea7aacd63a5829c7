import type { Design } from '#shared/geometry/design.ts'
import { type Reading, readingOf, refusal } from '#shared/util/reading.ts'
import { WarningList } from '#shared/util/warning-list.ts'
import { TOO_MANY_BYTES } from '../limits.ts'
import { nameIn } from '../stitches/label.ts'
import { StitchRuns } from '../stitches/stitch-runs.ts'
import { MAX_FILE_BYTES } from '../types.ts'
import { headerNotes, isHeader } from './header.ts'
import { DX, DY, HEADER_BYTES, LONGEST, RECORD_BYTES } from './records.ts'

/** Reads Tajima embroidery. NOTES.md beside this file lists every refusal and warning with its code. Never throws. */
export function readDst(bytes: Uint8Array): Reading<Design> {
  if (bytes.length > MAX_FILE_BYTES) return refusal(TOO_MANY_BYTES)
  if (bytes.length < HEADER_BYTES + RECORD_BYTES) {
    return refusal({
      code: 'too-short',
      message: 'This DST file is cut short: there is nothing behind its head.',
      offset: bytes.length,
    })
  }
  if (!isHeader(bytes)) {
    return refusal({ code: 'not-this-format', message: 'This is not a DST file: its head is missing.', offset: 0 })
  }
  const warnings = new WarningList()
  const stitches = new StitchRuns(LONGEST)
  const end = readRecords(bytes, stitches, warnings)
  if (stitches.overflow !== null) return refusal(stitches.overflow, warnings.list())
  if (end === null) {
    warnings.addAt('end-missing', 'The end mark is missing. The file may be cut short.', bytes.length)
  }
  const runs = stitches.finish(warnings)
  if (runs.length === 0) {
    return refusal({ code: 'no-stitching', message: 'There is no stitching in this DST file.' }, warnings.list())
  }
  const name = nameIn(bytes.subarray(3, 19))
  const metadata = { ...(name === undefined ? {} : { name }), notes: headerNotes(bytes), size: 'stated' as const }
  return readingOf({ runs, metadata }, warnings.list())
}

/** Reads up to the end record and gives its place; null when there is none. */
function readRecords(bytes: Uint8Array, stitches: StitchRuns, warnings: WarningList): number | null {
  let inSequins = false
  for (let at = HEADER_BYTES; at + RECORD_BYTES <= bytes.length && stitches.overflow === null; at += RECORD_BYTES) {
    const b0 = bytes[at]!
    const b1 = bytes[at + 1]!
    const b2 = bytes[at + 2]!
    if ((b2 & 0xf3) === 0xf3) return at
    const dx = DX[b0]! + DX[256 + b1]! + DX[512 + b2]!
    const dy = DY[b0]! + DY[256 + b1]! + DY[512 + b2]!
    if ((b2 & 0xc3) === 0xc3) {
      stitches.stop(undefined)
      if (dx !== 0 || dy !== 0) stitches.jump(dx, dy)
    } else if ((b2 & 0x43) === 0x43) {
      if (!inSequins) warnings.addAt('sequins-dropped', 'The sequins of this file are left out.', at)
      inSequins = true
      if (dx !== 0 || dy !== 0) stitches.jump(dx, dy)
    } else if ((b2 & 0x83) === 0x83) stitches.jump(dx, dy)
    else stitches.stitch(dx, dy)
  }
  return null
}
