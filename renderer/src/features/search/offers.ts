/** What the box offers for the words typed so far. Pure but for the one question to the core. */
import type { Suggestion } from '#shared/contract/library/search.ts'
import { plainTokens } from '#shared/search/language/plain-tokens.ts'
import { foldName } from '#shared/text/fold.ts'

/** A search she kept, as the side bar has it. */
export interface Kept {
  readonly id: string
  readonly name: string
}

/** One line under the box. `kept`: opens that search; everything else puts its text into the box. */
export interface Offer {
  readonly text: string
  readonly kind: Exclude<Suggestion['kind'], 'search'> | 'recent' | 'kept'
  readonly id: string
}

/** More lines would lie over the patterns she is looking for. */
const MOST = 6

/**
 * The core's suggestions as lines: searches of hers first, each thing once. A word that is finished needs no list, which would only lie
 * over what was found: offered is what goes on with the word being typed, and behind a blank what goes on from there.
 */
export function offersFor(text: string, suggestions: readonly Suggestion[], kept: readonly Kept[]): Offer[] {
  const typed = foldName(text.trim())
  if (typed === '') return []
  const ofKept = new Map(kept.map(one => [foldName(one.name), one]))
  const lines = suggestions.map(({ text: words, kind }): Offer => {
    const search = kind === 'search' ? ofKept.get(foldName(words)) : undefined
    if (search) return { kind: 'kept', text: search.name, id: `kept ${search.id}` }
    return { kind: kind === 'search' ? 'recent' : kind, text: words, id: `${kind} ${words}` }
  })
  const mine = lines.filter(({ kind }) => kind === 'kept' || kind === 'recent')
  const others = lines.filter(line => !mine.includes(line))
  const seen = new Set<string>()
  return [...mine, ...others]
    .filter(({ text: words }) => {
      const folded = foldName(words)
      return folded !== typed && goesOn(text, words) && !seen.has(folded) && seen.add(folded)
    })
    .slice(0, MOST)
}

/** Whether the line has the word that is being typed, and more of it: "feather" is not on its way to "feathers". */
function goesOn(text: string, line: string): boolean {
  const last = plainTokens(text).at(-1)
  if (!last || /\s$/u.test(text)) return true
  return plainTokens(line).some(token => token.text.startsWith(last.text) && token.stem !== last.stem)
}

/** While the next answer is on its way: only what still goes on from what is typed now. */
export function stillFitting(text: string, offers: readonly Offer[]): Offer[] {
  const typed = foldName(text.trim())
  return offers.filter(({ text: words }) => {
    const folded = foldName(words)
    return folded !== typed && folded.startsWith(typed) && goesOn(text, words)
  })
}

/** The index after a step of Down or Up: round the list by way of the box (-1), as she would expect of a menu. */
export function stepped(at: number, by: 1 | -1, length: number): number {
  const places = length + 1
  return ((at + 1 + by + places) % places) - 1
}
