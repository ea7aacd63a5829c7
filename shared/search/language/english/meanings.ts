import type { ConceptId } from '../types.ts'

/** A concept that a word brings to mind. */
export interface Meaning {
  readonly concept: ConceptId
  /** 0 … 1 */
  readonly weight: number
  /** It is one whenever the word is used as a noun: a schnauzer is a dog. */
  readonly isSure: boolean
}

/** Steps of weight that the table knows. */
const STEPS = 10

/**
 * Reads lines of `concept 9!, concept 5|stem stem …`: the concepts that all these stems bring to mind, with weights in tenths, `!` where it is sure.
 * Stems are in order, and each leaves out the letters it has in common with the one before, saying how many in a capital (A: one).
 */
export function readMeanings(table: string): Map<string, readonly Meaning[]> {
  const read = new Map<string, readonly Meaning[]>()
  for (const line of table.split('\n')) {
    const [head = '', tail = ''] = line.split('|')
    if (tail === '') continue
    const meanings = head.split(',').map(readMeaning)
    let before = ''
    for (const written of tail.split(' ')) {
      before = whole(written, before)
      read.set(before, meanings)
    }
  }
  return read
}

function readMeaning(written: string): Meaning {
  const isSure = written.endsWith('!')
  const [concept = '', tenths = ''] = (isSure ? written.slice(0, -1) : written).split(' ')
  return { concept, weight: Number(tenths) / STEPS, isSure }
}

function whole(written: string, before: string): string {
  const common = written.charCodeAt(0) - 64
  return common >= 1 && common <= 26 ? before.slice(0, common) + written.slice(1) : written
}

/** The line that `readMeanings` reads. */
export function writeLine(meanings: readonly Meaning[], stems: readonly string[]): string {
  const head = meanings.map(
    ({ concept, weight, isSure }) => `${concept} ${Math.round(weight * STEPS)}${isSure ? '!' : ''}`,
  )
  let before = ''
  const tail = stems.toSorted().map(stem => {
    const common = Math.min(commonLetters(before, stem), 26)
    before = stem
    return common === 0 ? stem : String.fromCharCode(64 + common) + stem.slice(common)
  })
  return `${head.join(',')}|${tail.join(' ')}`
}

function commonLetters(a: string, b: string): number {
  let letters = 0
  while (letters < a.length && a[letters] === b[letters]) letters++
  return letters
}
