/** What a text encoder is given: numbers of pieces, and which of them are text (1) and which only fill up (0). */
export interface Tokens {
  readonly ids: readonly number[]
  readonly mask: readonly number[]
}

export type Tokenizer = (text: string) => Tokens

/** Longer queries and notes say nothing more to a model that reads some hundred pieces. */
export const LONGEST_TEXT = 4_000
