/** Which of many things she means by the words she types. Pure, and fast enough to run on every letter. */
import { foldName } from '#shared/text/fold.ts'

/** Words of a thing, cut and folded once. */
export interface Matchable {
  /** Its own words come before what it is also called. */
  readonly own: readonly string[]
  readonly also: readonly string[]
}

export function wordsOf(text: string): string[] {
  return (
    foldName(text)
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

export function matchable(words: string, also = ''): Matchable {
  return { own: wordsOf(words), also: wordsOf(also) }
}

/** The words that tell: those that only join ("how do I", "the") are left out, unless she has typed nothing else yet. */
function telling(query: string, fillers: ReadonlySet<string>): string[] {
  const typed = wordsOf(query)
  const rest = typed.filter(word => !fillers.has(word))
  return rest.length > 0 ? rest : typed
}

/**
 * How well the thing fits, 0: not at all. Every word she typed must begin one of its words. Its own words count more than what it is
 * also called, whole words more than beginnings, the first word most.
 */
function fit({ own, also }: Matchable, typed: readonly string[]): number {
  let score = 0
  for (const word of typed) {
    const best = Math.max(bestOf(own, word, 4), bestOf(also, word, 1))
    if (best === 0) return 0
    score += best
  }
  // Of two that fit alike the one with fewer words left over is meant.
  return score + 1 / (1 + own.length)
}

function bestOf(words: readonly string[], typed: string, worth: number): number {
  let best = 0
  for (const [at, word] of words.entries()) {
    if (!word.startsWith(typed)) continue
    const whole = word.length === typed.length ? 1 : 0
    best = Math.max(best, worth + whole + (at === 0 ? 0.5 : 0))
  }
  return best
}

/** The things that fit, best first; of equal ones the order they came in. */
export function found<T extends { readonly match: Matchable }>(
  things: readonly T[],
  query: string,
  fillers: ReadonlySet<string>,
): T[] {
  const typed = telling(query, fillers)
  if (typed.length === 0) return [...things]
  return things
    .map(thing => ({ thing, score: fit(thing.match, typed) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ thing }) => thing)
}
