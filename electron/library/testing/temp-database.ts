import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { CommitContext } from '../db/commit.ts'
import type { WriteDb } from '../db/handles.ts'
import { openDatabase } from '../db/open.ts'
import { type Sql, sql } from '../db/sql.ts'
import { createEventHub } from '#shared/rpc/events.ts'
import { fakeClock } from './fake-clock.ts'

export function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'bobbin-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** A database in a temporary folder, brought up to date, and gone after the test. */
export async function tempDatabase(): Promise<CommitContext & { path: string }> {
  const path = join(tempDir(), 'bobbin.db')
  const { db, close } = await openDatabase(path, async () => {})
  onTestFinished(close)
  const events = createEventHub(error => {
    throw error
  })
  return { db, clock: fakeClock(), events, path }
}

/** SQLite's own words for how it answers a query: the steps, one a line. */
export function planOf(db: WriteDb, query: Sql): string {
  return db
    .all<{ detail: string }>({ text: `explain query plan ${query.text}`, params: query.params })
    .map(step => step.detail)
    .join('\n')
}

const RECORDS = [
  'designer',
  'tag_group',
  'tag',
  'collection',
  'pattern',
  'file',
  'pattern_tag',
  'collection_pattern',
] as const

/**
 * What a quilter would see: every record that is not in the trash, without the times of change. Memberships and files count only with
 * what they belong to.
 */
export function seen(db: WriteDb): Record<string, unknown[]> {
  const visible: Record<string, Sql> = {
    file: sql` and pattern_id in (select id from pattern where trashed_at is null)`,
    pattern_tag: sql` and pattern_id in (select id from pattern where trashed_at is null)
      and tag_id in (select id from tag where trashed_at is null)`,
    collection_pattern: sql` and pattern_id in (select id from pattern where trashed_at is null)
      and collection_id in (select id from collection where trashed_at is null)`,
  }
  return Object.fromEntries(
    RECORDS.map(table => [
      table,
      db
        .all<Record<string, unknown>>({
          text: `select * from ${table} where trashed_at is null${visible[table]?.text ?? ''} order by id`,
          params: [],
        })
        .map(({ changed_at: _changed, ...row }) => row),
    ]),
  )
}
