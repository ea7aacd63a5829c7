import type { Suggestion } from '#shared/contract/library/tidy.ts'
import { foldName } from '#shared/text/fold.ts'

/** Tags of one of the nearest patterns that have any, nearest first. */
export interface Labelled {
  readonly tags: readonly string[]
}

export interface SuggestingFrom {
  /** At most `NEIGHBOURS`, near enough to count. */
  readonly neighbours: readonly Labelled[]
  /** What its name and file names say, as tags: hers where she has one for it. */
  readonly named: readonly string[]
  readonly worn: readonly string[]
  /** Folded names. */
  readonly declined: ReadonlySet<string>
}

/** How many labelled neighbours vote (SEARCH.md section 5). */
export const NEIGHBOURS = 10
/** Fewer say nothing: three copies of one design would speak for themselves alone. */
const FEWEST = 5
/** Of those that vote. Suggesting too little costs a glance, suggesting what is wrong costs her trust. */
const SHARE = 0.7
const MOST = 6

/**
 * Tags that a pattern probably wants: those that most of its likes wear, and those its own name says. In the order of how sure they
 * are; the same library always gives the same answer.
 */
export function suggestTags({ neighbours, named, worn, declined }: SuggestingFrom): Suggestion[] {
  const left = (tag: string) => !declined.has(foldName(tag)) && !worn.some(one => foldName(one) === foldName(tag))
  const found = new Map<string, Suggestion>()
  for (const [key, { tag, having }] of votes(neighbours)) {
    if (neighbours.length < FEWEST || having < SHARE * neighbours.length) continue
    found.set(key, { tag, reason: { alike: { having, of: neighbours.length }, named: false } })
  }
  for (const tag of named) {
    const key = foldName(tag)
    const alike = found.get(key)
    found.set(key, { tag: alike?.tag ?? tag, reason: { alike: alike?.reason.alike ?? null, named: true } })
  }
  return [...found.values()]
    .filter(({ tag }) => left(tag))
    .sort((a, b) => sureness(b) - sureness(a) || (foldName(a.tag) < foldName(b.tag) ? -1 : 1))
    .slice(0, MOST)
}

function votes(neighbours: readonly Labelled[]): Map<string, { tag: string; having: number }> {
  const counted = new Map<string, { tag: string; having: number }>()
  for (const { tags } of neighbours) {
    for (const tag of new Map(tags.map(name => [foldName(name), name])).values()) {
      const vote = counted.get(foldName(tag)) ?? { tag, having: 0 }
      vote.having++
      counted.set(foldName(tag), vote)
    }
  }
  return counted
}

/** Both reasons are surest, then a name (somebody meant it), then likeness by its votes. */
function sureness({ reason: { alike, named } }: Suggestion): number {
  return (named ? 1 : 0) + (alike ? alike.having / alike.of : 0)
}
