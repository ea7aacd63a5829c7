import { asksForAbsence, goesOnWithAnd, saysNothingWithNot } from './fillers.ts'
import type { Token } from './types.ts'

/** A "no" that was read: where it begins, and the word it was. */
interface Cue {
  readonly from: number
  readonly word: string
}

/** Two words that only together ask for something to be absent. */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ['anything', 'but'],
  ['everything', 'but'],
  ['all', 'but'],
  ['other', 'than'],
  ['rather', 'than'],
  ['instead', 'of'],
  ['free', 'of'],
  ['w', 'o'],
])

/** The words at the beginning of a text that ask for absence, as they are written; "" for none. */
export function cueOf(text: string): string {
  const [, first = '', between = '', second = ''] = /^([\p{L}'’]+|-)([\s/]*)([\p{L}]*)/u.exec(text) ?? []
  const word = first.toLowerCase().replace(/['’]/g, '')
  if (PAIRS.get(word) === second.toLowerCase()) return `${first}${between}${second} `
  return first === '-' ? '-' : asksForAbsence(word) ? `${first} ` : ''
}

/** Follows a query word by word and knows whether the next thing is asked for or asked to be absent. */
export class Absence {
  readonly #query: string
  #cue: Cue | null = null
  /** The cue of the piece before: "or" takes it up again. */
  #spent: Cue | null = null

  constructor(query: string) {
    this.#query = query
  }

  /** Where the words that ask for absence begin; null when nothing is asked to be absent. */
  get from(): number | null {
    return this.#cue?.from ?? null
  }

  /** What stands between two words: a comma ends a "no", a "-" right before a word is one. */
  readMarks(before: Token | undefined, token: Token): void {
    const between = this.#query.slice(before?.to ?? 0, token.from)
    if (/[,;.!?]/.test(between)) this.#spent = this.#cue = null
    if (/(?:^|\s)-$/.test(between)) this.#cue = { from: token.from - 1, word: '-' }
  }

  /** @returns how many words from here on only say "no" or take it up again */
  readWords(row: readonly Token[], at: number): number {
    const token = row[at]!
    const next = row[at + 1]
    if (next && PAIRS.get(token.text) === next.text) {
      this.#begin(token.from, token.text)
      return 2
    }
    if (asksForAbsence(token.text)) {
      this.#begin(token.from, token.text)
      return 1
    }
    if (saysNothingWithNot(token.text) || token.text === 'but') this.#cue = null
    const takesUp =
      token.text === 'or' || token.text === 'nor' || (token.text === 'and' && goesOnWithAnd(this.#spent?.word ?? ''))
    if (!takesUp || !this.#spent || this.#cue) return 0
    this.#cue = { from: token.from, word: this.#spent.word }
    return 1
  }

  /** The piece it was about has been read. */
  spend(): void {
    this.#spent = this.#cue
    this.#cue = null
  }

  #begin(from: number, word: string): void {
    this.#cue = { from: this.#cue?.from ?? from, word }
  }
}
