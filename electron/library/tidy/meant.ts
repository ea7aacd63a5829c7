import type { PatternCard } from '#shared/contract/library/patterns.ts'
import { wordsOf } from '#shared/text/words.ts'

/** Patterns offered for a search that found nothing. */
const MOST = 8
/** Of one way to put it: the next one has its turn too. */
const OF_ONE = 4

/** What a search finds, and what else finds something near. */
export interface Looked {
  readonly patterns: readonly PatternCard[]
  readonly nearest?: readonly string[]
}

/**
 * Patterns that a search may have meant: what she opened soon after it, then what the nearest words find, then what each word of it finds
 * alone.
 */
export async function meantBy(
  query: string,
  soonAfter: readonly PatternCard[],
  look: (query: string) => Promise<Looked>,
): Promise<PatternCard[]> {
  const { nearest = [], patterns } = await look(query)
  const found = new Map([...soonAfter, ...patterns].slice(0, MOST).map(card => [card.id, card]))
  for (const other of [...nearest, ...wordsOf(query).filter(word => word.length > 2)]) {
    if (found.size >= MOST) break
    for (const card of (await look(other)).patterns.slice(0, OF_ONE)) if (found.size < MOST) found.set(card.id, card)
  }
  return [...found.values()]
}
