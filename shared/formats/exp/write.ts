import type { Design } from '#shared/geometry/design.ts'
import { type Reading, readingOf } from '#shared/util/reading.ts'
import { ByteWriter } from '../stitches/byte-writer.ts'
import { readyToStitch, type StitchFormat } from '../stitches/ready-to-stitch.ts'
import { JUMP, STOP } from '../stitches/stitch-plan.ts'
import type { WriteOptions, Written } from '../types.ts'
import { ESCAPE, JUMP_CODE, LONGEST, STOP_CODE } from './records.ts'

const EXP: StitchFormat = {
  name: 'EXP',
  longestJump: LONGEST,
  threads: false,
  label: 0,
  mostStops: Number.POSITIVE_INFINITY,
}

/** Writes Melco and Bernina embroidery. The needle begins at 0,0. Dialects: those of all embroidery formats. */
export function writeExp(design: Design, options: WriteOptions = {}): Reading<Written> {
  const ready = readyToStitch(design, EXP, options)
  if (!ready.ok) return ready
  const { plan, warnings } = ready.value
  const { count, kinds, dx, dy } = plan
  const out = new ByteWriter(2 * count + 16)
  for (let i = 0; i < count; i++) {
    const kind = kinds[i]!
    if (kind === STOP) out.bytes(ESCAPE, STOP_CODE)
    else if (kind === JUMP) out.bytes(ESCAPE, JUMP_CODE)
    out.byte(dx[i]! & 255)
    out.byte(dy[i]! & 255)
  }
  return readingOf({ bytes: out.finish(), warnings: warnings.list() }, warnings.list())
}
