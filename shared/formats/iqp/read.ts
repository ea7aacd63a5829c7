import type { Design, DesignMetadata } from '#shared/geometry/design.ts'
import { MM_PER_INCH } from '#shared/geometry/units.ts'
import { decodeStretch } from '#shared/text/decode.ts'
import { type ReadFailure, type Reading, readingOf, refusal } from '#shared/util/reading.ts'
import { WarningList } from '#shared/util/warning-list.ts'
import { TOO_MANY_BYTES } from '../limits.ts'
import { RunCollector } from '../run-collector.ts'
import { MAX_FILE_BYTES } from '../types.ts'
import { END, HEAD_BYTES, MAGIC, MAX_INCHES, NOTE, POINTS, TITLE } from './layout.ts'

/**
 * Reads an IntelliQuilter pattern. NOTES.md beside this file lists what is accepted and every refusal and warning with its code.
 * Never throws.
 */
export function readIqp(bytes: Uint8Array): Reading<Design> {
  if (bytes.length > MAX_FILE_BYTES) return refusal(TOO_MANY_BYTES)
  const wrong = wrongHead(bytes)
  return wrong === null ? new IqpReader(bytes).read() : refusal(wrong)
}

function wrongHead(bytes: Uint8Array): ReadFailure | null {
  const magic = decodeStretch(bytes, 0, Math.min(bytes.length, MAGIC.length))
  if (magic !== MAGIC) {
    return magic.startsWith('StitchV')
      ? {
          code: 'version-not-supported',
          message: 'This IQP file is of another version than the one Bobbin opens.',
          offset: 0,
        }
      : { code: 'not-this-format', message: 'This is not an IQP file.', offset: 0 }
  }
  return bytes.length < HEAD_BYTES + 4 ? cutShortAt(bytes.length) : null
}

function cutShortAt(offset: number): ReadFailure {
  return { code: 'cut-short', message: 'This IQP file is cut short. Please copy or download it again.', offset }
}

/** More notes, or longer ones, than this are no copyright line; they are left out so that a hostile file takes no memory. */
const MOST_NOTES = 500
const LONGEST_BYTES = 2000

class IqpReader {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #warnings = new WarningList()
  readonly #runs = new RunCollector()
  readonly #notes: string[] = []
  #name: string | undefined
  #at = HEAD_BYTES
  #lists = 0
  #failure: ReadFailure | null = null

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  read(): Reading<Design> {
    const ended = this.#records()
    const runs = this.#runs.finish(this.#warnings)
    if (this.#failure === null && runs.length === 0) {
      this.#failure = { code: 'no-stitching', message: 'There is no stitching in this IQP file.' }
    }
    if (this.#failure !== null) return refusal(this.#failure, this.#warnings.list())
    if (!ended) this.#warnings.add('end-missing', 'The end mark is missing. The file may be cut short.')
    if (this.#lists > 1) {
      this.#warnings.add(
        'pieces-uncertain',
        `This file holds ${this.#lists} lists of points. They are shown as pieces of their own; whether the machine stitches across between them is not known.`,
      )
    }
    return readingOf({ runs, metadata: this.#metadata() }, this.#warnings.list())
  }

  #metadata(): DesignMetadata {
    const metadata = { notes: this.#notes, size: 'stated' } as const
    return this.#name === undefined ? metadata : { name: this.#name, ...metadata }
  }

  /** Walks the records; false when the file stops without its end mark. */
  #records(): boolean {
    while (this.#failure === null && this.#at < this.#bytes.length) {
      if (this.#at + 4 > this.#bytes.length) return this.#cutShort()
      const type = this.#view.getInt32(this.#at, true)
      if (type === END) return true
      if (this.#at + 8 > this.#bytes.length) return this.#cutShort()
      const value = this.#view.getInt32(this.#at + 4, true)
      this.#at += 8
      if (type === POINTS) this.#points(value)
      else if (type === TITLE || type === NOTE) this.#text(type, value)
      // Of every other type the value is all there is.
    }
    return false
  }

  #points(value: number): void {
    if (value % 4 !== 0) return this.#fail('bad-length', 'a list of points has an impossible length')
    if (!this.#fits(value * 2)) return
    this.#lists++
    const end = this.#at + value * 2
    for (let first = true; this.#at < end && this.#failure === null; this.#at += 8, first = false) {
      const x = this.#view.getFloat32(this.#at, true)
      const y = this.#view.getFloat32(this.#at + 4, true)
      // Not a number is not within the range either.
      if (!(Math.abs(x) <= MAX_INCHES && Math.abs(y) <= MAX_INCHES)) {
        return this.#fail('number-out-of-range', 'a number is too large for a pattern, or none')
      }
      if (first) this.#runs.moveTo(x * MM_PER_INCH, y * MM_PER_INCH)
      else this.#runs.lineTo(x * MM_PER_INCH, y * MM_PER_INCH)
      this.#failure = this.#runs.overflow
    }
  }

  /** The first title is the name; which of all other texts is what is not known, so they are notes. */
  #text(type: number, length: number): void {
    if (!this.#fits(length)) return
    const start = this.#at
    this.#at += length
    const text = decodeStretch(this.#bytes, start, start + Math.min(length, LONGEST_BYTES))
      .replace(/\0+$/, '')
      .trim()
    if (text === '') return
    if (type === TITLE && this.#name === undefined) this.#name = text
    else if (this.#notes.length < MOST_NOTES) this.#notes.push(text)
  }

  #fits(length: number): boolean {
    if (length < 0) this.#fail('bad-length', 'a length is negative')
    else if (this.#at + length > this.#bytes.length) this.#failure = cutShortAt(this.#at)
    return this.#failure === null
  }

  #cutShort(): false {
    this.#failure = cutShortAt(this.#at)
    return false
  }

  #fail(code: string, what: string): void {
    this.#failure = { code, message: `Byte ${this.#at}: ${what}.`, offset: this.#at }
  }
}
