/** One concept as it is written down. Lists of words are parted by commas, lists of concepts by blanks. */
export interface Entry {
  /** All words and phrases that mean it; the first is what the chip says. Word forms are brought together by their stem. */
  readonly words: string
  /** What it is a kind of: asking for a flower finds a rose. */
  readonly in?: string
  /** What it is made for or made of: asking for christmas finds holly, a little less. */
  readonly for?: string
  /** What it resembles or stands beside, both ways. */
  readonly near?: string
  /** An umbrella over things that do not resemble one another: asking for a fox does not offer every animal. */
  readonly wide?: true
  /** Which nouns of WordNet it is: `word` or `word.2` for the second sense; `-` for none. Worked out from its words where not said. */
  readonly english?: string
}

/** The concepts of one area and the part of WordNet its nouns are looked for in first. */
export interface Area {
  readonly lexicon: readonly string[]
  readonly concepts: Readonly<Record<string, Entry>>
}
