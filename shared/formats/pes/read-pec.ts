import type { Design } from '#shared/geometry/design.ts'
import { type Reading, readingOf, refusal } from '#shared/util/reading.ts'
import { WarningList } from '#shared/util/warning-list.ts'
import { nameIn } from '../stitches/label.ts'
import { StitchRuns } from '../stitches/stitch-runs.ts'
import { threadOf } from '../stitches/thread-chart.ts'
import { BROTHER } from './brother-chart.ts'
import {
  COLOURS_AT,
  END,
  JUMP,
  LABEL_AT,
  LABEL_LETTERS,
  LONG,
  LONGEST,
  NO_COLOURS,
  STITCH_BLOCK_AT,
  STITCHES_AT,
  STOP,
  STOP_MARK,
  TRIM,
} from './pec-layout.ts'

/**
 * Reads a PEC block that is at least as long as its head.
 *
 * @param block from the start of the block to the end of the file
 * @param offset where the block starts in the file, for what is told of places
 */
export function readPecBlock(block: Uint8Array, offset: number): Reading<Design> {
  const warnings = new WarningList()
  const stitches = new StitchRuns(LONGEST)
  const end = new PecRecords(block, stitches).read()
  if (stitches.overflow !== null) return refusal(stitches.overflow, warnings.list())
  if (end === null) {
    warnings.addAt('end-missing', 'The end mark is missing. The file may be cut short.', offset + block.length)
  }
  const runs = stitches.finish(warnings)
  if (runs.length === 0) {
    return refusal({ code: 'no-stitching', message: 'There is no stitching in this PES file.' }, warnings.list())
  }
  const name = nameIn(block.subarray(LABEL_AT, LABEL_AT + LABEL_LETTERS))
  const metadata = { ...(name === undefined ? {} : { name }), notes: [], size: 'stated' as const }
  return readingOf({ runs, metadata }, warnings.list())
}

class PecRecords {
  readonly #bytes: Uint8Array
  readonly #stitches: StitchRuns
  readonly #colours: number
  #at = STITCHES_AT
  #stretch = 0
  // Flags of the coordinates of one move.
  #flags = 0

  constructor(bytes: Uint8Array, stitches: StitchRuns) {
    this.#bytes = bytes
    this.#stitches = stitches
    const stated = bytes[COLOURS_AT]!
    this.#colours = stated === NO_COLOURS ? 0 : Math.min(stated + 1, STITCH_BLOCK_AT - COLOURS_AT - 1)
    stitches.begin(this.#thread())
  }

  /** The place of the end mark; null when there is none. */
  read(): number | null {
    const bytes = this.#bytes
    while (this.#at < bytes.length && this.#stitches.overflow === null) {
      const first = bytes[this.#at]!
      if (first === END) return this.#at
      if (first === STOP && bytes[this.#at + 1] === STOP_MARK) {
        this.#at += 3
        this.#stretch++
        this.#stitches.stop(this.#thread())
        continue
      }
      this.#flags = 0
      const dx = this.#coordinate()
      const dy = this.#coordinate()
      if (this.#at > bytes.length) return null
      // The file counts Y downwards.
      if ((this.#flags & (JUMP | TRIM)) === 0) this.#stitches.stitch(dx, -dy)
      else {
        if ((this.#flags & TRIM) !== 0) this.#stitches.trim()
        this.#stitches.jump(dx, -dy)
      }
    }
    return null
  }

  /** One byte of seven signed bits, or two of twelve with flags. */
  #coordinate(): number {
    const first = this.#bytes[this.#at++] ?? 0
    if ((first & LONG) === 0) return first > 63 ? first - 128 : first
    this.#flags |= first
    const value = ((first & 0x0f) << 8) | (this.#bytes[this.#at++] ?? 0)
    return value > LONGEST ? value - 4096 : value
  }

  #thread(): string | undefined {
    if (this.#stretch >= this.#colours) return undefined
    return threadOf(BROTHER, this.#bytes[COLOURS_AT + 1 + this.#stretch]!)
  }
}
