import type { PatternHere, ReportLine } from '#shared/contract/library/imports.ts'
import type { FileRole } from '#shared/domain/pattern.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { sql, sqlList } from '../sql.ts'

/** `found`: met and kept, not decided yet. The rest are the words of the report. */
export type ItemOutcome = 'found' | ReportLine['outcome']

export interface NewItem {
  readonly place: string
  readonly name: string
  readonly hash: string | null
  readonly bytes: number | null
  readonly format: string | null
  readonly role: FileRole | null
  readonly outcome: ItemOutcome
  readonly code: string | null
  readonly message: string | null
}

/** Code of a row that stands for no file she brought, but for a picture found inside one. */
export const PICTURE_INSIDE = 'picture-inside'

/** Code of a row that is `already-here` because the same bytes came before it in the same import. */
export const THERE_TWICE = 'there-twice'

/** A second look at the same file tells it anew: an import that was cut off looks again from the start. */
export function putItem(db: WriteDb, importId: string, item: NewItem): void {
  db.run(sql`insert into import_item (import_id, place, name, hash, bytes, format, role, outcome, code, message)
    values (${importId}, ${item.place}, ${item.name}, ${item.hash}, ${item.bytes}, ${item.format}, ${item.role},
      ${item.outcome}, ${item.code}, ${item.message})
    on conflict (import_id, place, name) do update set hash = excluded.hash, bytes = excluded.bytes, format = excluded.format,
      role = excluded.role, outcome = excluded.outcome, code = excluded.code, message = excluded.message, candidate_key = null`)
}

/** A file to be bundled, with what reading it found. */
export interface FoundItem {
  readonly id: number
  /** Empty until it is bundled. */
  readonly candidateKey: string | null
  readonly place: string
  readonly name: string
  readonly hash: string
  readonly bytes: number
  readonly format: string
  readonly role: FileRole
  readonly read: string
  /** Of a notes file. */
  readonly text: string | null
  /** Of a design that was read; the shape is there for most. */
  readonly size: 'stated' | 'assumed' | 'unknown' | null
  readonly widthMm: number | null
  readonly heightMm: number | null
  readonly curves: number | null
  readonly points: number | null
  readonly shape: Uint8Array | null
  /** Of a version that a Bobbin prepared: hash of the file it was made from. */
  readonly madeFrom: string | null
}

const FOUND_ITEM = sql`i.id, i.candidate_key as candidateKey, i.place, i.name, i.hash, i.bytes, i.format, i.role, o.outcome as read,
  o.size_source as size, o.width_mm as widthMm, o.height_mm as heightMm, o.curves, o.points, o.shape,
  iif(i.role = 'document', o.facts ->> '$.text', null) as text,
  iif(i.format = 'svg', o.facts ->> '$.version.madeFrom', null) as madeFrom`

/** Folders and packages in which something was kept. */
export function itemPlaces(db: ReadDb, importId: string): string[] {
  return db.values<string>(
    sql`select distinct place from import_item where import_id = ${importId} and role is not null`,
  )
}

export function itemsOfPlaces(db: ReadDb, importId: string, places: readonly string[]): FoundItem[] {
  return db.all<FoundItem>(sql`select ${FOUND_ITEM} from import_item i join original o on o.hash = i.hash
    where i.import_id = ${importId} and i.place in ${sqlList(places)} and i.role is not null`)
}

export function foundOfCandidates(db: ReadDb, importId: string, keys: readonly string[]): FoundItem[] {
  return db.all<FoundItem>(sql`select ${FOUND_ITEM} from import_item i join original o on o.hash = i.hash
    where i.import_id = ${importId} and i.candidate_key in ${sqlList(keys)} order by i.id`)
}

export function foundShared(db: ReadDb, ids: readonly number[]): FoundItem[] {
  if (ids.length === 0) return []
  return db.all<FoundItem>(sql`select ${FOUND_ITEM} from import_item i join original o on o.hash = i.hash
    where i.id in ${sqlList(ids)}`)
}

export interface ItemDecision {
  readonly id: number
  readonly candidateKey: string | null
  /** Null: as the look said it. */
  readonly outcome: ItemOutcome | null
  readonly code: string | null
  readonly message: string | null
}

export function decideItem(db: WriteDb, { id, candidateKey, outcome, code, message }: ItemDecision): void {
  if (outcome === null) db.run(sql`update import_item set candidate_key = ${candidateKey} where id = ${id}`)
  // The picture found inside a file stays told as such: it is no file she has.
  else
    db.run(sql`update import_item set candidate_key = ${candidateKey}, outcome = ${outcome},
      code = iif(code is ${PICTURE_INSIDE}, code, ${code}), message = ${message} where id = ${id}`)
}

export interface CandidateItem {
  readonly id: number
  readonly candidateKey: string
  readonly place: string
  readonly name: string
  readonly hash: string
  readonly bytes: number
  readonly format: string
  readonly role: FileRole
}

const CANDIDATE_ITEM = sql`id, candidate_key as candidateKey, place, name, hash, bytes, format, role`

export function itemsOfCandidates(db: ReadDb, importId: string, keys: readonly string[]): CandidateItem[] {
  return db.all<CandidateItem>(sql`select ${CANDIDATE_ITEM} from import_item
    where import_id = ${importId} and candidate_key in ${sqlList(keys)} order by id`)
}

/** Items by id: notes that several candidates share. */
export function sharedItems(db: ReadDb, ids: readonly number[]): CandidateItem[] {
  return db.all<CandidateItem>(sql`select ${CANDIDATE_ITEM} from import_item where id in ${sqlList(ids)}`)
}

/** Files of candidates that have landed: `found` becomes `added`; locked and unreadable ones keep saying so. */
export function markAdded(db: WriteDb, importId: string, keys: readonly string[], outcome: 'added' | 'put-back'): void {
  db.run(sql`update import_item set outcome = ${outcome} where import_id = ${importId} and outcome = 'found'
    and candidate_key in ${sqlList(keys)}`)
}

/** What was not chosen, or had not landed when she stopped. */
export function markNotChosen(db: WriteDb, importId: string): void {
  db.run(sql`update import_item set outcome = 'not-chosen', code = null, message = null
    where import_id = ${importId} and candidate_key in
      (select key from import_candidate where import_id = ${importId} and pattern_id is null)`)
  db.run(sql`update import_item set outcome = 'not-chosen' where import_id = ${importId} and outcome = 'found'`)
}

export function countItems(db: ReadDb, importId: string): Map<ItemOutcome, number> {
  const rows = db.all<{ outcome: ItemOutcome; count: number }>(
    sql`select outcome, count(*) as count from import_item
      where import_id = ${importId} and code is not ${PICTURE_INSIDE} group by outcome`,
  )
  return new Map(rows.map(row => [row.outcome, row.count]))
}

export function countTwice(db: ReadDb, importId: string): number {
  return (
    db.values<number>(
      sql`select count(*) from import_item where import_id = ${importId} and code = ${THERE_TWICE}`,
    )[0] ?? 0
  )
}

export interface ReportPage {
  readonly offset: number
  readonly limit: number
  /** Only these; undefined: all. */
  readonly outcomes?: readonly ReportLine['outcome'][] | undefined
}

/** Trouble first, then what came in; each by the order it was met in. Files that are not decided yet have no line. */
export function reportLines(
  db: ReadDb,
  importId: string,
  { offset, limit, outcomes }: ReportPage,
): { total: number; lines: ReportLine[] } {
  const told = outcomes ? sql`and outcome in ${sqlList(outcomes)}` : sql`and outcome <> 'found'`
  const total = db.get<{ count: number }>(
    sql`select count(*) as count from import_item where import_id = ${importId} ${told}`,
  )
  const lines =
    db.all<ReportLine>(sql`select iif(place = '', name, place || '/' || name) as file, outcome, code, message
    from import_item where import_id = ${importId} ${told}
    order by case outcome when 'refused' then 0 when 'unreadable' then 1 when 'locked' then 2 when 'left-alone' then 3
      when 'put-back' then 4 when 'already-here' then 5 when 'not-chosen' then 6 else 7 end, id
    limit ${limit} offset ${offset}`)
  return { total: total?.count ?? 0, lines }
}

/** Patterns in sight that files of this import belong to already, in the order of the wall by name. */
export function patternsHere(
  db: ReadDb,
  importId: string,
  offset: number,
  limit: number,
): { total: number; patterns: PatternHere[] } {
  const here = sql`from pattern p where p.trashed_at is null and p.id in
    (select f.pattern_id from import_item i join file f on f.hash = i.hash
      where i.import_id = ${importId} and i.outcome = 'already-here' and f.trashed_at is null)`
  const total = db.values<number>(sql`select count(*) ${here}`)[0] ?? 0
  const patterns = db.all<PatternHere>(sql`select p.id, p.name, p.picture_hash as pictureKey,
      (select o.hash from original o where o.hash = p.main_hash and o.sketch is not null) as sketchKey
    ${here} order by p.sort_key, p.id limit ${limit} offset ${offset}`)
  return { total, patterns }
}

/** Contents this import has met, a page at a time; `after` is the last id of the page before. */
export function hashesMet(db: ReadDb, importId: string, after: number, limit: number): { id: number; hash: string }[] {
  return db.all(sql`select id, hash from import_item
    where import_id = ${importId} and hash is not null and id > ${after} order by id limit ${limit}`)
}
