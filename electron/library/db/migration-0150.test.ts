import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { planOf, tempDatabase } from '../testing/temp-database.ts'
import { readHandle } from './handles.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { sql } from './sql.ts'
import { waitingToFetch, waitingToSend } from './tables/cloud-file.ts'

const hash = (letter: string) => letter.repeat(64)
const original = (name: string, bytes: number) =>
  `insert into original (hash, bytes, format, detected_by, parse_version, outcome, kept_at) values ('${name}', ${bytes}, 'qli', 'content', 1, 'read', 1)`
const file = (id: string, name: string, bytes: number) =>
  `insert into file (id, pattern_id, hash, name, role, format, bytes, created_at, changed_at) values ('${id}', 'p', '${name}', 'a.qli', 'design', 'qli', ${bytes}, 1, 1)`

const FROM = MIGRATIONS.filter(migration => migration.number < 150).map(migration => migration.number)

test.each(FROM)('every file of a library of version %i waits to be backed up, each content once', async from => {
  const raw = new Database(':memory:')
  await migrate(
    raw,
    MIGRATIONS.filter(migration => migration.number <= from),
    async () => {},
  )
  raw.exec([original(hash('a'), 50), file('1', hash('a'), 50), file('2', hash('a'), 50)].join(';'))
  await migrate(raw, MIGRATIONS, async () => {})
  expect(waitingToSend(readHandle(raw))).toEqual({ files: 1, bytes: 50 })
})

test('whatever names a file, keeps one or lets go of one is noticed', async () => {
  const { db } = await tempDatabase()
  const run = (text: string) => db.run({ text, params: [] })
  run(file('1', hash('a'), 7))
  expect(waitingToFetch(db)).toEqual({ files: 1, bytes: 7 })
  // As long as it is, and not as long as its record says.
  run(original(hash('a'), 50))
  expect([waitingToFetch(db).files, waitingToSend(db)]).toEqual([0, { files: 1, bytes: 50 }])
  run(file('2', hash('a'), 7))
  expect(waitingToSend(db).files).toBe(1)
  run(`update file set hash = '${hash('b')}' where id = '1'`)
  expect([waitingToFetch(db).files, waitingToSend(db).files]).toEqual([1, 1])
  run(`delete from file where id = '2'`)
  expect(waitingToSend(db).files).toBe(0)
  run(original(hash('b'), 9))
  run(`delete from original where hash = '${hash('b')}'`)
  expect(waitingToFetch(db).files).toBe(1)
  run(`delete from file`)
  expect(db.values(sql`select hash from cloud_file`)).toEqual([])
})

test('what waits is found and counted in an index, however many files there are', async () => {
  const { db } = await tempDatabase()
  const plan = (text: string) => planOf(db, { text, params: [] })
  const order = 'order by made_at desc, hash limit 10'
  expect(plan(`select hash from cloud_file where is_here = 0 ${order}`)).not.toContain('TEMP B-TREE')
  expect(plan(`select count(*), sum(bytes) from cloud_file where is_here = 0`)).toContain(
    'COVERING INDEX cloud_file_to_fetch',
  )
  expect(plan(`select count(*), sum(bytes) from cloud_file where is_here = 1 and stored_at is null`)).toContain(
    'COVERING INDEX cloud_file_to_send',
  )
})
