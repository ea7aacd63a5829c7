import type { ConceptId } from '../types.ts'
import { KNOWN, MEANINGS } from './table.ts'
import { readKnown } from './known.ts'
import { type Meaning, readMeanings } from './meanings.ts'

let meanings: ReadonlyMap<string, readonly Meaning[]> | undefined
let known: ((stem: string) => boolean) | undefined

/** What an English word that quilters have no word of their own for brings to mind: "schnauzer" a dog, "regatta" a sailboat. */
export function meaningsOf(stem: string): readonly Meaning[] {
  meanings ??= readMeanings(MEANINGS)
  return meanings.get(stem) ?? []
}

/** The concepts a thing of this name always is: a schnauzer is a dog, whatever else. */
export function surelyA(stem: string): readonly ConceptId[] {
  return meaningsOf(stem)
    .filter(meaning => meaning.isSure)
    .map(meaning => meaning.concept)
}

/** Whether it is a word of English, so that nobody repairs it. Rarely says yes to a word that is none. */
export function isKnownEnglish(stem: string): boolean {
  known ??= readKnown(KNOWN)
  return known(stem) || meaningsOf(stem).length > 0
}
