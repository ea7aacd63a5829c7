import type { Kind, PatternState } from '#shared/domain/pattern.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { sql, sqlList } from '../sql.ts'
import { PICTURE_INSIDE } from './import-item.ts'

/** A pattern-to-be. Text columns that end in JSON hold lists of words. */
export interface CandidateRow {
  readonly key: string
  readonly position: number
  readonly name: string
  readonly designer: string | null
  readonly folder: string
  readonly kind: Kind
  readonly tagsJson: string
  readonly folderTagsJson: string
  readonly notes: string
  readonly mainHash: string | null
  readonly pictureHash: string | null
  readonly state: PatternState
  readonly widthMm: number | null
  readonly heightMm: number | null
  readonly sizeSource: string | null
  readonly chosen: number
  readonly joinsPatternId: string | null
  readonly restores: number
  readonly sharedItemsJson: string
  readonly patternId: string | null
}

const COLUMNS = sql`key, position, name, designer, folder, kind, tags as tagsJson, folder_tags as folderTagsJson, notes,
  main_hash as mainHash, picture_hash as pictureHash, state, width_mm as widthMm, height_mm as heightMm,
  size_source as sizeSource, chosen,
  coalesce(joins_pattern_id, iif(twin_joins = 1, twin_id, null)) as joinsPatternId, restores, shared_items as sharedItemsJson,
  pattern_id as patternId`

export type NewCandidate = Omit<CandidateRow, 'chosen' | 'patternId'>

export function addCandidate(db: WriteDb, importId: string, c: NewCandidate): void {
  db.run(sql`insert into import_candidate (import_id, key, position, name, designer, folder, kind, tags, folder_tags, notes,
      main_hash, picture_hash, state, width_mm, height_mm, size_source, joins_pattern_id, restores, shared_items)
    values (${importId}, ${c.key}, ${c.position}, ${c.name}, ${c.designer}, ${c.folder}, ${c.kind}, ${c.tagsJson},
      ${c.folderTagsJson}, ${c.notes}, ${c.mainHash}, ${c.pictureHash}, ${c.state}, ${c.widthMm}, ${c.heightMm},
      ${c.sizeSource}, ${c.joinsPatternId}, ${c.restores}, ${c.sharedItemsJson})`)
}

export function dropCandidates(db: WriteDb, importId: string): void {
  db.run(sql`delete from import_candidate where import_id = ${importId}`)
}

export function candidatePage(db: ReadDb, importId: string, offset: number, limit: number): CandidateRow[] {
  return db.all<CandidateRow>(sql`select ${COLUMNS} from import_candidate where import_id = ${importId}
    order by position limit ${limit} offset ${offset}`)
}

/** The next ones to land, the last of the list first: newest first, the wall then shows an import as its list was read. */
export function candidatesToAdd(db: ReadDb, importId: string, limit: number): CandidateRow[] {
  return db.all<CandidateRow>(sql`select ${COLUMNS} from import_candidate
    where import_id = ${importId} and chosen = 1 and pattern_id is null order by position desc limit ${limit}`)
}

/** To be called in the transaction that makes the pattern, so that a resumed import adds nothing twice. */
export function markLanded(db: WriteDb, importId: string, key: string, patternId: string): void {
  db.run(sql`update import_candidate set pattern_id = ${patternId} where import_id = ${importId} and key = ${key}`)
}

export interface CandidateCounts {
  readonly total: number
  readonly chosen: number
  readonly landed: number
  readonly restores: number
  readonly joins: number
  readonly bundles: number
}

export function countCandidates(db: ReadDb, importId: string): CandidateCounts {
  const row = db.get<CandidateCounts>(sql`select count(*) as total, coalesce(sum(chosen), 0) as chosen,
      count(pattern_id) as landed, coalesce(sum(restores), 0) as restores,
      coalesce(sum(joins_pattern_id is not null and restores = 0), 0) as joins,
      (select count(*) from (select 1 from import_item where import_id = ${importId} and candidate_key is not null and code is not ${PICTURE_INSIDE}
        group by candidate_key having count(*) > 1)) as bundles
    from import_candidate where import_id = ${importId}`)
  return row ?? { total: 0, chosen: 0, landed: 0, restores: 0, joins: 0, bundles: 0 }
}

export function chooseCandidates(db: WriteDb, importId: string, keys: readonly string[] | null, chosen: boolean): void {
  const value = chosen ? 1 : 0
  if (keys === null) db.run(sql`update import_candidate set chosen = ${value} where import_id = ${importId}`)
  else
    db.run(sql`update import_candidate set chosen = ${value} where import_id = ${importId} and key in ${sqlList(keys)}`)
}

/** Names suggested from folders, the most frequent first. */
export function folderTags(db: ReadDb, importId: string): { name: string; patterns: number }[] {
  return db.all(sql`select t.value as name, count(*) as patterns from import_candidate c, json_each(c.folder_tags) t
    where c.import_id = ${importId} group by t.value order by patterns desc, name limit 60`)
}
