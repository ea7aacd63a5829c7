import type { LibraryContract, LibraryEvents } from '#shared/contract/library.ts'
import type { PatternCard } from '#shared/contract/library/patterns.ts'
import type { Client } from '#shared/contract/method.ts'
import { table } from './table.ts'

/** A pattern as `list` and `search` answer it. */
export interface FoundPattern {
  readonly id: string
  readonly name: string
  readonly designer: string | null
  readonly tags: readonly string[]
  readonly files: readonly { readonly name: string; readonly format: string }[]
  readonly score?: number
  /** 0 to 1. */
  readonly similarity?: number
}

/** Cards with their tags and files. One that was deleted meanwhile is left out. */
export async function foundPatterns(
  library: Client<LibraryContract, LibraryEvents>,
  cards: readonly PatternCard[],
): Promise<FoundPattern[]> {
  const found = await Promise.all(cards.map(card => library.call('patterns.get', { id: card.id }).catch(() => null)))
  return cards.flatMap((card, index) => {
    const detail = found[index]
    if (!detail) return []
    return {
      id: card.id,
      name: detail.name,
      designer: detail.designer,
      tags: detail.tags.map(tag => tag.name),
      files: detail.files.map(({ name, format }) => ({ name, format })),
      ...(card.score === undefined ? {} : { score: card.score }),
      ...(card.similarity === undefined ? {} : { similarity: card.similarity }),
    }
  })
}

export function describeFound(patterns: readonly FoundPattern[]): string {
  if (patterns.length === 0) return 'Nothing was found.'
  return table(
    patterns.map(pattern => [
      pattern.id,
      pattern.name,
      pattern.designer ?? '',
      [...new Set(pattern.files.map(file => file.format.toUpperCase()))].join(' '),
      pattern.tags.join(', '),
    ]),
  )
}
