import { squeezed } from './squeezed.ts'

/**
 * The words somebody may look for in a name or a file name: CamelCase, underscores, digits and squeezed names are taken apart
 * ("FeatherSwirl_B2B-12in", "feathrswirl"), and every whole is kept beside its parts, so that both ways of typing find it.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  for (const whole of text.normalize('NFKC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) {
    const parts = (whole.match(PARTS) ?? []).flatMap(part => squeezed(part.toLowerCase()) ?? [part.toLowerCase()])
    const lower = whole.toLowerCase()
    words.push(lower)
    if (parts.length > 1) words.push(...parts)
  }
  return words
}

/** Acronym before a capitalised word, capitalised or lower-case word, capitals, letters without case, digits. */
const PARTS = /\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+|[\p{Lo}\p{Lm}\p{M}]+|\p{N}+/gu

/** A file's name without its extension; a name that is only an extension stays whole. */
export function fileStem(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot > 0 && name.length - dot <= 6 ? name.slice(0, dot) : name
}
