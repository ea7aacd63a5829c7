import type { Design } from '#shared/geometry/design.ts'
import { type Reading, readingOf } from '#shared/util/reading.ts'
import { ByteWriter } from '../stitches/byte-writer.ts'
import { sizeText } from '../stitches/size-text.ts'
import { readyToStitch, type StitchFormat } from '../stitches/ready-to-stitch.ts'
import { JUMP, STOP, type StitchPlan } from '../stitches/stitch-plan.ts'
import { chooseThreads } from '../stitches/thread-chart.ts'
import type { WriteOptions, Written } from '../types.ts'
import { hoopFor } from './hoops.ts'
import { JANOME } from './janome-chart.ts'
import { END_CODE, ESCAPE, HEADER_BYTES, JUMP_CODE, LONGEST, MOST_THREADS, SAME_THREAD, STOP_CODE } from './records.ts'

const JEF: StitchFormat = { name: 'JEF', longestJump: LONGEST, threads: true, label: 0, mostStops: MOST_THREADS - 1 }

/** Year to second. The same design is the same file whenever it is written, so this is no time at all. */
const WRITTEN_AT = '20000101000000'

/**
 * Writes Janome embroidery. The middle of the design is at 0,0, which is the middle of the hoop and what the head tells distances
 * from; the needle jumps from there to the first stitch. Dialects: those of all embroidery formats.
 */
export function writeJef(design: Design, options: WriteOptions = {}): Reading<Written> {
  const ready = readyToStitch(design, JEF, options)
  if (!ready.ok) return ready
  const { plan, warnings } = ready.value
  const { numbers, isExact } = chooseThreads(plan, JANOME)
  if (!isExact) warnings.add('threads-nearest', 'Thread colours become the nearest ones of the Janome chart.')
  const hoop = hoopFor(plan)
  if (!hoop.fits) {
    warnings.add(
      'larger-than-hoop',
      `It is ${sizeText(ready.value)}, larger than the largest hoop of this format, 200 mm by 200 mm.`,
    )
  }
  const stitches = stitchBytes(plan)
  const out = new ByteWriter(HEADER_BYTES + 8 * numbers.length + stitches.length)
  out.int32(HEADER_BYTES + 8 * numbers.length)
  out.int32(0x14)
  out.text(WRITTEN_AT)
  out.int16(0)
  out.int32(numbers.length)
  out.int32(stitches.length / 2)
  out.int32(hoop.code)
  for (const half of [hoop.halfWidth, hoop.halfHeight, hoop.halfWidth, hoop.halfHeight]) out.int32(half)
  for (const edge of hoop.edges) out.int32(edge)
  numbers.forEach((number, stretch) => out.int32(plan.changes[stretch - 1] === false ? SAME_THREAD : number))
  for (const _ of numbers) out.int32(0x0d)
  out.block(stitches)
  return readingOf({ bytes: out.finish(), warnings: warnings.list() }, warnings.list())
}

function stitchBytes({ count, kinds, dx, dy, minX, maxX, minY, maxY }: StitchPlan): Uint8Array {
  const out = new ByteWriter(2 * count + 64)
  const middleX = Math.round((minX + maxX) / 2)
  const middleY = Math.round((minY + maxY) / 2)
  const jumps = Math.ceil(Math.max(Math.abs(middleX), Math.abs(middleY)) / LONGEST)
  let [x, y] = [0, 0]
  for (let i = 1; i <= jumps; i++) {
    const [nextX, nextY] = [Math.round((-middleX * i) / jumps), Math.round((-middleY * i) / jumps)]
    out.bytes(ESCAPE, JUMP_CODE, (nextX - x) & 255, (nextY - y) & 255)
    x = nextX
    y = nextY
  }
  for (let i = 0; i < count; i++) {
    const kind = kinds[i]!
    if (kind === STOP) out.bytes(ESCAPE, STOP_CODE)
    else if (kind === JUMP) out.bytes(ESCAPE, JUMP_CODE)
    out.byte(dx[i]! & 255)
    out.byte(dy[i]! & 255)
  }
  out.bytes(ESCAPE, END_CODE)
  return out.finish()
}
