/**
 * A cluster made ready: the control database, and the template every tenant's database is made from. Nobody but a database's own role may
 * connect to it; to the template nobody may.
 */
import type pg from 'pg'
import { type ControlPlace, type Place, withClient } from '#server/db/connect.ts'
import { identifier, literal } from '#server/db/identifier.ts'
import { migrate, schemaVersion } from '#server/db/migrate.ts'
import type { Names } from './names.ts'
import { KeyMissing, type SecretBox } from './secret-box.ts'
import { countUnopenable } from './sealed.ts'

// One server prepares at a time; any number, as long as it is the same everywhere.
const PREPARE_LOCK = 7_024_001

/**
 * Makes the control database where it is missing, and brings it up to date.
 * @returns where it is, as its own role
 * @throws KeyMissing when what stands there was sealed with keys the settings do not name: then nothing was changed
 */
export async function prepareControl(admin: Place, names: Names, box: SecretBox): Promise<ControlPlace> {
  const passwords = box.derive(CONTROL_ROLE)
  const place = { ...admin, user: names.controlRole, database: names.control }
  await withClient(admin, client =>
    locked(client, async () => {
      await ensureRole(client, names.controlRole)
      await ensureDatabase(client, names.control, `owner ${identifier(names.controlRole)} template template0`)
      await closeToOthers(client, names.control)
      // Other servers may run with the key of before: while theirs lets us in, it stays.
      if ((await passwordThatWorks(place, passwords)) !== null) return
      await withClient({ ...admin, database: names.control }, inside => refuseOtherKeys(inside, names, box))
      await setControlPassword(client, names, box)
    }),
  )
  // With one key there is nothing to choose; with more the password changes in the middle of a run (`reseal`).
  const password = passwords.length === 1 ? passwords[0] : () => passwordThatWorks(place, passwords).then(orFirst)
  const orFirst = (works: string | null): string => works ?? passwords[0]
  const control = { ...place, password }
  await withClient(control, client => migrate(client, 'control', names.controlRole))
  return control
}

const CONTROL_ROLE = 'control role'

/** From now on the control database's role has the password of the present secret key. */
export async function setControlPassword(client: pg.Client, names: Names, box: SecretBox): Promise<void> {
  const [password] = box.derive(CONTROL_ROLE)
  await client.query(`alter role ${identifier(names.controlRole)} login password ${literal(password)}`)
}

/** What Postgres answers to a wrong password, and to a role that may not sign in yet. */
const NOT_LET_IN: ReadonlySet<string | undefined> = new Set(['28P01', '28000'])

async function passwordThatWorks(place: Place, passwords: readonly string[]): Promise<string | null> {
  for (const password of passwords) {
    try {
      await withClient({ ...place, password }, async () => {})
      return password
    } catch (error) {
      if (!NOT_LET_IN.has((error as { code?: string }).code)) throw error
    }
  }
  return null
}

/** A server started with a wrong key must not shut out those that have the right one. */
async function refuseOtherKeys(client: pg.Client, names: Names, box: SecretBox): Promise<void> {
  await client.query(`set role ${identifier(names.controlRole)}`)
  const count = await countUnopenable(client, box)
  if (count > 0) throw new KeyMissing(`${count} rows of the registry`)
}

/** Makes the template of a cluster where it is missing, brings it up to date, and closes what the cluster brought along. */
export async function prepareTemplate(admin: Place, names: Names): Promise<void> {
  await withClient(admin, client =>
    locked(client, async () => {
      const name = identifier(names.template)
      for (const brought of ['postgres', 'template1']) await closeToOthers(client, brought)
      await ensureRole(client, names.templateOwner)
      await ensureDatabase(client, names.template, 'template template0')
      const { rows } = await client.query<{ version: string | null }>(
        `select shobj_description(oid, 'pg_database') as version from pg_database where datname = $1`,
        [names.template],
      )
      const wanted = String(schemaVersion('tenant'))
      if (rows[0]?.version === wanted) return
      await client.query(`alter database ${name} allow_connections true`)
      await closeToOthers(client, names.template)
      await withClient({ ...admin, database: names.template }, inside => migrateTemplate(inside, names))
      await client.query(`alter database ${name} is_template true allow_connections false`)
      await client.query(`comment on database ${name} is ${literal(wanted)}`)
    }),
  )
}

async function migrateTemplate(client: pg.Client, names: Names): Promise<void> {
  const owner = identifier(names.templateOwner)
  await client.query('revoke all on schema public from public')
  await client.query(`grant usage, create on schema public to ${owner}`)
  await client.query(`grant create on database ${identifier(names.template)} to ${owner}`)
  await migrate(client, 'tenant', names.templateOwner)
}

/** A role that may do nothing yet, which we may act as. */
export async function ensureRole(client: pg.Client, name: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [name])
  if (rowCount) return
  await client.query(`create role ${identifier(name)} nologin nosuperuser nocreatedb nocreaterole`)
  await client.query(`grant ${identifier(name)} to current_user`)
}

async function ensureDatabase(client: pg.Client, name: string, how: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
  if (!rowCount) await client.query(`create database ${identifier(name)} ${how}`)
}

/** Nobody connects to `database` but its owner and whom it is granted to. */
export async function closeToOthers(client: pg.Client, database: string): Promise<void> {
  await client.query(`revoke all on database ${identifier(database)} from public`)
}

async function locked<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('select pg_advisory_lock($1)', [PREPARE_LOCK])
  try {
    return await work()
  } finally {
    await client.query('select pg_advisory_unlock($1)', [PREPARE_LOCK])
  }
}
