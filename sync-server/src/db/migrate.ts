/** Migrations: plain SQL files in migrations/control and migrations/tenant, run by number, each database in one transaction. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { runner } from 'node-pg-migrate'
import type pg from 'pg'
import { identifier } from './identifier.ts'

export type Schema = 'control' | 'tenant'

const ROOT = join(import.meta.dirname, '..', '..', '..', 'migrations')

/** How many migrations a database of this kind has when it is up to date: its schema's version. */
export function schemaVersion(schema: Schema): number {
  return readdirSync(join(ROOT, schema)).filter(name => name.endsWith('.sql')).length
}

/**
 * Brings the database `client` is connected to up to date, as its owner. Another server doing the same is waited for.
 * @throws what went wrong; the database is then as it was
 */
export async function migrate(client: pg.Client, schema: Schema, owner: string): Promise<void> {
  await client.query(`set role ${identifier(owner)}`)
  try {
    await runner({
      dbClient: client,
      dir: join(ROOT, schema),
      direction: 'up',
      // In a schema of its own, so that what is granted on tables is not granted on this one.
      migrationsSchema: 'migration',
      createMigrationsSchema: true,
      migrationsTable: 'done',
      singleTransaction: true,
      // Every part of the product has numbers of its own and adds only, so one may come after a greater one.
      checkOrder: false,
      advisoryLockMode: 'wait',
      log: () => {},
    })
  } finally {
    await client.query('reset role')
  }
}
