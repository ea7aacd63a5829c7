/** Makes a tenant's database one migration older, so that bringing it up to date can be measured. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'migrations', 'tenant')

export async function undoLastMigration(client: pg.Client): Promise<void> {
  const last = readdirSync(FOLDER)
    .filter(name => name.endsWith('.sql'))
    .sort()
    .at(-1)
  if (last === undefined) throw new Error('there is no migration')
  const down = readFileSync(join(FOLDER, last), 'utf8').split('-- Down Migration')[1]
  if (!down?.trim()) throw new Error(`${last} has no way back`)
  await client.query('begin')
  await client.query(down)
  const { rowCount } = await client.query('delete from migration.done where name = $1', [last.replace(/\.sql$/, '')])
  if (rowCount !== 1) throw new Error(`${last} was not done`)
  await client.query('commit')
}
