/** A tenant's database made one migration older, so that bringing it up to date can be measured; and newer again by SQL alone. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { identifier } from '#server/db/identifier.ts'

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'migrations', 'tenant')

function lastMigration(): { last: string; up: string; down: string } {
  const last = readdirSync(FOLDER)
    .filter(name => name.endsWith('.sql'))
    .sort()
    .at(-1)
  if (last === undefined) throw new Error('there is no migration')
  const [up, down] = readFileSync(join(FOLDER, last), 'utf8').split('-- Down Migration')
  if (!up || !down?.trim()) throw new Error(`${last} has no way back`)
  return { last, up, down }
}

export async function redoLastMigration(client: pg.Client, owner: string): Promise<void> {
  const { last, up } = lastMigration()
  await client.query(
    `begin; set local role ${identifier(owner)}; ${up}; insert into migration.done (name, run_on) values ('${last.replace(/\.sql$/, '')}', now()); commit`,
  )
}

export async function undoLastMigration(client: pg.Client): Promise<void> {
  const { last, down } = lastMigration()
  await client.query('begin')
  await client.query(down)
  const { rowCount } = await client.query('delete from migration.done where name = $1', [last.replace(/\.sql$/, '')])
  if (rowCount !== 1) throw new Error(`${last} was not done`)
  await client.query('commit')
}
