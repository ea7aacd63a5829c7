import type { ByteWriter } from '../stitches/byte-writer.ts'
import { labelOf } from '../stitches/label.ts'
import * as plans from '../stitches/stitch-plan.ts'
import { iconsOf } from './icons.ts'
import {
  END,
  ICON_HEIGHT,
  ICON_STRIDE,
  JUMP,
  LABEL_LETTERS,
  LONG,
  STITCH_BLOCK_AT,
  STOP,
  STOP_MARK,
  TRIM,
} from './pec-layout.ts'

const BLANK = 0x20

/** Appends a PEC block: head, stitches, pictures. @param numbers a thread of the chart for each stretch between two stops */
export function writePecBlock(
  out: ByteWriter,
  plan: plans.StitchPlan,
  numbers: readonly number[],
  name: string | undefined,
): void {
  const start = out.length
  out.text(`LA:${labelOf(name, LABEL_LETTERS).padEnd(LABEL_LETTERS)}\r`)
  out.text(' '.repeat(12))
  out.bytes(0xff, 0x00, ICON_STRIDE, ICON_HEIGHT)
  out.text(' '.repeat(12))
  out.bytes(numbers.length - 1, ...numbers)
  out.padTo(start + STITCH_BLOCK_AT, BLANK)
  const block = out.length
  writeStitches(out, plan)
  const length = out.length - block
  for (let i = 0; i < 3; i++) out.patch(block + 2 + i, (length >> (8 * i)) & 255)
  for (const icon of iconsOf(plan)) out.block(icon)
}

function writeStitches(out: ByteWriter, plan: plans.StitchPlan): void {
  const { count, kinds, dx, dy, minX, maxX, minY, maxY } = plan
  // The length is filled in at the end.
  out.bytes(0, 0, 0, 0, 0, 0x31, 0xff, 0xf0)
  out.int16(maxX - minX)
  out.int16(maxY - minY)
  out.int16(0x1e0)
  out.int16(0x1b0)
  // Where the first stitch lies from the left and the top of the design; readers pass it over.
  for (const from of [-minX, maxY]) {
    const place = Math.min(from, 0xfff)
    out.bytes(LONG | JUMP | (place >> 8), place & 255)
  }
  let mark = 2
  let isAfterStop = false
  for (let i = 0; i < count; i++) {
    const kind = kinds[i]!
    if (kind === plans.STOP) {
      out.bytes(STOP, STOP_MARK, mark)
      mark = 3 - mark
      isAfterStop = true
    } else if (kind === plans.JUMP) {
      // Behind a stop the thread is cut already.
      const flag = isAfterStop ? JUMP : TRIM
      longCoordinate(out, dx[i]!, flag)
      longCoordinate(out, -dy[i]!, flag)
    } else {
      writeStitch(out, dx[i]!, -dy[i]!)
      isAfterStop = false
    }
  }
  out.byte(END)
}

function writeStitch(out: ByteWriter, dx: number, dy: number): void {
  if (isShort(dx) && isShort(dy)) {
    out.byte(dx & 0x7f)
    out.byte(dy & 0x7f)
  } else {
    longCoordinate(out, dx, 0)
    longCoordinate(out, dy, 0)
  }
}

function isShort(move: number): boolean {
  return move >= -64 && move <= 63
}

function longCoordinate(out: ByteWriter, move: number, flag: number): void {
  out.byte(LONG | flag | ((move >> 8) & 0x0f))
  out.byte(move & 255)
}
