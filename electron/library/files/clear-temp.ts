import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReadDb } from '../db/handles.ts'
import { sql } from '../db/sql.ts'

/** Clears away what the last run left in the temp folder, but for what a job still open wants to go on with. */
export async function clearTemp(dir: string, db: ReadDb): Promise<void> {
  const wanted = db.values<string>(sql`select payload from job where state in ('waiting', 'running', 'paused')`)
  for (const name of await readdir(dir)) {
    if (!wanted.some(payload => payload.includes(name))) await rm(join(dir, name), { recursive: true, force: true })
  }
}
