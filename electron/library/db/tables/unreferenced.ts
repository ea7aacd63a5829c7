import type { ReadDb, WriteDb } from '../handles.ts'
import { sql, sqlList } from '../sql.ts'
import { forgetDescriptions } from './descriptor.ts'

/**
 * Those of `hashes` that nothing needs: no file of any pattern, in the trash or not, and nothing that an import still open has met.
 */
export function unreferenced(db: ReadDb, hashes: readonly string[]): string[] {
  return db.values<string>(sql`select value from json_each(${JSON.stringify(hashes)}) as asked
    where not exists (select 1 from file where file.hash = asked.value)
      and not exists (select 1 from import_item i join job j on j.id = i.import_id
        where i.hash = asked.value and j.state in ('waiting', 'running', 'paused'))`)
}

/** Whether files are being kept right now that no table knows of yet. */
export function isKeeping(db: ReadDb): boolean {
  return db.get(sql`select 1 from job where state = 'running' and kind <> 'doubles' limit 1`) !== undefined
}

export function forgetOriginals(db: WriteDb, hashes: readonly string[]): void {
  const list = sqlList(hashes)
  db.run(sql`delete from original where hash in ${list}`)
  db.run(sql`delete from outline where hash in ${list}`)
  db.run(sql`delete from design_twin where a in ${list} or b in ${list}`)
  forgetDescriptions(db, hashes)
}
