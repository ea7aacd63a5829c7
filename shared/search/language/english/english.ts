import type { ConceptId } from '../types.ts'
import { readKnown } from './known.ts'
import { type Meaning, type Meanings, readMeanings } from './meanings.ts'
import { CONCEPTS_OF_MEANINGS, KNOWN, MEANINGS } from './table.ts'

let meanings: Meanings | undefined
let known: ((stem: string) => boolean) | undefined

/** What an English word that quilters have no word of their own for brings to mind: "schnauzer" a dog, "monsoon" wind. */
export function meaningsOf(stem: string): readonly Meaning[] {
  meanings ??= readMeanings(CONCEPTS_OF_MEANINGS.trim().split(/\s+/), MEANINGS)
  return meanings(stem)
}

/** The concepts a thing of this name always is: a schnauzer is a dog, whatever else. */
export function surelyA(stem: string): readonly ConceptId[] {
  return meaningsOf(stem).flatMap(meaning => (meaning.isSure ? [meaning.concept] : []))
}

/** Whether it is a word of English, so that nobody repairs it. Rarely says yes to a word that is none. */
export function isKnownEnglish(stem: string): boolean {
  known ??= readKnown(KNOWN)
  return known(stem) || meaningsOf(stem).length > 0
}
