import { KINDS } from '#shared/domain/pattern.ts'
import type { Piece, Token, Vocabulary } from '#shared/search/language/types.ts'
import type { Language } from '../search/language.ts'

/** A language small enough to be seen through: plurals, one concept ("bird"), kinds, "not", slips. */
export const plainLanguage: Language = {
  mark: 'plain',
  tokensOf,
  conceptsOf: tokens => (tokens.some(({ stem }) => BIRDS.includes(stem)) ? ['bird'] : []),
  understand(query, vocabulary) {
    const tokens = tokensOf(query)
    const open = !/\s$/.test(query)
    const pieces: Piece[] = []
    tokens.forEach((token, index) => {
      const before = tokens[index - 1]
      if (token.text === 'not' && index < tokens.length - 1) return
      const not = before?.text === 'not'
      pieces.push(pieceOf(token, not, open && index === tokens.length - 1, before, vocabulary))
    })
    return { pieces, open }
  },
}

const BIRDS = ['owl', 'robin', 'bird']

function pieceOf(token: Token, not: boolean, open: boolean, before: Token | undefined, vocabulary: Vocabulary): Piece {
  const { text, stem } = token
  const place = { from: not && before ? before.from : token.from, to: token.to, label: text, not, weight: 1 }
  const kind = KINDS.find(one => one === stem)
  const word = [{ stem, weight: 1 }, ...(open ? [{ prefix: text, weight: 0.8 }] : [])]
  if (kind) return { ...place, kind: 'kind', any: word, kinds: [kind] }
  if (stem === 'bird') return { ...place, kind: 'concept', any: [{ concept: 'bird', weight: 1 }, ...word] }
  if (vocabulary.has(stem)) return { ...place, kind: 'word', any: word }
  const [near] = vocabulary.near(text, 1)
  if (near && near.likeness > 0.8)
    return {
      ...place,
      kind: 'word',
      label: near.stem,
      any: [{ stem: near.stem, weight: 0.9 }, ...word],
      repairedFrom: text,
    }
  return { ...place, kind: 'word', any: word }
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(found => {
    const word = found[0].normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '')
    return { text: word, stem: word.replace(/s$/, ''), from: found.index, to: found.index + found[0].length }
  })
}
