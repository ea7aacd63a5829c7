/** What of the originals is in the cloud, and what has to come from there. Rows come and go by triggers (migration 150). */
import type { ReadDb, WriteDb } from '../handles.ts'
import { sql, sqlList } from '../sql.ts'
import { readSetting } from './setting.ts'

/** The setting that says in which epoch the cloud was last asked for files: absent before it ever was. */
export const FILES_EPOCH = 'core.files-epoch'

export interface CloudFile {
  readonly hash: string
  /** As its record says; of one that is here, as it is. */
  readonly bytes: number
}

interface Sum {
  readonly files: number
  readonly bytes: number
}

/** Here and not known to be in the cloud. */
export function waitingToSend(db: ReadDb): Sum {
  return db.get<Sum>(sql`select count(*) as files, coalesce(sum(bytes), 0) as bytes from cloud_file
    where is_here = 1 and stored_at is null`)!
}

export function waitingToFetch(db: ReadDb): Sum {
  return db.get<Sum>(sql`select count(*) as files, coalesce(sum(bytes), 0) as bytes from cloud_file where is_here = 0`)!
}

/** The place of a file in the order of carrying: the newest first. */
export interface Place {
  readonly madeAt: number
  readonly hash: string
}

export interface PlacedFile extends CloudFile, Place {}

/** The first `limit` behind `after`. */
export function filesToSend(db: ReadDb, after: Place | null, limit: number): PlacedFile[] {
  const { madeAt, hash } = after ?? FIRST
  return db.all(sql`select hash, bytes, made_at as madeAt from cloud_file indexed by cloud_file_to_send
    where is_here = 1 and stored_at is null and (made_at < ${madeAt} or (made_at = ${madeAt} and hash > ${hash}))
    order by made_at desc, hash limit ${limit}`)
}

export function filesToFetch(db: ReadDb, after: Place | null, limit: number): PlacedFile[] {
  const { madeAt, hash } = after ?? FIRST
  return db.all(sql`select hash, bytes, made_at as madeAt from cloud_file indexed by cloud_file_to_fetch
    where is_here = 0 and (made_at < ${madeAt} or (made_at = ${madeAt} and hash > ${hash}))
    order by made_at desc, hash limit ${limit}`)
}

const FIRST: Place = { madeAt: Number.MAX_SAFE_INTEGER, hash: '' }

/** Of the patterns on the first page of the wall, the designers' pictures and then what the sketches are drawn from. */
export function firstPageToFetch(db: ReadDb, patterns: number): CloudFile[] {
  return db.all(sql`with page as materialized (
      select created_at, id, main_hash, picture_hash from pattern where trashed_at is null
      order by created_at desc, id desc limit ${patterns})
    select c.hash, c.bytes from (
      select picture_hash as hash, 0 as turn, created_at, id from page where picture_hash is not null
      union all select main_hash, 1, created_at, id from page where main_hash is not null) wanted
    join cloud_file c on c.hash = wanted.hash and c.is_here = 0
    group by c.hash order by min(wanted.turn), max(wanted.created_at) desc, max(wanted.id) desc`)
}

/** What is known of these; those that no file names are left out. */
export function cloudFiles(db: ReadDb, hashes: readonly string[]): (CloudFile & { isHere: number })[] {
  return db.all(sql`select hash, bytes, is_here as isHere from cloud_file where hash in ${sqlList(hashes)}`)
}

/** The cloud said that it has them. */
export function putStored(db: WriteDb, hashes: readonly string[], at: number): void {
  db.run(sql`update cloud_file set stored_at = ${at} where hash in ${sqlList(hashes)}`)
}

/** The cloud has them no more: restored to an older day. */
export function putNotStored(db: WriteDb, hashes: readonly string[]): void {
  db.run(sql`update cloud_file set stored_at = null where hash in ${sqlList(hashes)}`)
}

/** The cloud last said so before `before`: to be asked again, longest ago first. */
export function storedBefore(db: ReadDb, before: number, limit: number): string[] {
  return db.values<string>(sql`select hash from cloud_file
    where stored_at is not null and stored_at < ${before} order by stored_at, hash limit ${limit}`)
}

/** Their bytes are not on this disk, or are not what they should be. */
export function putLost(db: WriteDb, hashes: readonly string[]): void {
  db.run(sql`update cloud_file set is_here = 0 where hash in ${sqlList(hashes)}`)
}

/** Their bytes are here and need no reading. */
export function putHere(db: WriteDb, hashes: readonly string[]): void {
  db.run(sql`update cloud_file set is_here = 1 where hash in ${sqlList(hashes)}`)
}

/** Every content that counts as here. */
export function hereHashes(db: ReadDb): string[] {
  return db.values<string>(sql`select hash from cloud_file where is_here = 1`)
}

export interface FileToRead {
  readonly hash: string
  readonly name: string
  readonly bytes: number
  readonly format: string
  readonly role: string
}

/** By what name to read these: the reader is chosen by content first, by name second. Only what has to be read at all. */
export function unreadFiles(db: ReadDb, hashes: readonly string[], parseVersion: number): FileToRead[] {
  return db.all(sql`select f.hash, min(f.name) as name, max(f.bytes) as bytes, min(f.format) as format, min(f.role) as role
    from file f where f.hash in ${sqlList(hashes)}
      and not exists (select 1 from original o where o.hash = f.hash and o.parse_version >= ${parseVersion})
    group by f.hash`)
}

/** What these patterns are made of and lack, each content once; their pictures only when asked for. */
export function lackingFilesOf(
  db: ReadDb,
  patternIds: readonly string[],
  which: 'without pictures' | 'with pictures' = 'without pictures',
): { hash: string; patternIds: string[] }[] {
  return db
    .all<{ hash: string; ids: string }>(
      sql`select f.hash, json_group_array(f.pattern_id) as ids from file f join cloud_file c on c.hash = f.hash and c.is_here = 0
        where f.pattern_id in ${sqlList(patternIds)} and f.trashed_at is null
          and (f.role <> 'picture' or ${which === 'with pictures' ? 1 : 0}) group by f.hash`,
    )
    .map(({ hash, ids }) => ({ hash, patternIds: JSON.parse(ids) as string[] }))
}

export function isAnyComing(db: ReadDb): boolean {
  return db.get(sql`select 1 from cloud_file where is_here = 0 limit 1`) !== undefined
}

/** What a feed has named and this computer has never had; of a library that knows no cloud, nothing. */
export function neverCame(db: ReadDb): Set<string> {
  if (readSetting(db, FILES_EPOCH) === undefined) return new Set()
  return new Set(
    db.values<string>(sql`select hash from cloud_file c where is_here = 0
      and not exists (select 1 from original o where o.hash = c.hash)`),
  )
}
