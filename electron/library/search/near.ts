import { fuse } from './fuse.ts'
import type { Keyword } from './keyword.ts'

/** What a meaning helper found for the latest queries: told from outside, kept for as long as they are asked again. */
export interface Near {
  /** Null: everything is forgotten. */
  learn(found: { readonly query: string; readonly seqs: readonly number[] } | null): void
  of(query: string): readonly number[]
}

const QUERIES_KEPT = 30

/** @param learned what is worked out from now on may be other than before */
export function createNear(learned: () => void): Near {
  const kept = new Map<string, readonly number[]>()
  return {
    learn(found) {
      if (found) {
        kept.delete(found.query)
        kept.set(found.query, found.seqs)
      } else kept.clear()
      const oldest = kept.size > QUERIES_KEPT ? kept.keys().next().value : undefined
      if (oldest !== undefined) kept.delete(oldest)
      learned()
    },
    of: query => kept.get(query) ?? [],
  }
}

/** The words' answer, with what the helper found for the same query joined in: the wall, the counts and "choose all" agree. */
export function withNear(keyword: Keyword, near: Near): Keyword {
  return {
    find(query) {
      const found = keyword.find(query)
      return found && fuse(found, near.of(query))
    },
  }
}
