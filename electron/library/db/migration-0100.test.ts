import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { stampsOfSql, stampsSql, wordedSql } from '../search/index/follow.ts'
import { planOf, tempDatabase } from '../testing/temp-database.ts'
import { readHandle } from './handles.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { sql } from './sql.ts'

const FROM = MIGRATIONS.filter(migration => migration.number < 100).map(migration => migration.number)

test.each(FROM)('a library of version %i opens with its patterns, and each one’s words have a mark', async from => {
  const raw = new Database(':memory:')
  await migrate(
    raw,
    MIGRATIONS.filter(migration => migration.number <= from),
    async () => {},
  )
  raw.exec(`insert into pattern (id, name, sort_key, kind, state, notes, favourite, created_at, changed_at)
    values ('p', 'Feather', 'feather', 'border', 'readable', '', 0, 1, 1)`)
  raw.exec(`insert into pattern_doc (seq, name, tags, designer, notes, files, kind, parts)
    values (1, 'feather', '', '', '', '', 'border', 'feather')`)
  await migrate(raw, MIGRATIONS, async () => {})
  const db = readHandle(raw)
  expect(db.values(sql`select name from pattern`)).toEqual(['Feather'])
  expect(db.values<number>(stampsSql).map(packed => packed % 2 ** 22)).toEqual([1])
})

test('whoever writes the words of a pattern, they have another mark, and none when they are gone', async () => {
  const { db } = await tempDatabase()
  const stamp = () => db.values<number>(sql`select stamp from search_doc where seq = 7`)[0]
  db.run(sql`insert into pattern_doc (seq, name, tags, designer, notes, files, kind, parts)
    values (7, 'a', '', '', '', '', '', '')`)
  const made = stamp()
  expect(made).toSatisfy(Number.isSafeInteger)
  db.run(sql`update pattern_doc set tags = 'b' where seq = 7`)
  const changed = stamp()
  expect(changed).not.toBe(made)
  db.run(sql`insert into pattern_doc (seq, name, tags, designer, notes, files, kind, parts)
    values (7, 'c', '', '', '', '', '', '') on conflict (seq) do update set name = excluded.name`)
  expect(stamp()).not.toBe(changed)
  db.run(sql`delete from pattern_doc where seq = 7`)
  expect(stamp()).toBeUndefined()
})

test('marks are read in one walk, those of some patterns and their words by their rows', async () => {
  const { db } = await tempDatabase()
  expect(planOf(db, stampsSql)).toBe('SCAN search_doc')
  for (const query of [stampsOfSql(['p']), wordedSql([1, 2])]) {
    const plan = planOf(db, query)
    expect(plan).toMatch(/SEARCH (p|s) USING/)
    expect(plan).not.toMatch(/SCAN (p|s|d)\b|TEMP B-TREE/)
  }
})
