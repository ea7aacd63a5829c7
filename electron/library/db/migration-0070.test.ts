import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { planOf, tempDatabase } from '../testing/temp-database.ts'
import { readHandle } from './handles.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { sql } from './sql.ts'
import { jobRow } from './tables/job.ts'
import { addSendingFiles, forgetOldSendingFiles, sendingFiles } from './tables/sending-file.ts'

const upTo = (number: number) => MIGRATIONS.filter(migration => migration.number <= number)

test('an import that was open before is open afterwards, and no sending is made up', async () => {
  const raw = new Database(':memory:')
  await migrate(raw, upTo(40), async () => {})
  raw.exec(
    `insert into job (id, kind, state, payload, created_at, changed_at) values ('j', 'import', 'paused', '{}', 1, 1)`,
  )
  await migrate(raw, upTo(70), async () => {})
  const db = readHandle(raw)
  expect(jobRow(db, 'j')?.state).toBe('paused')
  expect(db.all(sql`select * from sending_file`)).toEqual([])
})

test('the patterns of a sending are found by their place in it and by their id, in an index', async () => {
  const { db } = await tempDatabase()
  expect(planOf(db, sql`select pattern_id from sending_file where job_id = 'j' order by position`)).toContain(
    'SEARCH sending_file USING PRIMARY KEY (job_id=?)',
  )
  expect(planOf(db, sql`update sending_file set state = 'written' where job_id = 'j' and pattern_id = 'p'`)).toContain(
    'INDEX sending_file_of_pattern (job_id=? AND pattern_id=?)',
  )
})

test('only the newest finished sendings keep what they say of each file; open ones always do', async () => {
  const { db } = await tempDatabase()
  const states = ['done', 'paused', 'stopped', 'done']
  for (const [index, state] of states.entries()) {
    const now = 10 - index
    db.run(sql`insert into job (id, kind, state, payload, created_at, changed_at)
      values (${`j${index}`}, 'sending', ${state}, '{}', ${now}, ${now})`)
    addSendingFiles(db, `j${index}`, ['a', 'b'])
  }
  forgetOldSendingFiles(db, 'sending', 1)
  expect(states.map((_, index) => sendingFiles(db, `j${index}`).length)).toEqual([2, 2, 0, 0])
})
