import type { ReadDb, WriteDb } from '../handles.ts'
import { sql, sqlList } from '../sql.ts'
import { forgetDescriptions } from './descriptor.ts'

/**
 * Those of `hashes` that nothing needs: no file of any pattern, in the trash or not, and nothing that an import still open has met. A
 * file whose pattern is away needs it too, until that is purged in the cloud and nothing of it is set aside.
 */
export function unreferenced(db: ReadDb, hashes: readonly string[]): string[] {
  return db.values<string>(sql`select value from json_each(${JSON.stringify(hashes)}) as asked
    where not exists (select 1 from file where file.hash = asked.value)
      and not exists (select 1 from sync_row f where f.table_name = 'file' and f.extra is not null
        and json_extract(f.extra, '$.hash') = asked.value
        and (not exists (select 1 from sync_row p where p.table_name = 'pattern' and p.row_id = f.owner and p.purged = 1)
          or exists (select 1 from sync_aside a where a.table_name = 'pattern' and a.row_id = f.owner)))
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
