import type { Kind } from '#shared/domain/pattern.ts'
import type { Lying } from '#shared/domain/way-up.ts'
import type { ReadDb } from '../handles.ts'
import { type Sql, sql, sqlList } from '../sql.ts'

const notAnswered = (about: string): Sql => sql`not exists (select 1 from tidy_answer a
    where a.pattern_id = p.id and a.about = ${about} and a.trashed_at is null)`

/** Row numbers, newest first. A tag in the trash is no tag. */
export function untaggedSeqs(db: ReadDb): number[] {
  return db.values<number>(sql`select p.seq from pattern p where p.trashed_at is null and not exists
      (select 1 from pattern_tag m join tag t on t.id = m.tag_id
        where m.pattern_id = p.id and m.trashed_at is null and t.trashed_at is null)
    order by p.created_at desc, p.id desc`)
}

/** Nothing to show: neither a line that was read nor a designer's picture. */
export function pictureless(db: ReadDb): number[] {
  return db.values<number>(sql`select p.seq from pattern p left join original o on o.hash = p.main_hash
    where p.trashed_at is null and p.picture_hash is null and o.sketch is null and ${notAnswered('no-picture')}
    order by p.created_at desc, p.id desc`)
}

/** Only the proportions are known. A version with a size of its own is answer enough. */
export function sizeless(db: ReadDb): number[] {
  return db.values<number>(sql`select p.seq from pattern p
    where p.trashed_at is null and p.size_source = 'unknown' and p.version_id is null and ${notAnswered('size-unknown')}
    order by p.created_at desc, p.id desc`)
}

interface LyingRow {
  readonly seq: number
  readonly kind: Kind
  readonly name: string
  readonly jumps: number
  readonly closed: number
  readonly facts: string
}

/** How patterns lie, newest first. One that is sent as a version was looked at. */
export function lyingPatterns(db: ReadDb, among: readonly number[] | null = null): { seq: number; lying: Lying }[] {
  const only = among === null ? sql`` : sql`and p.seq in ${sqlList(among)}`
  const rows = db.all<LyingRow>(sql`select p.seq, p.kind, p.name, p.jumps, p.closed,
      json_extract(o.facts, '$.bounds', '$.start', '$.end') as facts
    from pattern p join original o on o.hash = p.main_hash
    where p.trashed_at is null and p.version_id is null and p.jumps is not null and o.facts is not null ${only}
      and ${notAnswered('way-up')}
    order by p.created_at desc, p.id desc`)
  return rows.flatMap(({ seq, facts, closed, ...row }) => {
    const [bounds, start, end] = JSON.parse(facts) as [
      Lying['bounds'] | null,
      Lying['start'] | null,
      Lying['end'] | null,
    ]
    return bounds && start && end ? [{ seq, lying: { ...row, closed: closed === 1, bounds, start, end } }] : []
  })
}

export interface NamedPattern {
  readonly seq: number
  readonly id: string
  readonly name: string
  readonly kind: Kind
}

export function namedPatterns(db: ReadDb, ids: readonly string[]): NamedPattern[] {
  return db.all<NamedPattern>(
    sql`select seq, id, name, kind from pattern where id in ${sqlList(ids)} and trashed_at is null`,
  )
}

/** Names of the files a pattern can be stitched from. */
export function fileNamesOf(db: ReadDb, ids: readonly string[]): { patternId: string; name: string }[] {
  return db.all(sql`select pattern_id as patternId, name from file
    where pattern_id in ${sqlList(ids)} and trashed_at is null and role in ('design', 'locked') and made_from is null`)
}

export function tagsOf(db: ReadDb, ids: readonly string[]): { patternId: string; name: string }[] {
  return db.all(sql`select m.pattern_id as patternId, t.name from pattern_tag m join tag t on t.id = m.tag_id
    where m.pattern_id in ${sqlList(ids)} and m.trashed_at is null and t.trashed_at is null order by t.name_key`)
}

/** Folded names of the tags she said no to. */
export function declinedTags(db: ReadDb, ids: readonly string[]): { patternId: string; key: string }[] {
  return db.all(sql`select pattern_id as patternId, value as key from tidy_answer
    where pattern_id in ${sqlList(ids)} and about = 'tag' and trashed_at is null`)
}
