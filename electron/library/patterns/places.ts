import type { RowChange } from '../db/commit.ts'
import { collectionPatternId } from '../db/derived-id.ts'
import type { ReadDb } from '../db/handles.ts'
import { type Sql, sql } from '../db/sql.ts'
import type { CommandLabel } from '#shared/commands/labels.ts'
import { membership } from '../tags/tags.ts'

/** The two ways a pattern stands with others: wearing a tag, lying in a collection. */
export interface PlaceKind {
  readonly table: 'tag' | 'collection'
  /** The change that makes two of them one. */
  readonly merge: CommandLabel
  readonly query: (patternId: string) => Sql
  member(patternId: string, placeId: string, trashedAt: number | null): RowChange
}

export const PLACES: readonly PlaceKind[] = [
  {
    table: 'tag',
    merge: 'merge-tags',
    query:
      id => sql`select m.id as rowId, m.tag_id as placeId, m.trashed_at is null as isMember, t.trashed_at as trashedAt
      from pattern_tag m left join tag t on t.id = m.tag_id where m.pattern_id = ${id} order by t.name_key, m.id`,
    member: membership,
  },
  {
    table: 'collection',
    merge: 'merge-collections',
    query: id => sql`select m.id as rowId, m.collection_id as placeId, m.trashed_at is null as isMember,
        c.trashed_at as trashedAt
      from collection_pattern m left join collection c on c.id = m.collection_id
      where m.pattern_id = ${id} order by c.name_key, m.id`,
    member: inCollection,
  },
]

/** A pattern in a collection; `trashedAt` null: it is there. */
export function inCollection(patternId: string, collectionId: string, trashedAt: number | null): RowChange {
  return {
    table: 'collection_pattern',
    id: collectionPatternId(collectionId, patternId),
    set: { collection_id: collectionId, pattern_id: patternId, trashed_at: trashedAt },
  }
}

export interface PlaceRow {
  readonly rowId: string
  readonly placeId: string
  readonly isMember: boolean
  /** Of the tag or collection itself. */
  readonly trashedAt: number | null
}

/** Every tag or collection the pattern ever had to do with. */
export function placesOf(db: ReadDb, kind: PlaceKind, patternId: string): PlaceRow[] {
  return db
    .all<Omit<PlaceRow, 'isMember'> & { isMember: number }>(kind.query(patternId))
    .map(row => ({ ...row, isMember: row.isMember === 1 }))
}
