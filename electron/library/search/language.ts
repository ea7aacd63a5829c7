import type { ConceptId, Token, Understood, Vocabulary } from '#shared/search/language/types.ts'

/** How words are taken apart and understood: as much of shared/search/language as the index uses. */
export interface Language {
  /** Another text whenever the same words would be indexed in another way. */
  readonly mark: string
  tokensOf(text: string): Token[]
  conceptsOf(tokens: readonly Token[]): ConceptId[]
  understand(query: string, vocabulary: Vocabulary, units: 'in' | 'cm'): Understood
}
