import type { PatternFilter, PatternSort } from '#shared/contract/library/patterns.ts'
import { never } from '#shared/util/never.ts'
import { joinSql, type Sql, sql, sqlList } from '../db/sql.ts'

/** The filter as a condition on `pattern p`. The trash is a place of its own: in it, or without it. */
function filterSql(filter: PatternFilter): Sql {
  const parts: Sql[] = [filter.trashed ? sql`p.trashed_at is not null` : sql`p.trashed_at is null`]
  if (filter.kinds) parts.push(sql`p.kind in ${sqlList(filter.kinds)}`)
  if (filter.states) parts.push(sql`p.state in ${sqlList(filter.states)}`)
  if (filter.favourite !== undefined) parts.push(sql`p.favourite = ${filter.favourite ? 1 : 0}`)
  if (filter.used !== undefined) parts.push(filter.used ? sql`p.last_used_at is not null` : sql`p.last_used_at is null`)
  if (filter.importId !== undefined) parts.push(sql`p.import_id = ${filter.importId}`)
  if (filter.designerIds) parts.push(sql`p.designer_id in ${sqlList(filter.designerIds)}`)
  if (filter.collectionId !== undefined)
    parts.push(sql`p.id in (select pattern_id from collection_pattern
      where collection_id = ${filter.collectionId} and trashed_at is null)`)
  // Every tag asked for, as a quilter who picks a second one wants fewer patterns and not more.
  for (const tagId of filter.tagIds ?? [])
    parts.push(sql`p.id in (select pattern_id from pattern_tag where tag_id = ${tagId} and trashed_at is null)`)
  return joinSql(parts, ' and ')
}

/** `best` without words to rank by is the newest first. In the trash: what was thrown away last. */
export function sortedSql(filter: PatternFilter, sort: PatternSort): Sql {
  const where = filterSql(filter)
  if (filter.trashed && (sort === 'best' || sort === 'newest'))
    return sql`select p.seq from pattern p where ${where} order by p.trashed_at desc, p.seq desc`
  switch (sort) {
    case 'best':
    case 'newest':
      return sql`select p.seq from pattern p where ${where} order by p.created_at desc, p.seq desc`
    case 'name':
      return sql`select p.seq from pattern p where ${where} order by p.sort_key, p.seq`
    case 'designer':
      return sql`select p.seq from pattern p left join designer d on d.id = p.designer_id
        where ${where} order by d.name_key is null, d.name_key, p.sort_key, p.seq`
    case 'last-used':
      return sql`select p.seq from pattern p where ${where}
        order by p.last_used_at is null, p.last_used_at desc, p.created_at desc, p.seq desc`
    default:
      return never(sort)
  }
}
