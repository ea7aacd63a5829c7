import type { Design } from '#shared/geometry/design.ts'
import { flattenRun } from '#shared/geometry/flatten.ts'
import { MM_PER_INCH, toInches } from '#shared/geometry/units.ts'
import { encodeUtf8 } from '#shared/text/encode.ts'
import { type Reading, readingOf, refusal } from '#shared/util/reading.ts'
import { readyForMachine } from '../ready.ts'
import { DEFAULT_TOLERANCE_MM, type WriteOptions, type Written } from '../types.ts'
import { END, HEAD_BYTES, MAGIC, MAX_INCHES, NOTE, POINTS, TITLE } from './layout.ts'

const HOLDS = {
  arcs: false,
  cubics: false,
  pauses: false,
  pauseText: false,
  notes: true,
  threads: false,
  layers: false,
}

/**
 * Writes an IntelliQuilter pattern: experimental, since the layout is known from a reader only and no machine has seen such a file
 * (NOTES.md). Every run is a list of points of its own. There is one way of writing it.
 */
export function writeIqp(design: Design, options: WriteOptions = {}): Reading<Written> {
  const { dialect, toleranceMm = DEFAULT_TOLERANCE_MM, jumps = 'join' } = options
  if (dialect !== undefined) {
    return refusal({ code: 'unknown-dialect', message: `IQP has no dialect called ${dialect}.` })
  }
  const ready = readyForMachine(design, { holds: HOLDS, toleranceMm, farthestMm: MAX_INCHES * MM_PER_INCH })
  if (!ready.ok) return ready
  const { design: moved, warnings } = ready.value
  if (moved.runs.length > 1) {
    const pieces = `This pattern is stitched in ${moved.runs.length} pieces.`
    if (jumps === 'refuse') {
      return refusal({
        code: 'jumps-refused',
        message: `${pieces} It is not known whether this format lifts the needle between them. Make it one line first.`,
      })
    }
    warnings.add('jumps-uncertain', `${pieces} It is not known whether the machine lifts the needle between them.`)
  }
  const file = new RecordWriter()
  const { name, notes } = design.metadata
  if (name !== undefined) file.text(TITLE, name)
  for (const note of notes) file.text(NOTE, note)
  for (const run of moved.runs) file.points(flattenRun(run, toleranceMm))
  return readingOf({ bytes: file.finish(), warnings: warnings.list() }, warnings.list())
}

class RecordWriter {
  readonly #parts: Uint8Array[] = []
  #length = HEAD_BYTES

  text(type: number, text: string): void {
    const words = encodeUtf8(text)
    const { bytes, view } = this.#part(8 + words.length)
    view.setInt32(0, type, true)
    view.setInt32(4, words.length, true)
    bytes.set(words, 8)
  }

  /** @param points x,y pairs in millimetres */
  points(points: Float64Array): void {
    const { view } = this.#part(8 + 4 * points.length)
    view.setInt32(0, POINTS, true)
    view.setInt32(4, 2 * points.length, true)
    points.forEach((mm, index) => view.setFloat32(8 + 4 * index, toInches(mm), true))
  }

  finish(): Uint8Array {
    this.#part(4).view.setInt32(0, END, true)
    const file = new Uint8Array(this.#length)
    file.set(encodeUtf8(MAGIC))
    file.fill(0x20, 8, 16)
    let at = HEAD_BYTES
    for (const part of this.#parts) {
      file.set(part, at)
      at += part.length
    }
    return file
  }

  #part(length: number): { readonly bytes: Uint8Array; readonly view: DataView } {
    const bytes = new Uint8Array(length)
    this.#parts.push(bytes)
    this.#length += length
    return { bytes, view: new DataView(bytes.buffer) }
  }
}
