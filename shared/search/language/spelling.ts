import { remembering } from './remember.ts'
import { errorsForgiven, likenessOf } from './likeness.ts'
import { isName, termWords } from './thesaurus/thesaurus.ts'
import type { Vocabulary } from './types.ts'

/** A word that may have been meant. */
export interface Meant {
  readonly text: string
  readonly stem: string
  readonly likeness: number
}

const SHORTEST = 4
const LONGEST = 24
/** Words less like than this mean something else. */
const LEAST_LIKE = 0.72
/** Of words nearly as like as the best all count: "flwer" may be flower or flow. */
const CLOSE_TO_BEST = 0.06
const MOST = 3
/** The library says what is likely: its own word comes before one of quilting it does not have. */
const OWN_WORD = 0.02
/** Nobody looks for fathers as often as for feathers. */
const NAMED = 0.03

/** What was probably meant by a word that neither the library nor English nor quilting knows; best first, often nothing. */
export function meantBy(text: string, vocabulary: Vocabulary): Meant[] {
  if (text.length < SHORTEST || text.length > LONGEST || /\d/.test(text)) return []
  const best = new Map<string, Meant>()
  const offer = (meant: Meant) => {
    const known = best.get(meant.stem)
    if (meant.likeness >= LEAST_LIKE && (!known || known.likeness < meant.likeness)) best.set(meant.stem, meant)
  }
  for (const near of vocabulary.near(text, MOST))
    offer({ text: near.text ?? near.stem, stem: near.stem, likeness: Math.min(1, near.likeness + OWN_WORD) })
  for (const meant of termsNear(text)) offer(meant)
  const sorted = [...best.values()].sort((a, b) => b.likeness - a.likeness || (a.text < b.text ? -1 : 1))
  const [first] = sorted
  return first ? sorted.filter(meant => meant.likeness >= first.likeness - CLOSE_TO_BEST).slice(0, MOST) : []
}

/** So like a word of quilting that a shop made the slip, too: "buterfly" stands in her library and is a butterfly all the same. */
const SURELY = 0.85

/** Words of quilting that a word of the library can only be a slip for. */
export function surelyMeantBy(text: string): Meant[] {
  if (text.length <= SHORTEST || text.length > LONGEST || /\d/.test(text)) return []
  return termsNear(text).filter(meant => meant.likeness >= SURELY)
}

interface Shelves {
  /** By first letter. */
  readonly first: ReadonlyMap<string, readonly string[]>
  /** By all letters but the first: for errors in the first one. */
  readonly tail: ReadonlyMap<string, readonly string[]>
}

let shelves: Shelves | undefined

const REMEMBERED = 2_000
const termsNear = remembering(findTermsNear, REMEMBERED)

function findTermsNear(text: string): Meant[] {
  shelves ??= shelve()
  const most = errorsForgiven(text.length)
  const swapped = `${text[1]}${text[0]}${text.slice(2)}`
  const candidates = new Set([
    ...(shelves.first.get(text[0]!) ?? []),
    // The first letter wrong, missing or one too many, or swapped with the second.
    ...(shelves.tail.get(text.slice(1)) ?? []),
    ...(shelves.tail.get(text) ?? []),
    text.slice(1),
    swapped,
  ])
  const found: Meant[] = []
  for (const word of candidates) {
    if (Math.abs(word.length - text.length) > 2) continue
    const stem = termWords().get(word)
    const likeness = stem === undefined ? 0 : likenessOf(text, word, most)
    if (stem !== undefined && likeness >= LEAST_LIKE)
      found.push({ text: word, stem, likeness: likeness + (isName(stem) ? NAMED : 0) })
  }
  return found
}

function shelve(): Shelves {
  const first = new Map<string, string[]>()
  const tail = new Map<string, string[]>()
  const put = (shelf: Map<string, string[]>, key: string, word: string) => {
    const words = shelf.get(key)
    if (words) words.push(word)
    else shelf.set(key, [word])
  }
  for (const word of termWords().keys())
    if (word.length >= SHORTEST) {
      put(first, word[0]!, word)
      put(tail, word.slice(1), word)
    }
  return { first, tail }
}
