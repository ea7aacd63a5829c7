/** Databases made ahead, so that a new tenant waits for a rename only. */
import type pg from 'pg'
import { type Place, withClient } from '#server/db/connect.ts'
import { identifier, literal } from '#server/db/identifier.ts'
import { migrate } from '#server/db/migrate.ts'
import { closeToOthers, ensureRole } from './clusters.ts'
import type { Names, NameSet } from './names.ts'

/** A statement of one tenant that hangs ends itself: nobody else waits for it. */
const ROLE_SETTINGS: Readonly<Record<string, string>> = {
  statement_timeout: '60s',
  lock_timeout: '20s',
  idle_in_transaction_session_timeout: '60s',
}

/** Makes a database from the template, with an owner nobody can sign in as and a role that may connect to nothing else. */
export async function makeDatabase(admin: Place, names: Names, set: NameSet, password: string): Promise<void> {
  await makeAlone(admin, names.template, set, password)
  const owner = identifier(set.owner)
  await withClient({ ...admin, database: set.database }, async client => {
    // The template database itself is the administrator's, so only what is inside changes hands.
    await client.query(`reassign owned by ${identifier(names.templateOwner)} to ${owner}`)
    await client.query(`revoke all on schema public from ${identifier(names.templateOwner)}`)
    await grantToRole(client, set)
  })
}

/** The two roles, and a database as `template` is that only they may come into. */
async function makeAlone(admin: Place, template: string, set: NameSet, password: string): Promise<void> {
  const [database, owner, role] = [set.database, set.owner, set.role].map(identifier) as [string, string, string]
  await withClient(admin, async client => {
    await ensureRole(client, set.owner)
    await ensureRole(client, set.role)
    await client.query(`alter role ${role} login password ${literal(password)}`)
    for (const [name, value] of Object.entries(ROLE_SETTINGS))
      await client.query(`alter role ${role} set ${name} = ${literal(value)}`)
    await client.query(`create database ${database} owner ${owner} template ${identifier(template)} strategy wal_log`)
    await closeToOthers(client, set.database)
    await client.query(`grant connect on database ${database} to ${role}`)
  })
}

/** An empty database, to be filled from a copy. */
export async function makeEmptyDatabase(admin: Place, set: NameSet, password: string): Promise<void> {
  await makeAlone(admin, 'template0', set, password)
  await withClient({ ...admin, database: set.database }, client =>
    client.query('revoke all on schema public from public'),
  )
}

/** What the role of a tenant may do in its database: rows, never tables; and no record ever leaves by deleting a row. */
function rightsOf(roleName: string): string {
  const role = identifier(roleName)
  return `grant usage on schema public to ${role};
    grant select, insert, update, delete on all tables in schema public to ${role};
    grant usage, select on all sequences in schema public to ${role};
    revoke delete on record, feed_counter from ${role}`
}

/** Gives the role its rights in the database `client` is connected to, all or none. */
export async function grantToRole(client: pg.Client, set: Pick<NameSet, 'owner' | 'role'>): Promise<void> {
  await client.query(`begin; set local role ${identifier(set.owner)}; ${rightsOf(set.role)}; commit`)
}

/** Gives a database and its roles other names, all or none. Nobody may be connected to it. */
export async function renameDatabase(admin: Place, from: NameSet, to: NameSet): Promise<void> {
  await withClient(admin, async client => {
    await client.query('begin')
    await client.query(`alter database ${identifier(from.database)} rename to ${identifier(to.database)}`)
    await client.query(`alter role ${identifier(from.owner)} rename to ${identifier(to.owner)}`)
    await client.query(`alter role ${identifier(from.role)} rename to ${identifier(to.role)}`)
    await client.query('commit')
  })
}

/** Brings a tenant's database up to date, rights of its role included, in one transaction. */
export async function migrateDatabase(admin: Place, set: NameSet): Promise<void> {
  await withClient({ ...admin, database: set.database }, client =>
    migrate(client, 'tenant', set.owner, rightsOf(set.role)),
  )
}

/** Takes a database and its roles away for good. */
export async function dropDatabase(admin: Place, set: NameSet): Promise<void> {
  await withClient(admin, async client => {
    await client.query(`drop database if exists ${identifier(set.database)} with (force)`)
    for (const name of [set.role, set.owner]) await client.query(`drop role if exists ${identifier(name)}`)
  })
}
