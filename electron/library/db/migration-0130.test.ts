import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { planOf, tempDatabase } from '../testing/temp-database.ts'
import { readHandle } from './handles.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { sql } from './sql.ts'
import { countVectors } from './tables/text-vec.ts'

const FROM = MIGRATIONS.filter(migration => migration.number < 130).map(migration => migration.number)

test.each(FROM)('a library of version %i opens with its patterns, and no helper knows them', async from => {
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
  expect(countVectors(db, 'm')).toBe(0)
})

test('new vectors of a model are found in an index', async () => {
  const { db } = await tempDatabase()
  const query = sql`select v.id, p.seq, v.v from text_vec v join pattern p on p.id = v.pattern_id
    where v.model_id = 'm' and v.id > 5 order by v.id limit 10`
  expect(planOf(db, query)).toContain('SEARCH v USING INDEX text_vec_by_model')
  expect(planOf(db, query)).not.toContain('TEMP B-TREE')
})
