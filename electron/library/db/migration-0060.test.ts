import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { readHandle } from './handles.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { sql } from './sql.ts'

const upTo = (number: number) => MIGRATIONS.filter(migration => migration.number <= number)

test('files of every earlier library came from somewhere, and its patterns are sent as they came', async () => {
  for (const earlier of [10, 20, 40]) {
    const raw = new Database(':memory:')
    await migrate(raw, upTo(earlier), async () => {})
    raw.exec(`insert into pattern (id, name, sort_key, kind, state, created_at, changed_at)
        values ('p', 'Feather', 'feather', 'motif', 'readable', 1, 2);
      insert into file (id, pattern_id, hash, name, role, format, bytes, created_at, changed_at)
        values ('f', 'p', 'h', 'feather.qli', 'design', 'qli', 3, 4, 5)`)
    await migrate(raw, upTo(60), async () => {})
    const db = readHandle(raw)
    expect(db.get(sql`select name, made_from, recipe, changed_at from file`)).toEqual({
      name: 'feather.qli',
      made_from: null,
      recipe: null,
      changed_at: 5,
    })
    expect(db.get(sql`select name, version_id from pattern`)).toEqual({ name: 'Feather', version_id: null })
  }
})
