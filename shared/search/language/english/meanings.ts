import { remembering } from '../remember.ts'
import type { ConceptId } from '../types.ts'

/** A concept that a word brings to mind. */
export interface Meaning {
  readonly concept: ConceptId
  /** 0 … 1, one of a few steps. */
  readonly weight: number
  /** It is one whenever the word is used as a noun: a schnauzer is a dog. */
  readonly isSure: boolean
}

export type Meanings = (stem: string) => readonly Meaning[]

/** Every weight and sureness the table can say, weakest first. */
const GRADES: readonly Pick<Meaning, 'weight' | 'isSure'>[] = [
  { weight: 0.42, isSure: false },
  { weight: 0.52, isSure: false },
  { weight: 0.65, isSure: false },
  { weight: 0.85, isSure: false },
  { weight: 0.65, isSure: true },
  { weight: 0.85, isSure: true },
]

/** Everything that can be typed but small letters and what has a meaning in a string. */
const CODES = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#%&()*+,-./:;<=>?@[]^_{|}~'
const FIRST_LETTER = 97
const WORDS_IN_A_LINE = 12
const NONE: readonly Meaning[] = []
const REMEMBERED = 20_000

/**
 * The words of the table. Each entry is a small letter for how many letters the word shares with the one before (a: none), the small letters it goes
 * on with, then two signs for each concept; small letters begin the next entry. Lines stand in order and begin with a whole word: nothing
 * is read before it is asked for.
 */
export function readMeanings(concepts: readonly ConceptId[], table: string): Meanings {
  const lines = table.trim().split('\n')
  const values = new Map([...CODES].map((sign, value) => [sign, value]))
  return remembering(stem => {
    const codes = codesOf(stem, lineOf(stem, lines))
    return codes === '' ? NONE : decode(codes, concepts, values)
  }, REMEMBERED)
}

/** The last line that begins with this word or one before it. */
function lineOf(stem: string, lines: readonly string[]): string {
  let [low, high] = [0, lines.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (firstWord(lines[middle]!) <= stem) low = middle + 1
    else high = middle
  }
  return lines[low - 1] ?? ''
}

function firstWord(line: string): string {
  return line.slice(1, lettersEnd(line, 1))
}

function lettersEnd(line: string, from: number): number {
  let end = from
  while (end < line.length && line.charCodeAt(end) >= FIRST_LETTER && line.charCodeAt(end) < FIRST_LETTER + 26) end++
  return end
}

function codesOf(stem: string, line: string): string {
  let word = ''
  for (let at = 0; at < line.length; ) {
    const letters = lettersEnd(line, at + 1)
    word = word.slice(0, line.charCodeAt(at) - FIRST_LETTER) + line.slice(at + 1, letters)
    at = letters
    while (at < line.length && lettersEnd(line, at) === at) at++
    if (word === stem) return line.slice(letters, at)
  }
  return ''
}

function decode(codes: string, concepts: readonly ConceptId[], values: ReadonlyMap<string, number>): Meaning[] {
  return Array.from({ length: codes.length / 2 }, (_, index) => {
    const code = values.get(codes[2 * index]!)! * CODES.length + values.get(codes[2 * index + 1]!)!
    return { concept: concepts[Math.floor(code / GRADES.length)]!, ...GRADES[code % GRADES.length]! }
  })
}

/** The table that `readMeanings` reads. Stems are small letters from a to z. */
export function writeMeanings(
  concepts: readonly ConceptId[],
  words: readonly { readonly stem: string; readonly meanings: readonly Meaning[] }[],
): string {
  const places = new Map(concepts.map((concept, place) => [concept, place]))
  const sorted = words.toSorted((a, b) => (a.stem < b.stem ? -1 : 1))
  return sorted
    .map(({ stem, meanings }, index) => {
      const starts = index % WORDS_IN_A_LINE === 0
      const common = starts ? 0 : Math.min(commonLetters(sorted[index - 1]!.stem, stem), 25)
      const codes = meanings.map(meaning => {
        const code = places.get(meaning.concept)! * GRADES.length + gradeOf(meaning)
        return CODES[Math.floor(code / CODES.length)]! + CODES[code % CODES.length]!
      })
      return `${starts && index > 0 ? '\n' : ''}${String.fromCharCode(FIRST_LETTER + common)}${stem.slice(common)}${codes.join('')}`
    })
    .join('')
}

function gradeOf({ weight, isSure }: Meaning): number {
  const far = (grade: Pick<Meaning, 'weight' | 'isSure'>) =>
    Math.abs(grade.weight - weight) + (grade.isSure === isSure ? 0 : 1)
  const nearest = Math.min(...GRADES.map(far))
  return GRADES.findIndex(grade => far(grade) === nearest)
}

function commonLetters(a: string, b: string): number {
  let letters = 0
  while (letters < a.length && a[letters] === b[letters]) letters++
  return letters
}
