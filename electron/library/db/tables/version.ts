import type { ReadDb } from '../handles.ts'
import { sql } from '../sql.ts'

export interface BaseFile {
  readonly hash: string
  readonly name: string
  readonly patternName: string
}

/** The file to prepare: the asked one, if this pattern has it; else the one that stands for the pattern. */
export function baseFile(db: ReadDb, patternId: string, hash: string | null): BaseFile | undefined {
  return db.get(sql`select f.hash, f.name, p.name as patternName from pattern p join file f on f.pattern_id = p.id
    where p.id = ${patternId} and f.hash = coalesce(${hash}, p.main_hash) order by f.trashed_at is not null, f.id limit 1`)
}

export interface VersionFile {
  readonly id: string
  readonly name: string
}

/** A version that she prepared and that is there. */
export function versionFile(db: ReadDb, patternId: string, fileId: string): VersionFile | undefined {
  return db.get(sql`select id, name from file
    where id = ${fileId} and pattern_id = ${patternId} and recipe is not null and trashed_at is null`)
}

/** The pattern's file with these bytes, whether it came or was prepared. */
export function fileWithHash(db: ReadDb, patternId: string, hash: string): VersionFile | undefined {
  return db.get(sql`select id, name from file
    where pattern_id = ${patternId} and hash = ${hash} and trashed_at is null order by id limit 1`)
}

/** Which version of a pattern is sent; null: as it came; undefined: there is no such pattern. */
export function chosenVersion(db: ReadDb, patternId: string): string | null | undefined {
  return db.get<{ versionId: string | null }>(sql`select version_id as versionId from pattern where id = ${patternId}`)
    ?.versionId
}
