import { decodeStretch } from '#shared/text/decode.ts'

/** More notes, or longer ones, than this are no copyright line; they are left out so that a hostile file takes no memory. */
const MOST_NOTES = 500
const LONGEST_BYTES = 2000

/** Remarks every real file has around its runs: they say what the program does, not what the designer wrote. */
const STRUCTURE = new Set(['FIRST_MACRO', 'END MACRO', 'CONTINUOUS', 'HIDDEN', 'PAUSE'])

/** Keeps what a designer wrote into the comments of a file. */
export class NoteTaker {
  readonly #notes: string[] = []

  /** The text of a comment; UTF-8, or Windows-1252 where it is not. */
  decode(bytes: Uint8Array, start: number, end: number): string {
    return decodeStretch(bytes, start, Math.min(end, start + LONGEST_BYTES))
  }

  add(text: string): void {
    const note = text.trim()
    if (note !== '' && this.#notes.length < MOST_NOTES) this.#notes.push(note)
  }

  /** A REM line: kept unless it only marks a block, as in `REM CONTINUOUS -----`. */
  addRemark(text: string): void {
    const words = text.trim().replace(/[-\s]+$/, '')
    if (!STRUCTURE.has(words.toUpperCase())) this.add(words)
  }

  list(): readonly string[] {
    return this.#notes
  }
}
