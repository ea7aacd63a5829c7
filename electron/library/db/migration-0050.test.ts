import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { tempDatabase } from '../testing/temp-database.ts'
import { commit } from './commit.ts'
import { readHandle } from './handles.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { sql } from './sql.ts'

const upTo = (number: number) => MIGRATIONS.filter(migration => migration.number <= number)

test.each([10, 20, 40])(
  'a library of migration %i has no machines and no marks afterwards, and all else',
  async number => {
    const raw = new Database(':memory:')
    await migrate(raw, upTo(number), async () => {})
    raw.exec(`insert into setting (key, value) values ('window.machine', '"a"')`)
    await migrate(raw, upTo(50), async () => {})
    const db = readHandle(raw)
    expect(db.all(sql`select id from machine union all select id from machine_mark`)).toEqual([])
    expect(db.values(sql`select value from setting where key = 'window.machine'`)).toEqual(['"a"'])
  },
)

test('a machine has a kind and a name, and every rule is as Bobbin has it until she changes one', async () => {
  const context = await tempDatabase()
  const set = { name: 'The one upstairs', preset_id: 'gammill-statler' }
  commit(context, { label: 'make-machine', args: {}, changes: [{ table: 'machine', id: 'm', set }] })
  expect(context.db.get(sql`select name_key, formats, longest_name, on_pieces, experimental from machine`)).toEqual({
    name_key: 'the one upstairs',
    formats: null,
    longest_name: null,
    on_pieces: null,
    experimental: '[]',
  })
  const changes = [{ table: 'machine', id: 'n', set: { name: 'Without a kind' } }] as const
  expect(() => commit(context, { label: 'make-machine', args: {}, changes })).toThrow('NOT NULL')
})
