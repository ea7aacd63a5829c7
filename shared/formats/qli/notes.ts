import { decodeStretch } from '#shared/text/decode.ts'

/** More notes, or longer ones, than this are no copyright line; they are left out so that a hostile file takes no memory. */
const MOST_NOTES = 500
const LONGEST_BYTES = 2000

/** Remarks every real file has around its runs: they say what the program does, not what the designer wrote. */
const STRUCTURE = new Set(['FIRST_MACRO', 'END MACRO', 'CONTINUOUS', 'HIDDEN', 'PAUSE'])

/** The text of a comment without blanks around it; UTF-8, or Windows-1252 where it is not. */
export function noteText(bytes: Uint8Array, start: number, end: number): string {
  return decodeStretch(bytes, start, Math.min(end, start + LONGEST_BYTES)).trim()
}

/** Keeps what a designer wrote into the comments of a file. */
export class NoteTaker {
  readonly #notes: string[] = []

  add(bytes: Uint8Array, start: number, end: number): void {
    if (this.#notes.length < MOST_NOTES) this.#keep(noteText(bytes, start, end))
  }

  /** A REM line: kept unless it only marks a block, as in `REM CONTINUOUS -----`. */
  addRemark(bytes: Uint8Array, start: number, end: number): void {
    if (this.#notes.length >= MOST_NOTES) return
    const words = noteText(bytes, start, end).replace(TRAILING_DASHES, '')
    if (!STRUCTURE.has(words.toUpperCase())) this.#keep(words)
  }

  list(): readonly string[] {
    return this.#notes
  }

  #keep(note: string): void {
    if (note !== '') this.#notes.push(note)
  }
}

/** Looks back once from the dash before each run of them, so that a line of blanks and dashes takes no time. */
const TRAILING_DASHES = /(?<![-\s])[-\s]+$/
