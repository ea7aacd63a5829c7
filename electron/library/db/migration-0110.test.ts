import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { planOf, tempDatabase } from '../testing/temp-database.ts'
import { readHandle } from './handles.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { sql } from './sql.ts'
import { allPairs, exactSql, namesSql, pairsOf, twinsSql } from './tables/design-twin.ts'

const FROM = MIGRATIONS.filter(migration => migration.number < 110).map(migration => migration.number)

test.each(FROM)(
  'a library of version %i opens with its patterns, and nothing was said of any two of them',
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
    expect(allPairs(db)).toEqual([])
    expect(pairsOf(db, 'p')).toEqual([])
  },
)

test('the pairs of one pattern are found in indexes', async () => {
  const { db } = await tempDatabase()
  for (const query of [twinsSql, exactSql, namesSql])
    for (const where of [sql`p.id = ${'x'}`, sql`q.id = ${'x'}`]) expect(planOf(db, query(where))).not.toContain('SCAN')
})
