import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sql } from '../db/sql.ts'
import { addPatterns, hashOf } from '../testing/some-patterns.ts'
import { tempLibrary } from '../testing/temp-library.ts'

async function library() {
  const temp = await tempLibrary()
  onTestFinished(() => temp.remove())
  await addPatterns(temp.context, [
    { name: 'Swirl', contents: ['swirl'] },
    { name: 'Leaf', contents: ['leaf'] },
    { name: 'Rose', contents: ['rose'] },
  ])
  return { temp, file: (content: string) => temp.context.originals.path(hashOf(content)) }
}

test('a library in order is found in order', async () => {
  const { temp } = await library()
  expect(await temp.call('library.verify', {})).toEqual({
    originals: { checked: 3, missing: [], damaged: [] },
    database: 'ok',
    fixed: [],
  })
})

test('files that are missing or changed are named', async () => {
  const { temp, file } = await library()
  appendFileSync(file('swirl'), 'one byte more')
  rmSync(file('leaf'))
  expect((await temp.call('library.verify', {})).originals).toEqual({
    checked: 2,
    missing: [hashOf('leaf')],
    damaged: [hashOf('swirl')],
  })
})

test('what unfinished work left behind is cleared away, and nothing else', async () => {
  const { temp, file } = await library()
  await temp.context.originals.keep(new TextEncoder().encode('brought in, never added'))
  const orphan = file('brought in, never added')
  expect((await temp.call('library.verify', {})).fixed).toEqual(['Cleared away 1 file of work that was not finished.'])
  expect([existsSync(orphan), existsSync(file('swirl'))]).toEqual([false, true])
})

test('files that an open import has met are left for it', async () => {
  const { temp, file } = await library()
  const { hash } = await temp.context.originals.keep(new TextEncoder().encode('chosen later'))
  const { db } = temp.context
  db.run(
    sql`insert into job (id, kind, state, payload, created_at, changed_at) values ('i', 'import', 'waiting', '{}', 1, 1)`,
  )
  db.run(sql`insert into import_item (import_id, place, name, hash, outcome) values ('i', 'p', 'n', ${hash}, 'found')`)
  expect((await temp.call('library.verify', {})).fixed).toEqual([])
  expect(existsSync(file('chosen later'))).toBe(true)
})

test('wrong search words are made new', async () => {
  const { temp } = await library()
  temp.context.db.run(sql`update pattern_doc set designer = 'nobody' where seq = 2`)
  expect((await temp.call('library.verify', {})).fixed).toEqual(['Made the search words of 3 patterns new.'])
  expect((await temp.call('library.verify', {})).fixed).toEqual([])
})

test('half-written files are gone after the next start', async () => {
  const { temp } = await library()
  mkdirSync(join(temp.dir, 'originals', '.writing'), { recursive: true })
  writeFileSync(join(temp.dir, 'originals', '.writing', 'half'), 'ha')
  writeFileSync(join(temp.dir, 'temp', 'half'), 'ha')
  await temp.reopen()
  expect(existsSync(join(temp.dir, 'originals', '.writing', 'half'))).toBe(false)
  expect(existsSync(join(temp.dir, 'temp', 'half'))).toBe(false)
})
