/** Looking through a cloud: that nobody can come into another's database, that every record is what its hash says, that seq is whole. */
import { withClient } from '#server/db/connect.ts'
import type { Tenant } from '#server/services/tenants.ts'
import { bucketOf, hashToSigned, recordHash } from '#shared/sync/digest.ts'
import type { Json, Stamp } from '#shared/sync/record.ts'
import type pg from 'pg'
import { checkObjects, checkFolders } from './check-objects.ts'
import { hasTable } from './fingerprint.ts'
import type { Upkeep } from './upkeep.ts'

export interface Finding {
  /** Null: about the whole cloud. */
  readonly slug: string | null
  readonly code:
    | 'role-may-connect-elsewhere'
    | 'role-is-powerful'
    | 'database-is-open'
    | 'template-is-open'
    | 'hash-differs'
    | 'bucket-differs'
    | 'seq-behind'
    | 'registry-ahead'
    | 'file-differs'
    | 'object-missing'
    | 'object-orphaned'
    | 'object-of-nobody'
    | 'cannot-be-looked-at'
  readonly message: string
}

export interface CheckReport {
  readonly tenants: number
  readonly records: number
  readonly findings: readonly Finding[]
}

const AT_ONCE = 2_000

export async function checkCloud(upkeep: Upkeep, only?: string): Promise<CheckReport> {
  const all = await upkeep.tenants.list()
  const asked = all.filter(tenant => only === undefined || tenant.slug === only)
  const findings: Finding[] = []
  let records = 0
  for (const [clusterId, own] of Map.groupBy(asked, tenant => tenant.clusterId))
    findings.push(...(await checkRoles(upkeep, clusterId, own)))
  for (const tenant of asked) {
    const admin = { ...(await upkeep.tenants.admin(tenant.clusterId)), database: tenant.database }
    const { seq: heard } = await upkeep.control
      .selectFrom('tenant')
      .select('seq')
      .where('id', '=', tenant.id)
      .executeTakeFirstOrThrow()
    try {
      await withClient(admin, async client => {
        const seen = await checkInside(client, tenant, heard)
        records += seen.records
        findings.push(...seen.findings, ...(await checkObjects(client, upkeep, tenant)))
      })
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      findings.push({ slug: tenant.slug, code: 'cannot-be-looked-at', message })
    }
  }
  if (only === undefined) findings.push(...(await checkFolders(upkeep)))
  return { tenants: asked.length, records, findings }
}

/** Asked of the cluster itself, for every tenant's role and every database there is. */
async function checkRoles(upkeep: Upkeep, clusterId: string, tenants: readonly Tenant[]): Promise<Finding[]> {
  const findings: Finding[] = []
  await withClient(await upkeep.tenants.admin(clusterId), async client => {
    const template = await client.query<{ open: boolean }>(
      'select datallowconn as open from pg_database where datname = $1',
      [upkeep.names.template],
    )
    if (template.rows[0]?.open)
      findings.push({ slug: null, code: 'template-is-open', message: 'The template lets somebody in.' })
    for (const tenant of tenants) {
      const { rows } = await client.query<{ datname: string }>(
        `select datname from pg_database where datallowconn and datname <> $1 and has_database_privilege($2, oid, 'connect')`,
        [tenant.database, tenant.roleName],
      )
      for (const { datname } of rows)
        findings.push({
          slug: tenant.slug,
          code: 'role-may-connect-elsewhere',
          message: `Its role may connect to ${datname}.`,
        })
      const { rowCount: isPowerful } = await client.query(
        'select 1 from pg_roles where rolname = $1 and (rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls)',
        [tenant.roleName],
      )
      if (isPowerful)
        findings.push({ slug: tenant.slug, code: 'role-is-powerful', message: 'Its role may do more than its rows.' })
      const { rowCount: isOpen } = await client.query(
        `select 1 from pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
         where d.datname = $1 and a.grantee = 0`,
        [tenant.database],
      )
      if (isOpen)
        findings.push({
          slug: tenant.slug,
          code: 'database-is-open',
          message: 'Everybody may connect to its database.',
        })
    }
  })
  return findings
}

interface RecordRow {
  table_name: string
  row_id: string
  fields: Record<string, Json>
  stamps: Record<string, Stamp>
  purged: boolean
  seq: number
  hash: string
  bucket: number
}

/** Files kept in the database; those in a bucket are compared by name and length, and hashed by whoever reads them. */
async function filesThatDiffer(client: pg.Client): Promise<string[]> {
  if (!(await hasTable(client, 'file_content'))) return []
  const { rows } = await client.query<{ hash: string }>(
    `select hash from file where stored_at is not null and object is null and hash <> (
       select encode(sha256(coalesce(string_agg(content, ''::bytea order by part), ''::bytea)), 'hex')
       from file_content where file_content.hash = file.hash)`,
  )
  return rows.map(row => row.hash)
}

async function checkInside(
  client: pg.Client,
  tenant: Tenant,
  heard: number,
): Promise<{ records: number; findings: Finding[] }> {
  const findings: Finding[] = []
  const say = (code: Finding['code'], message: string) => findings.push({ slug: tenant.slug, code, message })
  let records = 0
  let last = 0
  // One moment of the database, however long it takes.
  await client.query('begin isolation level repeatable read read only')
  for (;;) {
    const { rows } = await client.query<RecordRow>(
      `select table_name, row_id, fields, stamps, purged, seq, hash::text as hash, bucket
       from record where seq > $1 order by seq limit ${AT_ONCE}`,
      [last],
    )
    if (rows.length === 0) break
    for (const { table_name: table, row_id: id, fields, stamps, purged, hash, bucket } of rows) {
      const right = hashToSigned(recordHash({ table, id, fields, stamps, purged })).toString()
      if (right !== hash) say('hash-differs', `${table} ${id} is not what its hash says.`)
      if (bucketOf({ id }) !== bucket) say('bucket-differs', `${table} ${id} is in the wrong bucket.`)
    }
    records += rows.length
    last = rows.at(-1)!.seq
  }
  const { rows } = await client.query<{ seq: number }>('select seq from feed_counter')
  if (rows[0]!.seq < last) say('seq-behind', `The counter is at ${rows[0]!.seq}, a record at ${last}.`)
  if (heard > rows[0]!.seq)
    say('registry-ahead', `The registry has heard of ${heard}, the counter is at ${rows[0]!.seq}.`)
  for (const hash of await filesThatDiffer(client)) say('file-differs', `File ${hash} is not what its name says.`)
  await client.query('commit')
  return { records, findings }
}
