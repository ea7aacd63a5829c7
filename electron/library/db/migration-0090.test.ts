import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { planOf, tempDatabase } from '../testing/temp-database.ts'
import { readHandle } from './handles.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { sql } from './sql.ts'
import { undescribed, undescribedSql } from './tables/descriptor.ts'

const FROM = MIGRATIONS.filter(migration => migration.number < 90).map(migration => migration.number)

test.each(FROM)('a library of version %i opens with its patterns, each still to be described', async from => {
  const raw = new Database(':memory:')
  await migrate(
    raw,
    MIGRATIONS.filter(migration => migration.number <= from),
    async () => {},
  )
  raw.exec(`insert into pattern (id, name, sort_key, kind, state, notes, favourite, main_hash, created_at, changed_at)
    values ('p', 'Feather', 'feather', 'border', 'readable', '', 0, 'abc', 1, 1)`)
  raw.exec(`insert into original (hash, bytes, format, detected_by, parse_version, outcome, kept_at)
    values ('abc', 10, 'qli', 'content', 1, 'read', 1)`)
  await migrate(raw, MIGRATIONS, async () => {})
  const db = readHandle(raw)
  expect(db.values(sql`select name from pattern`)).toEqual(['Feather'])
  expect(undescribed(db, { from: 0, before: 100 }, 10)).toMatchObject([{ id: 'p', hash: 'abc', name: 'Feather' }])
})

test('what is still to be described is found along the row numbers, newest first, without sorting', async () => {
  const { db } = await tempDatabase()
  const plan = planOf(db, undescribedSql({ from: 0, before: 100 }, 24))
  expect(plan).toContain('SEARCH p USING INTEGER PRIMARY KEY')
  expect(plan).toMatch(/SEARCH d USING INDEX sqlite_autoindex_descriptor_1/)
  expect(plan).not.toContain('TEMP B-TREE')
})
