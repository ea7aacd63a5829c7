import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestPostgres, type TestPostgres } from '#server/testing/postgres.ts'
import { placeOf, withClient } from './connect.ts'
import { migrate, schemaVersion } from './migrate.ts'

let postgres: TestPostgres
let database = ''
let count = 0
beforeAll(async () => {
  postgres = await startTestPostgres()
})
afterAll(() => postgres?.stop())
beforeEach(async () => {
  database = `empty_${++count}`
  await withClient(placeOf(postgres.url), client => client.query(`create database ${database}`))
})

const OWNER = 'bobbin'
const inside = <T>(work: Parameters<typeof withClient<T>>[1]) =>
  withClient({ ...placeOf(postgres.url), database }, work)

const state = () =>
  inside(async client => {
    const tables = await client.query<{ name: string }>(
      `select table_schema || '.' || table_name as name from information_schema.tables
       where table_schema in ('public', 'migration') and table_type = 'BASE TABLE' order by 1`,
    )
    const names = tables.rows.map(row => row.name)
    const done = names.includes('migration.done')
      ? await client.query('select name from migration.done order by id')
      : null
    return { tables: names, done: done?.rows.map(row => row.name as string) ?? [] }
  })

test('whoever comes at the same time waits, and each migration is done once', async () => {
  await Promise.all([1, 2, 3].map(() => inside(client => migrate(client, 'tenant', OWNER))))
  const { done, tables } = await state()
  expect(done).toHaveLength(schemaVersion('tenant'))
  expect(new Set(done).size).toBe(done.length)
  expect(tables).toContain('public.record')
})

test('what went wrong leaves the database as it was, the same connection can go on', async () => {
  const before = await state()
  await inside(async client => {
    await expect(migrate(client, 'tenant', OWNER, 'select 1 / 0')).rejects.toThrow('division by zero')
    await client.query('select 1')
  })
  expect(await state()).toEqual(before)
})

test('a database that an earlier version brought half-way is gone on with from there', async () => {
  await inside(async client => {
    await migrate(client, 'tenant', OWNER)
    // As servers of earlier versions left it, without the last migration.
    await client.query('drop table file_usage, file_content, file_part, file')
    await client.query('drop schema migration cascade; create schema migration')
    await client.query(
      'create table migration.done (id serial primary key, name varchar(255) not null, run_on timestamp not null)',
    )
    await client.query(`insert into migration.done (name, run_on) values ('0010_records', now())`)
    await migrate(client, 'tenant', OWNER)
  })
  expect((await state()).done).toEqual(['0010_records', '0020_files'])
})

test('statements for afterwards are run although nothing was to be done', async () => {
  await inside(async client => {
    await migrate(client, 'control', OWNER)
    await migrate(client, 'control', OWNER, 'create table afterwards (id int)')
  })
  expect((await state()).tables).toContain('public.afterwards')
})
