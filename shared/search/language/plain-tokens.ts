import { stemOf } from './stem.ts'
import type { Token } from './types.ts'

/** Letters, digits and marks; an apostrophe within a word belongs to it. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’]\p{L}+)*/gu

/** The words as they stand, nothing taken apart. */
export function plainTokens(text: string): Token[] {
  return Array.from(text.matchAll(WORD), found => tokenOf(found[0], found.index)).filter(token => token.text !== '')
}

export function tokenOf(written: string, from: number): Token {
  const text = folded(written)
  return { text, stem: stemOf(text), from, to: from + written.length }
}

/** "Grandmother’s" → "grandmother", "Étoile" → "etoile", "o'clock" → "oclock". */
function folded(written: string): string {
  const lower = written.toLowerCase()
  if (/^[a-z0-9]+$/.test(lower)) return lower
  return lower
    .normalize('NFKD')
    .replace(/['’]s$/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
