/** Migrations: plain SQL files in migrations/control and migrations/tenant, run by number, each database in one transaction. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { identifier, literal } from './identifier.ts'

export type Schema = 'control' | 'tenant'

interface Migration {
  readonly name: string
  readonly sql: string
}

const ROOT = join(import.meta.dirname, '..', '..', '..', 'migrations')
/** What stands below it in a file takes the migration back. */
const DOWN = /^\s*--\s*Down Migration/m
/** The same as servers of earlier versions take, so that the two never work on one database at once. */
const LOCK = '7241865325823964'

const known = new Map<Schema, readonly Migration[]>()

/** Read once: a run over a thousand databases reads no file a thousand times. */
function migrationsOf(schema: Schema): readonly Migration[] {
  const folder = join(ROOT, schema)
  const migrations =
    known.get(schema) ??
    readdirSync(folder)
      .filter(name => name.endsWith('.sql'))
      .toSorted()
      .map(file => ({
        name: file.replace(/\.sql$/, ''),
        sql: readFileSync(join(folder, file), 'utf8').split(DOWN, 1)[0]!,
      }))
  known.set(schema, migrations)
  return migrations
}

/** How many migrations a database of this kind has when it is up to date: its schema's version. */
export const schemaVersion = (schema: Schema): number => migrationsOf(schema).length

/**
 * Brings the database `client` is connected to up to date, as its owner; another server doing the same is waited for. Few questions and one
 * commit: whoever wants to write there waits for as long as this takes.
 * @param afterwards statements for the same transaction, whether or not there was anything to do
 * @returns for how many milliseconds tables were locked: nobody who uses the old schema waits longer
 * @throws what went wrong; the database is then as it was
 */
export async function migrate(client: pg.Client, schema: Schema, owner: string, afterwards = ''): Promise<number> {
  try {
    // What is done stands in a schema of its own, so that what is granted on tables is not granted on this one.
    const begun = await client.query<{ is_there: boolean }>(`begin; set local role ${identifier(owner)};
      select pg_advisory_xact_lock(${LOCK}); select to_regclass('migration.done') is not null as is_there`)
    if (!lastOf(begun).rows[0]?.is_there)
      await client.query(`create schema migration;
        create table migration.done (id serial primary key, name varchar(255) not null, run_on timestamp not null)`)
    const { rows } = await client.query<{ name: string }>('select name from migration.done')
    const done = new Set(rows.map(({ name }) => name))
    // Every part of the product has numbers of its own and adds only, so one may come after a greater one.
    const steps = migrationsOf(schema)
      .filter(({ name }) => !done.has(name))
      .map(({ name, sql }) => `${sql};\ninsert into migration.done (name, run_on) values (${literal(name)}, now());\n`)
    const from = performance.now()
    await client.query(`${steps.join('')}${afterwards};\ncommit`)
    return performance.now() - from
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

/** Several statements at once answer with a list, which the types do not know of. */
function lastOf<T extends pg.QueryResultRow>(answers: pg.QueryResult<T>): pg.QueryResult<T> {
  return Array.isArray(answers) ? (answers as pg.QueryResult<T>[]).at(-1)! : answers
}
