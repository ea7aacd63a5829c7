import { afterAll, beforeAll, expect, test } from 'vitest'
import { composeDeps } from '#server/compose.ts'
import { withClient } from '#server/db/connect.ts'
import { createNames } from '#server/services/names.ts'
import { testConfig } from '#server/testing/cloud.ts'
import { startTestPostgres, type TestPostgres } from '#server/testing/postgres.ts'
import { recordHash, hashToSigned } from '#shared/sync/digest.ts'
import { checkCloud } from './check.ts'
import { migrateTenants, placeInLine } from './stage.ts'
import { createUpkeep, type Upkeep } from './upkeep.ts'

let postgres: TestPostgres
let parts: Awaited<ReturnType<typeof composeDeps>>
let upkeep: Upkeep

beforeAll(async () => {
  postgres = await startTestPostgres()
  const config = testConfig(postgres.url)
  parts = await composeDeps(config)
  upkeep = createUpkeep({ ...parts.deps, names: createNames(config, parts.deps.random) })
})
afterAll(async () => {
  await parts?.close()
  await postgres?.stop()
})

test('a cloud as it should be has nothing to find', async () => {
  const tenant = await upkeep.tenants.create('whole')
  const record = {
    table: 'tag',
    id: 'a1',
    fields: { name: 'Feathers' },
    stamps: { name: [1, 0, 'a'] as const },
    purged: false,
  }
  await withClient(await upkeep.tenants.place(tenant), client =>
    client.query(
      `insert into record (table_name, row_id, fields, stamps, changed_night, hash, bucket, seq) values ('tag', 'a1', $1, $2, 0, $3, 161, 0)`,
      [JSON.stringify(record.fields), JSON.stringify(record.stamps), hashToSigned(recordHash(record)).toString()],
    ),
  )
  expect(await checkCloud(upkeep)).toEqual({ tenants: 1, records: 1, findings: [] })
})

test('what somebody did behind the server’s back is found and named', async () => {
  const tenant = await upkeep.tenants.create('touched')
  const other = await upkeep.tenants.create('other')
  const admin = await upkeep.tenants.admin(tenant.clusterId)
  await withClient({ ...admin, database: tenant.database }, async client => {
    await client.query(
      `insert into record (table_name, row_id, fields, stamps, changed_night, hash, bucket, seq) values ('tag', 'b2', '{}', '{}', 0, 7, 0, 0)`,
    )
    await client.query('update feed_counter set seq = 0')
    await client.query(`grant connect on database "${other.database}" to "${tenant.roleName}"`)
    await client.query(`alter role "${tenant.roleName}" createrole`)
    await client.query(`grant connect on database "${tenant.database}" to public`)
  })
  const { findings } = await checkCloud(upkeep, 'touched')
  expect(findings.map(finding => finding.code)).toEqual([
    'role-may-connect-elsewhere',
    'role-is-powerful',
    'database-is-open',
    'hash-differs',
    'bucket-differs',
    'seq-behind',
  ])
})

test('a stage takes the same tenants each time, and says who is behind', async () => {
  await upkeep.control.updateTable('tenant').set({ schema_version: 0 }).execute()
  const all = await upkeep.tenants.list()
  const percent = placeInLine(all[0]!) + 1
  const canaries = all.filter(tenant => placeInLine(tenant) < percent)
  expect(await migrateTenants(upkeep, { percent })).toMatchObject({
    migrated: canaries.length,
    later: all.length - canaries.length,
    trouble: [],
  })
  expect(await migrateTenants(upkeep)).toMatchObject({ migrated: all.length - canaries.length, later: 0, trouble: [] })
  expect(await migrateTenants(upkeep)).toMatchObject({ migrated: 0, upToDate: all.length })
})
