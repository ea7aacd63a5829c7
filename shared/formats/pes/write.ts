import type { Design } from '#shared/geometry/design.ts'
import { type Reading, readingOf } from '#shared/util/reading.ts'
import { ByteWriter } from '../stitches/byte-writer.ts'
import { sizeText } from '../stitches/size-text.ts'
import { readyToStitch, type StitchFormat } from '../stitches/ready-to-stitch.ts'
import { chooseThreads } from '../stitches/thread-chart.ts'
import type { WriteOptions, Written } from '../types.ts'
import { BROTHER } from './brother-chart.ts'
import { LABEL_LETTERS, LONGEST } from './pec-layout.ts'
import { writePecBlock } from './write-pec.ts'

/** One byte counts the colours, less one, and 255 stands for none. */
const PES: StitchFormat = { name: 'PES', longestJump: LONGEST, threads: true, label: LABEL_LETTERS, mostStops: 254 }

/** Where the PEC block of the shortest version 1 begins: magic, version, this number and ten zero bytes. */
const PEC_AT = 0x16
/** About the largest hoop sold for a home machine. Hers may be smaller: that is known of her machine and said there. */
const HOOP_MM = { short: 240, long: 360 }

/**
 * Writes Brother and Baby Lock embroidery as the shortest version 1: a head and the PEC block, which is what machines sew. The
 * needle begins at 0,0. Dialects: those of all embroidery formats.
 */
export function writePes(design: Design, options: WriteOptions = {}): Reading<Written> {
  const ready = readyToStitch(design, PES, options)
  if (!ready.ok) return ready
  const { plan, warnings, widthMm, heightMm } = ready.value
  const { numbers, isExact } = chooseThreads(plan, BROTHER)
  if (!isExact) warnings.add('threads-nearest', 'Thread colours become the nearest ones of the Brother chart.')
  if (Math.min(widthMm, heightMm) > HOOP_MM.short || Math.max(widthMm, heightMm) > HOOP_MM.long) {
    warnings.add(
      'larger-than-hoop',
      `It is ${sizeText(ready.value)}, larger than the largest hoops, 360 mm by 240 mm. Check that it fits yours.`,
    )
  }
  const out = new ByteWriter(2048 + 4 * plan.count)
  out.text('#PES0001')
  out.int32(PEC_AT)
  out.padTo(PEC_AT, 0)
  writePecBlock(out, plan, numbers, design.metadata.name)
  return readingOf({ bytes: out.finish(), warnings: warnings.list() }, warnings.list())
}
