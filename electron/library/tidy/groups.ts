import type { PatternCard } from '#shared/contract/library/patterns.ts'
import { TIDY_GROUPS, type Suggestion, type TidyGroup, type TidyItem } from '#shared/contract/library/tidy.ts'
import { wayUp } from '#shared/domain/way-up.ts'
import type { ReadDb } from '../db/handles.ts'
import { countMissed } from '../db/tables/missed-search.ts'
import { cardsOf } from '../db/tables/pattern.ts'
import { lyingPatterns, pictureless, sizeless, untaggedSeqs } from '../db/tables/tidy.ts'

/** Whoever can say what tags a pattern wants. */
export type Suggest = (patterns: readonly Pick<PatternCard, 'id'>[]) => ReadonlyMap<string, readonly Suggestion[]>

export interface GroupQuery {
  readonly group: TidyGroup
  readonly offset: number
  readonly limit: number
}

/** Row numbers of everything in a group, newest first. */
function membersOf(db: ReadDb, group: TidyGroup): readonly number[] {
  switch (group) {
    case 'untagged':
      return untaggedSeqs(db)
    case 'way-up':
      return lyingPatterns(db).flatMap(({ seq, lying }) => (wayUp(lying) ? [seq] : []))
    case 'no-picture':
      return pictureless(db)
    case 'size-unknown':
      return sizeless(db)
  }
}

export function tidyCounts(db: ReadDb): { groups: Record<TidyGroup, number>; missed: number } {
  const groups = Object.fromEntries(TIDY_GROUPS.map(group => [group, membersOf(db, group).length]))
  return { groups: groups as Record<TidyGroup, number>, missed: countMissed(db) }
}

export function tidyPage(
  db: ReadDb,
  suggest: Suggest,
  { group, offset, limit }: GroupQuery,
): { total: number; items: TidyItem[] } {
  const members = membersOf(db, group)
  const seqs = members.slice(offset, offset + limit)
  const cards = cardsOf(db, seqs)
  const suggested = group === 'untagged' ? suggest(cards.map(({ card }) => card)) : new Map<string, Suggestion[]>()
  const ways = new Map(group === 'way-up' ? lyingPatterns(db, seqs).map(({ seq, lying }) => [seq, wayUp(lying)]) : [])
  const items = cards.map(({ seq, card }) => ({
    pattern: card,
    suggestions: [...(suggested.get(card.id) ?? [])],
    wayUp: ways.get(seq) ?? null,
  }))
  return { total: members.length, items }
}
