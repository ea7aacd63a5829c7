import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { planOf, tempDatabase } from '../testing/temp-database.ts'
import { readHandle } from './handles.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { sql } from './sql.ts'
import { lastPlanOf } from './tables/plan.ts'

const FROM = MIGRATIONS.filter(migration => migration.number < 80).map(migration => migration.number)

test.each(FROM)('a library of version %i opens with its patterns, and nothing is planned in it', async from => {
  const raw = new Database(':memory:')
  await migrate(
    raw,
    MIGRATIONS.filter(migration => migration.number <= from),
    async () => {},
  )
  raw.exec(`insert into pattern (id, name, sort_key, kind, state, notes, favourite, created_at, changed_at)
    values ('p', 'Feather', 'feather', 'border', 'readable', '', 0, 1, 1)`)
  await migrate(raw, MIGRATIONS, async () => {})
  const db = readHandle(raw)
  expect(db.values(sql`select name from pattern`)).toEqual(['Feather'])
  expect(lastPlanOf(db, 'p')).toBeUndefined()
})

test('the last plan of a pattern is found in an index', async () => {
  const { db } = await tempDatabase()
  const query = sql`select id, name, plan from plan where pattern_id = 'p' and trashed_at is null
    order by changed_at desc, id desc limit 1`
  expect(planOf(db, query)).toContain('SEARCH plan USING INDEX plan_by_pattern')
})
