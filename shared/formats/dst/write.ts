import type { Design } from '#shared/geometry/design.ts'
import { type Reading, readingOf } from '#shared/util/reading.ts'
import { ByteWriter } from '../stitches/byte-writer.ts'
import { readyToStitch, type StitchFormat } from '../stitches/ready-to-stitch.ts'
import { JUMP, STOP } from '../stitches/stitch-plan.ts'
import type { WriteOptions, Written } from '../types.ts'
import { headerOf } from './header.ts'
import {
  ALWAYS,
  END_BYTE,
  HEADER_BYTES,
  JUMP_BIT,
  LONGEST,
  RECORD_BYTES,
  STOP_BYTE,
  X_BITS,
  Y_BITS,
} from './records.ts'

const DST: StitchFormat = { name: 'DST', longestJump: LONGEST, threads: false, label: 16, mostStops: 999 }

/** Writes Tajima embroidery. The needle begins at 0,0. Dialects: those of all embroidery formats. */
export function writeDst(design: Design, options: WriteOptions = {}): Reading<Written> {
  const ready = readyToStitch(design, DST, options)
  if (!ready.ok) return ready
  const { plan, warnings } = ready.value
  const { count, kinds, dx, dy } = plan
  const out = new ByteWriter(HEADER_BYTES + RECORD_BYTES * (count + 1))
  out.text(headerOf(plan, design.metadata.name, count + 1))
  for (let i = 0; i < count; i++) {
    const kind = kinds[i]!
    const bits = X_BITS[dx[i]! + LONGEST]! | Y_BITS[dy[i]! + LONGEST]!
    out.byte(bits & 255)
    out.byte((bits >> 8) & 255)
    out.byte(kind === STOP ? STOP_BYTE : (bits >> 16) | ALWAYS | (kind === JUMP ? JUMP_BIT : 0))
  }
  out.bytes(0, 0, END_BYTE)
  return readingOf({ bytes: out.finish(), warnings: warnings.list() }, warnings.list())
}
