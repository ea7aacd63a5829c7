import type { Verdict } from '#shared/shape/align.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { sql } from '../sql.ts'

export interface NewDesign {
  readonly key: string
  readonly hash: string
  readonly measures: Uint8Array
}

/** Patterns-to-be of an import that are new by their bytes, with what their lines are compared by. */
export function newDesigns(db: ReadDb, importId: string): NewDesign[] {
  return db.all(sql`select c.key, c.main_hash as hash, l.measures from import_candidate c join outline l on l.hash = c.main_hash
    where c.import_id = ${importId} and c.joins_pattern_id is null and length(l.measures) > 0 order by c.position`)
}

/** @param hash of the file that stands for the pattern here */
export function putTwinHere(
  db: WriteDb,
  importId: string,
  { key, hash, verdict }: { key: string; hash: string; verdict: Verdict },
): void {
  db.run(sql`update import_candidate set twin = ${JSON.stringify(verdict)},
      twin_id = (select id from pattern where main_hash = ${hash} and trashed_at is null order by seq limit 1)
    where import_id = ${importId} and key = ${key}`)
}

export function joinTwin(db: WriteDb, importId: string, key: string, joins: boolean): void {
  db.run(sql`update import_candidate set twin_joins = ${joins ? 1 : 0}
    where import_id = ${importId} and key = ${key} and twin_id is not null`)
}

export interface TwinHereRow {
  readonly key: string
  readonly name: string
  readonly mainHash: string
  readonly twin: string
  readonly joins: number
  readonly hereId: string
  readonly hereName: string
  readonly hereSketch: string | null
  readonly herePicture: string | null
}

/** Those that are here as another file, in the order they were found. */
export function twinsHere(db: ReadDb, importId: string): TwinHereRow[] {
  return db.all(sql`select c.key, c.name, c.main_hash as mainHash, c.twin, c.twin_joins as joins,
      p.id as hereId, p.name as hereName, p.main_hash as hereSketch, p.picture_hash as herePicture
    from import_candidate c join pattern p on p.id = c.twin_id
    where c.import_id = ${importId} and p.trashed_at is null order by c.position`)
}
