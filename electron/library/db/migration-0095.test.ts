import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { readHandle } from './handles.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { sql } from './sql.ts'

const FROM = MIGRATIONS.filter(migration => migration.number < 95).map(migration => migration.number)

test.each(FROM)('patterns of version %i are told where they end by what was measured of them', async from => {
  const raw = new Database(':memory:')
  await migrate(
    raw,
    MIGRATIONS.filter(migration => migration.number <= from),
    async () => {},
  )
  const facts = (value: unknown) => JSON.stringify(value)
  const files: [string, string, string | null][] = [
    ['level', 'read', facts({ start: { x: 0, y: 2 }, end: { x: 9, y: 2 } })],
    ['rising', 'read', facts({ start: { x: 0, y: 2 }, end: { x: 9, y: 5.5 } })],
    ['empty', 'read', facts({ start: null, end: null })],
    ['locked', 'locked', null],
    ['broken', 'read', '{'],
  ]
  const pattern = raw.prepare(`insert into pattern (id, name, sort_key, kind, state, main_hash, created_at, changed_at)
    values (?, ?, ?, 'border', 'readable', ?, 1, 1)`)
  const original =
    raw.prepare(`insert into original (hash, bytes, format, detected_by, parse_version, outcome, facts, kept_at)
    values (?, 1, 'qli', 'content', 1, ?, ?, 1)`)
  for (const [name, outcome, told] of files) {
    pattern.run(name, name, name, name)
    original.run(name, outcome, told)
  }
  await migrate(raw, MIGRATIONS, async () => {})
  const rows = readHandle(raw).all(sql`select id, end_rise_mm as rise from pattern order by seq`)
  expect(rows).toEqual([
    { id: 'level', rise: 0 },
    { id: 'rising', rise: 3.5 },
    { id: 'empty', rise: null },
    { id: 'locked', rise: null },
    { id: 'broken', rise: null },
  ])
})
