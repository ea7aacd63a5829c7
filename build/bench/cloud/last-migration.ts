/** A tenant's database made one migration older, so that bringing it up to date can be measured; and newer again by SQL alone. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { identifier } from '#server/db/identifier.ts'

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'migrations', 'tenant')

function readLast(): { name: string; up: string; down: string } {
  const last = readdirSync(FOLDER)
    .filter(name => name.endsWith('.sql'))
    .sort()
    .at(-1)
  if (last === undefined) throw new Error('there is no migration')
  const [up, down] = readFileSync(join(FOLDER, last), 'utf8').split('-- Down Migration')
  if (!up || !down?.trim()) throw new Error(`${last} has no way back`)
  return { name: last.replace(/\.sql$/, ''), up, down }
}

/** Its name tells what is measured: one that makes tables takes longer than one that adds a column. */
export const LAST_MIGRATION = readLast()

const { name, up, down } = LAST_MIGRATION

export async function redoLastMigration(client: pg.Client, owner: string): Promise<void> {
  await client.query(
    `begin; set local role ${identifier(owner)}; ${up}; insert into migration.done (name, run_on) values ('${name}', now()); commit`,
  )
}

export async function undoLastMigration(client: pg.Client): Promise<void> {
  await client.query('begin')
  await client.query(down)
  const { rowCount } = await client.query('delete from migration.done where name = $1', [name])
  if (rowCount !== 1) throw new Error(`${name} was not done`)
  await client.query('commit')
}
