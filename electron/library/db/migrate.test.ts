import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempDir } from '../testing/temp-database.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { openDatabase } from './open.ts'

const first = { number: 10, name: 'first', sql: 'create table a (x) strict;'.replace('(x)', '(x integer)') }
const second = { number: 20, name: 'second', sql: 'create table b (y integer) strict;' }
const version = (raw: Database.Database) => raw.pragma('user_version', { simple: true })

test('migrations stand in order and leave room between them', () => {
  expect(MIGRATIONS.map(migration => migration.number)).toEqual(
    MIGRATIONS.map(migration => migration.number).toSorted((a, b) => a - b),
  )
})

test('only what is new runs, and an existing library gets a safety copy first', async () => {
  const raw = new Database(':memory:')
  const copies: string[] = []
  const copy = async () => void copies.push('copy')
  expect(await migrate(raw, [first], copy)).toEqual({ from: 0, to: 10 })
  expect(copies).toEqual([])
  raw.exec('insert into a values (1)')
  expect(await migrate(raw, [first, second], copy)).toEqual({ from: 10, to: 20 })
  expect(await migrate(raw, [first, second], copy)).toEqual({ from: 20, to: 20 })
  expect(copies).toEqual(['copy'])
  expect(raw.prepare('select x from a').pluck().all()).toEqual([1])
})

test('a step that fails leaves the library as it was', async () => {
  const raw = new Database(':memory:')
  await migrate(raw, [first], async () => {})
  const broken = { number: 30, name: 'broken', sql: 'create table c (z integer) strict; nonsense;' }
  await expect(migrate(raw, [first, second, broken], async () => {})).rejects.toThrow('nonsense')
  expect(version(raw)).toBe(10)
  expect(raw.prepare(`select name from sqlite_schema`).pluck().all()).toEqual(['a'])
})

test('a library that a newer Bobbin wrote is refused with a sentence, and not touched', async () => {
  const path = join(tempDir(), 'bobbin.db')
  const raw = new Database(path)
  raw.pragma('user_version = 9990')
  raw.close()
  await expect(openDatabase(path, async () => {})).rejects.toMatchObject({
    code: 'library-too-new',
    message: 'This library was opened by a newer Bobbin. Please update Bobbin on this computer. Nothing was changed.',
  })
})
