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

/** Cards with their tags and files, asked for all at once. One that was deleted meanwhile is left out. */
export async function foundPatterns(
  library: Client<LibraryContract, LibraryEvents>,
  cards: readonly PatternCard[],
): Promise<FoundPattern[]> {
  if (cards.length === 0) return []
  const { patterns } = await library.call('patterns.describe', { ids: cards.map(({ id }) => id) })
  const described = new Map(patterns.map(one => [one.id, one]))
  return cards.flatMap(({ id, name, designer, score, similarity }) => {
    const one = described.get(id)
    if (!one) return []
    return {
      id,
      name,
      designer,
      tags: one.tags,
      files: one.files,
      ...(score === undefined ? {} : { score }),
      ...(similarity === undefined ? {} : { similarity }),
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
