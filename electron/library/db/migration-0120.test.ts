import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { planOf, tempDatabase } from '../testing/temp-database.ts'
import { readHandle } from './handles.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { sql } from './sql.ts'
import { countMissed } from './tables/missed-search.ts'

const FROM = MIGRATIONS.filter(migration => migration.number < 120).map(migration => migration.number)

test.each(FROM)(
  'a library of version %i opens with its patterns, and nothing was said about tidying it up',
  async from => {
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
    expect(countMissed(db)).toBe(0)
  },
)

test('what she said of a pattern, and what was missed last, are found in an index', async () => {
  const { db } = await tempDatabase()
  const said = sql`select 1 from tidy_answer a where a.pattern_id = 'p' and a.about = 'way-up' and a.trashed_at is null`
  expect(planOf(db, said)).toContain('USING COVERING INDEX tidy_answer_by_pattern')
  const missed = sql`select id, query, times, last_at as lastAt from missed_search where forgotten_at is null
    order by last_at desc, id limit 10`
  expect(planOf(db, missed)).toContain('USING INDEX missed_search_by_time')
})
