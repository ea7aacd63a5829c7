import { stemOf } from './stem.ts'
import { takenApart } from './take-apart.ts'
import { isTerm } from './thesaurus/thesaurus.ts'
import type { Token } from './types.ts'
import { plainTokens, tokenOf } from './plain-tokens.ts'

/**
 * The words of a name, a tag, a note or a query. Names are taken apart: CamelCase, digits, known words that were squeezed
 * together. Where that happened the whole follows its parts, beginning where they began.
 */
export function tokensOf(text: string): Token[] {
  return plainTokens(text).flatMap(token => [...partsOf(text, token), token])
}

/** Acronym before a capitalised word, capitalised or lower-case word, capitals, letters without case, digits. */
const PARTS = /\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+|[\p{Lo}\p{Lm}\p{M}]+|\p{N}+/gu

function partsOf(text: string, token: Token): Token[] {
  // "Don't" is one word.
  if (isTerm(token.stem) || /['’]/.test(text.slice(token.from, token.to))) return []
  const written = text.slice(token.from, token.to)
  const parts = [...written.matchAll(PARTS)]
    .flatMap(part => within(tokenOf(part[0], token.from + part.index)))
    .filter(part => part.text !== '')
  return parts.length > 1 ? parts : []
}

/** The words squeezed into one part; the part itself where it is one word. */
function within(part: Token): Token[] {
  const words = isTerm(part.stem) ? null : takenApart(part.text)
  // Folding may have changed the length: then there is no saying where in the text each word stands.
  if (!words || part.text.length !== part.to - part.from) return [part]
  let from = part.from
  return words.map(text => {
    const to = from + text.length
    const token = { text, stem: stemOf(text), from, to }
    from = to
    return token
  })
}
