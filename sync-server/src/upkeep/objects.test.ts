/** The operator's work on tenants whose files lie in a bucket. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { composeDeps } from '#server/compose.ts'
import { withClient } from '#server/db/connect.ts'
import { createNames } from '#server/services/names.ts'
import type { Tenant } from '#server/services/tenants.ts'
import { testConfig } from '#server/testing/cloud.ts'
import { startTestPostgres, type TestPostgres } from '#server/testing/postgres.ts'
import { type S3Double, startS3Double } from '#server/testing/s3-double.ts'
import { checkCloud } from './check.ts'
import { addCluster } from './cluster.ts'
import { makeDump } from './dump.ts'
import { mendTenant } from './mend.ts'
import { exportTenant } from './export.ts'
import { runNightly } from './nightly.ts'
import { deleteTenant } from './remove.ts'
import { moveTenant, restoreTenant } from './replace.ts'
import { findTools } from './tools.ts'
import { createUpkeep, type Upkeep } from './upkeep.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const PREFIX = 'some/folder/'
const tools = await findTools().catch(() => null)
let clusters: TestPostgres[] = []
let double: S3Double
let parts: Awaited<ReturnType<typeof composeDeps>>
let upkeep: Upkeep
let folder: string
let now = Date.now()

beforeAll(async () => {
  clusters = await Promise.all([startTestPostgres(), startTestPostgres()])
  double = await startS3Double(PREFIX)
  folder = await mkdtemp(join(tmpdir(), 'bobbin-objects-'))
  const config = testConfig(clusters[0]!.url, { bucket: double.place })
  parts = await composeDeps(config, { clock: { now: () => now } })
  const own = createUpkeep({ ...parts.deps, names: createNames(config, parts.deps.random) })
  // There is no other server that has to hear of anything.
  upkeep = { ...own, wait: async () => {} }
  await addCluster(upkeep, 'second', clusters[1]!.url)
})
afterAll(async () => {
  await parts?.close()
  await double?.close()
  await Promise.all(clusters.map(cluster => cluster.stop()))
  await rm(folder, { recursive: true, force: true })
})

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const fresh = async (tenant: Tenant) => (await upkeep.tenants.fresh(tenant.id))!
const objectsOf = ({ id }: Tenant) => [...double.objects.keys()].filter(key => key.startsWith(`${PREFIX}${id}/`))
const objectOf = (tenant: Tenant, text: string) => objectsOf(tenant).find(key => key.includes(sha256(text)))!

async function keep(tenant: Tenant, ...texts: string[]): Promise<void> {
  const files = texts.map(text => ({ hash: sha256(text), bytes: Buffer.from(text) }))
  expect(await parts.deps.files.take(await fresh(tenant), files)).toEqual(texts.map(() => 'stored'))
}

/** What a device that asks is told has to be sent. */
async function lacking(tenant: Tenant, ...texts: string[]): Promise<string[]> {
  const missing = new Set((await parts.deps.files.missing(await fresh(tenant), texts.map(sha256))).map(one => one.hash))
  return texts.filter(text => missing.has(sha256(text)))
}

async function read(tenant: Tenant, text: string): Promise<string> {
  const chunks: Uint8Array[] = []
  const range = { from: 0, to: text.length - 1 }
  for await (const chunk of (await parts.deps.files.read(await fresh(tenant), sha256(text), range))!) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

const usage = async (tenant: Tenant) => parts.deps.files.usage(await fresh(tenant))

/** As if everything in the bucket had been put that long ago. */
function age(tenant: Tenant, ms: number): void {
  for (const key of objectsOf(tenant)) double.age(key, new Date(now - ms))
}

test('the check says which file the bucket has lost or cut, and what lies there that no file is kept in', async () => {
  const tenant = await upkeep.tenants.create('checked')
  await keep(tenant, 'whole', 'lost', 'cut short')
  expect((await checkCloud(upkeep, 'checked')).findings).toEqual([])
  double.set(objectOf(tenant, 'lost'), null)
  double.set(objectOf(tenant, 'cut short'), Buffer.from('cut'))
  const orphan = `${PREFIX}${tenant.id}/ab/${sha256('orphan')}.${randomUUID()}`
  double.set(orphan, Buffer.from('orphan'))
  const codes = async () => (await checkCloud(upkeep, 'checked')).findings.map(({ code, message }) => [code, message])
  // Fresh, it may belong to an upload under way.
  expect(await codes()).toEqual([
    ['object-missing', expect.stringContaining(sha256('lost'))],
    ['file-differs', expect.stringContaining(sha256('cut short'))],
  ])
  double.age(orphan, new Date(now - 3 * DAY_MS))
  expect((await codes()).at(-1)).toEqual(['object-orphaned', expect.stringContaining('1 objects')])
})

test('mending takes no file for one that is there which is not: computers that have it send it again', async () => {
  const tenant = await upkeep.tenants.create('mended')
  await keep(tenant, 'whole', 'lost')
  double.set(objectOf(tenant, 'lost'), null)
  expect(await lacking(tenant, 'whole', 'lost')).toEqual([])
  expect(await mendTenant(upkeep, tenant)).toEqual({ forgotten: 1, adopted: 0 })
  expect(await lacking(tenant, 'whole', 'lost')).toEqual(['lost'])
  expect(await usage(tenant)).toEqual({ files: 1, usedBytes: 'whole'.length })
  expect((await checkCloud(upkeep, 'mended')).findings).toEqual([])
  await keep(tenant, 'lost')
  expect(await read(tenant, 'lost')).toBe('lost')
})

test('a folder that is no tenant’s is found when the whole cloud is looked through', async () => {
  const nobody = randomUUID()
  double.set(`${PREFIX}${nobody}/ab/x`, Buffer.from('x'))
  double.set(`${PREFIX}something-else/x`, Buffer.from('x'))
  const strangers = (await checkCloud(upkeep)).findings.filter(finding => finding.slug === null)
  expect(strangers).toEqual([
    { slug: null, code: 'object-of-nobody', message: expect.stringContaining(nobody) as string },
  ])
  double.set(`${PREFIX}${nobody}/ab/x`, null)
})

test('an export has the files of the bucket, and says which it could not read', async () => {
  const tenant = await upkeep.tenants.create('exported')
  await keep(tenant, 'feathers', 'swirls', 'gone')
  double.set(objectOf(tenant, 'gone'), null)
  const done = await exportTenant(parts.deps, tenant, join(folder, 'exported'))
  expect(done).toMatchObject({ files: 2, lacking: [{ hash: sha256('gone') }] })
  expect((await readdir(join(folder, 'exported/files'))).filter(name => !name.endsWith('.part')).toSorted()).toEqual(
    [sha256('feathers'), sha256('swirls')].toSorted(),
  )
  expect(await readFile(join(folder, 'exported/files', sha256('swirls')), 'utf8')).toBe('swirls')
})

test.skipIf(tools === null)(
  'moving leaves files where they are, for as long as the old database is kept and after it',
  async () => {
    const tenant = await upkeep.tenants.create('moved')
    await keep(tenant, 'feathers')
    const before = objectsOf(tenant)
    const { name: other } = await upkeep.control
      .selectFrom('cluster')
      .select('name')
      .where('id', '!=', tenant.clusterId)
      .executeTakeFirstOrThrow()
    expect((await moveTenant(upkeep, tenant, other)).clusterId).not.toBe(tenant.clusterId)
    expect(await read(tenant, 'feathers')).toBe('feathers')
    now += 31 * DAY_MS
    expect(await runNightly(upkeep, folder, { only: 'nobody' })).toMatchObject({ dropped: 1, trouble: [] })
    expect(objectsOf(tenant)).toEqual(before)
    expect(await read(tenant, 'feathers')).toBe('feathers')
  },
)

test.skipIf(tools === null)(
  'restoring says of no file that it is there when the bucket has let go of it, and loses none that lies there',
  async () => {
    const tenant = await upkeep.tenants.create('restored')
    await keep(tenant, 'kept', 'let go of since')
    await makeDump(upkeep, tenant, folder)
    const at = new Date(now)
    now += DAY_MS
    await keep(tenant, 'came later', 'came just now')
    const spoiled = `${PREFIX}${tenant.id}/ab/${sha256('spoiled')}.${randomUUID()}`
    double.set(spoiled, Buffer.from('other bytes'))
    age(tenant, DAY_MS / 2)
    double.age(objectOf(tenant, 'came just now'), new Date(now))
    double.set(objectOf(tenant, 'let go of since'), null)
    await restoreTenant(upkeep, tenant, at)
    // What a request may still be deciding about is sent again, as is what is not there any more.
    expect(await lacking(tenant, 'kept', 'let go of since', 'came later', 'came just now', 'spoiled')).toEqual([
      'let go of since',
      'came just now',
      'spoiled',
    ])
    expect(await read(tenant, 'came later')).toBe('came later')
    expect(await usage(tenant)).toEqual({ files: 2, usedBytes: 'kept'.length + 'came later'.length })
    // Nothing that was adopted goes in the nights after.
    age(tenant, 3 * DAY_MS)
    await parts.deps.files.collect(await fresh(tenant))
    expect((await checkCloud(upkeep, 'restored')).findings).toEqual([])
    expect(await read(tenant, 'came later')).toBe('came later')
  },
)

test.skipIf(tools === null)(
  'files of a deleted tenant go when its database does; cut off, the next night goes on; nobody else’s go',
  async () => {
    const [tenant, other] = [await upkeep.tenants.create('leaving'), await upkeep.tenants.create('staying')]
    await keep(tenant, 'swirls')
    // More than a page of them.
    for (let n = 1; n < 1_200; n++)
      double.set(`${PREFIX}${tenant.id}/ab/${sha256(String(n))}.${randomUUID()}`, Buffer.from(String(n)))
    await keep(other, 'feathers')
    await deleteTenant(upkeep, tenant, folder)
    now += 29 * DAY_MS
    await runNightly(upkeep, folder, { only: 'nobody' })
    expect(objectsOf(tenant)).toHaveLength(1_200)
    // Still somebody's: its database is kept.
    expect((await checkCloud(upkeep)).findings.filter(({ slug }) => slug === null)).toEqual([])
    now += 2 * DAY_MS
    let removals = 0
    double.fail(method => method === 'POST' && ++removals > 1)
    expect((await runNightly(upkeep, folder, { only: 'nobody' })).trouble).toMatchObject([{ slug: tenant.database }])
    expect(objectsOf(tenant)).toHaveLength(200)
    double.fail(() => false)
    expect(await runNightly(upkeep, folder, { only: 'nobody' })).toMatchObject({ dropped: 1, trouble: [] })
    expect(objectsOf(tenant)).toEqual([])
    expect(await read(other, 'feathers')).toBe('feathers')
  },
)

test.skipIf(tools === null)(
  'without the bucket in the settings neither a tenant nor what it left is taken for one without files',
  async () => {
    const [tenant, other] = [await upkeep.tenants.create('homeless'), await upkeep.tenants.create('bucketless')]
    await keep(tenant, 'feathers')
    await keep(other, 'swirls')
    const without: Upkeep = { ...upkeep, bucket: null }
    expect((await checkCloud(without, 'bucketless')).findings).toMatchObject([{ code: 'cannot-be-looked-at' }])
    await deleteTenant(upkeep, tenant, folder)
    now += 31 * DAY_MS
    const { trouble } = await runNightly(without, folder, { only: 'nobody' })
    expect(trouble).toEqual([
      { slug: tenant.database, message: expect.stringContaining('BOBBIN_S3_ENDPOINT') as string },
    ])
    const admin = await upkeep.tenants.admin(tenant.clusterId)
    await withClient({ ...admin, database: tenant.database }, client => client.query('select 1 from file'))
    expect(await runNightly(upkeep, folder, { only: 'nobody' })).toMatchObject({ dropped: 1, trouble: [] })
  },
)
