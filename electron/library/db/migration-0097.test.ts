import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { planOf, tempDatabase } from '../testing/temp-database.ts'
import { readHandle } from './handles.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { sql } from './sql.ts'
import { isKnownMoment, lastVectorChange, vectorsChangedSince } from './tables/vector.ts'

const FROM = MIGRATIONS.filter(migration => migration.number < 97).map(migration => migration.number)

test.each(FROM)('a library of version %i opens, and every later change of a vector is written down', async from => {
  const raw = new Database(':memory:')
  await migrate(
    raw,
    MIGRATIONS.filter(migration => migration.number <= from),
    async () => {},
  )
  const add = (seq: number) =>
    raw.exec(`insert into pattern (seq, id, name, sort_key, kind, state, notes, favourite, main_hash, created_at, changed_at)
      values (${seq}, 'p${seq}', 'Feather', 'feather', 'border', 'readable', '', 0, 'h${seq}', 1, 1)`)
  add(1)
  await migrate(raw, MIGRATIONS, async () => {})
  const db = readHandle(raw)
  expect(lastVectorChange(db)).toEqual({ n: 0, mark: 0 })
  const changedBy = (text: string) => {
    const { n } = lastVectorChange(db)
    raw.exec(text)
    return vectorsChangedSince(db, n)
  }
  expect(changedBy(`insert into descriptor (hash, version, v) values ('h1', 1, x'00')`)).toEqual([1])
  expect(changedBy(`update descriptor set version = 2`)).toEqual([1])
  expect(changedBy(`update pattern set name = 'Leaf', main_hash = 'h1' where seq = 1`)).toEqual([])
  expect(changedBy(`update pattern set main_hash = 'h2' where seq = 1`)).toEqual([1])
  add(7)
  expect(isKnownMoment(db, lastVectorChange(db))).toBe(true)
  expect(isKnownMoment(db, { ...lastVectorChange(db), mark: -1 })).toBe(false)
  expect(changedBy(`delete from pattern where seq = 7`)).toEqual([7])
  expect(changedBy(`update pattern set main_hash = 'h1' where seq = 1`)).toEqual([1])
  expect(changedBy(`delete from descriptor`)).toEqual([1])
})

test('what changed since, and the vectors of a run of patterns, are found without looking at all of them', async () => {
  const { db } = await tempDatabase()
  expect(planOf(db, sql`select distinct seq from vector_change where n > 5`)).toContain(
    'SEARCH vector_change USING INTEGER PRIMARY KEY',
  )
  const run = planOf(
    db,
    sql`select p.seq, d.v from pattern p cross join descriptor d on d.hash = p.main_hash
      where p.seq >= 1 and p.seq < 9 and d.version = 1`,
  )
  expect(run).toContain('SEARCH p USING INTEGER PRIMARY KEY')
  expect(run).toContain('SEARCH d USING INDEX sqlite_autoindex_descriptor_1')
})
