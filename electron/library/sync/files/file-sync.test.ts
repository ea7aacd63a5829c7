import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestCloud, type TestCloud, type TestTenant } from '#server/testing/cloud.ts'
import { commit, type RowChange } from '#library/db/commit.ts'
import { readRow } from '#library/db/rows.ts'
import { sql } from '#library/db/sql.ts'
import { hashOfFile } from '#library/files/hash-of-file.ts'
import type { SyncedTable } from '#library/db/synced.ts'
import { seededRandom } from '#library/testing/fake-clock.ts'
import { addPatterns, hashOf } from '#library/testing/some-patterns.ts'
import { tempLibrary, type TempLibrary } from '#library/testing/temp-library.ts'
import { createFileSync } from './create-file-sync.ts'
import type { FileSession, FileSync } from './file-sync.ts'

let cloud: TestCloud
let tenant: TestTenant
let libraries: TempLibrary[] = []
let syncs: FileSync[] = []
let count = 0

beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud?.close())
beforeEach(async () => {
  tenant = await cloud.createTenant(`quilter${++count}`)
})
afterEach(async () => {
  for (const sync of syncs) await sync.close()
  for (const library of libraries) await library.remove()
  libraries = []
  syncs = []
})

const SOON = { timeout: 20_000 }
const QUICK = { calmMs: 5, backOffMs: 4, mostBackOffMs: 30, notThereMs: 40, fullMs: 40 }

interface Computer {
  readonly temp: TempLibrary
  readonly sync: FileSync
  readonly session: FileSession
  /** Paths asked of the cloud, in order. */
  readonly asked: string[]
}

async function computer(fetcher: typeof fetch = fetch): Promise<Computer> {
  const temp = await tempLibrary()
  libraries.push(temp)
  const sync = createFileSync(temp.context, { waits: QUICK })
  syncs.push(sync)
  const token = await tenant.token()
  const asked: string[] = []
  const session: FileSession = {
    url: cloud.url,
    epoch: 'e1',
    fetch(url, init) {
      asked.push(`${init?.method ?? 'GET'} ${new URL(url).pathname}`)
      return fetcher(url, { ...init, headers: { ...(init?.headers as object), authorization: `Bearer ${token}` } })
    },
  }
  return { temp, sync, session, asked }
}

const TABLES: SyncedTable[] = ['designer', 'tag', 'pattern', 'file', 'pattern_tag']

/** What the feed does: the records of one library in another, without any file. */
function carryRecords(from: Computer, to: Computer): void {
  const changes: RowChange[] = TABLES.flatMap(table =>
    from.temp.context.db
      .values<string>({ text: `select id from ${table} order by rowid`, params: [] })
      .map(id => ({ table, id, set: readRow(from.temp.context.db, table, id)! })),
  )
  commit(to.temp.context, { label: 'import', args: {}, changes, journal: 'none' })
}

const square = (size: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size}in" height="${size}in" viewBox="0 0 ${size} ${size}"><path d="M0 0 H${size} V${size} H0 Z" fill="none" stroke="#000"/></svg>`

const outcomes = ({ temp }: Computer) =>
  Object.fromEntries(
    temp.context.db
      .all<{ hash: string; outcome: string; sketched: number }>(
        sql`select hash, outcome, sketch is not null as sketched from original`,
      )
      .map(({ hash, outcome, sketched }) => [hash, `${outcome}${sketched ? ', drawn' : ''}`]),
  )

/** Bytes without sense, the same ones for the same seed. */
function bytesFor(seed: number, length: number): string {
  const random = seededRandom(seed)
  return Buffer.from(random.bytes(length)).toString('latin1')
}

describe('two computers and a cloud', () => {
  test('files go up, come down on the other one, and are read and drawn there', async () => {
    const [a, b] = [await computer(), await computer()]
    await addPatterns(a.temp.context, [
      { name: 'Square', files: ['square.svg'], contents: [square(7)] },
      { name: 'Words', files: ['licence.txt'], contents: ['Stitch it, do not sell it.'] },
    ])
    a.sync.start(a.session)
    await a.sync.idle()
    expect(a.sync.state()).toMatchObject({ waiting: { files: 0, bytes: 0 }, up: 2, trouble: null, isFull: false })

    b.sync.start(b.session)
    carryRecords(a, b)
    expect(b.sync.state().coming.files).toBe(2)
    await b.sync.idle()
    await expect.poll(() => b.sync.state(), SOON).toMatchObject({ coming: { files: 0, bytes: 0 }, down: 2 })
    expect(Buffer.from(await b.temp.context.originals.read(hashOf(square(7)))).toString()).toBe(square(7))
    expect(outcomes(b)[hashOf(square(7))]).toBe('read, drawn')
    // What came from there is there: nothing of it waits to be sent.
    expect(b.sync.waiting()).toEqual({ files: 0, bytes: 0 })
  })

  test('what the cloud has from another computer is marked and not sent', async () => {
    const [a, b] = [await computer(), await computer()]
    for (const one of [a, b]) await addPatterns(one.temp.context, [{ name: 'Same', contents: ['the same bytes'] }])
    a.sync.start(a.session)
    await a.sync.idle()
    b.sync.start(b.session)
    await b.sync.idle()
    expect(b.asked.filter(path => path !== 'POST /v1/files/missing')).toEqual([])
    expect(b.sync.waiting().files).toBe(0)
  })

  test('a file that is lost or spoiled on one disk comes back from the cloud', async () => {
    const a = await computer()
    await addPatterns(a.temp.context, [{ name: 'One' }, { name: 'Two' }])
    a.sync.start(a.session)
    await a.sync.idle()
    await a.sync.stop()
    const { originals } = a.temp.context
    await rm(originals.path(hashOf('One.qli')))
    await writeFile(originals.path(hashOf('Two.qli')), 'Twx.qli')
    await a.temp.call('library.verify', {})
    expect(a.sync.state().coming.files).toBe(2)
    a.sync.start(a.session)
    await a.sync.idle()
    expect(Buffer.from(await originals.read(hashOf('One.qli'))).toString()).toBe('One.qli')
    expect(Buffer.from(await originals.read(hashOf('Two.qli'))).toString()).toBe('Two.qli')
    expect(a.sync.state().coming.files).toBe(0)
  })
})

/** Waits until nothing has to go either way. */
const done = (one: Computer) =>
  expect
    .poll(() => ({ ...one.sync.state().waiting, coming: one.sync.state().coming.files }), SOON)
    .toEqual({ files: 0, bytes: 0, coming: 0 })

async function areTrue({ temp }: Computer): Promise<void> {
  for await (const hash of temp.context.originals.list())
    expect(await hashOfFile(temp.context.originals.path(hash))).toBe(hash)
}

describe('a way that cuts, loses and spoils', () => {
  /** A network with dice: refuses, loses answers, cuts them anywhere, flips a bit of what comes. */
  function badly(roll: () => number, isBad: () => boolean): typeof fetch {
    return async (url, init) => {
      if (!isBad()) return fetch(url, init)
      const dice = roll()
      if (dice < 0.15) throw new TypeError('no way to the cloud')
      const response = await fetch(url, init)
      if (dice < 0.3) {
        await response.arrayBuffer()
        throw new TypeError('the answer was lost')
      }
      if (dice > 0.7) return response
      const bytes = new Uint8Array(await response.arrayBuffer())
      const at = Math.floor(roll() * bytes.length)
      const head = { status: response.status, headers: response.headers }
      if (dice < 0.5) {
        const cut = new ReadableStream({
          start(controller) {
            controller.enqueue(bytes.slice(0, at))
            queueMicrotask(() => controller.error(new TypeError('terminated')))
          },
        })
        return new Response(cut, head)
      }
      if (bytes.length > 0) bytes[at]! ^= 4
      return new Response(bytes, head)
    }
  }

  const SEEDS = Number(process.env.BOBBIN_SOAK ? 60 : 2)
  const first = Number(process.env.BOBBIN_SEED ?? 1)

  test.each(Array.from({ length: process.env.BOBBIN_SEED ? 1 : SEEDS }, (_, at) => first + at))(
    'and restarts in between: every file is true or absent, and in the end all are everywhere (BOBBIN_SEED=%i)',
    async seed => {
      const random = seededRandom(seed)
      const roll = () => random.bytes(1)[0]! / 256
      let isBad = true
      const [a, b] = [await computer(badly(roll, () => isBad)), await computer(badly(roll, () => isBad))]
      await addPatterns(
        a.temp.context,
        Array.from({ length: 24 }, (_, at) => ({
          name: `P${at}`,
          contents: [bytesFor(seed * 100 + at, at === 0 ? 1_500_000 : at < 3 ? 200_000 : 3_000)],
        })),
      )
      carryRecords(a, b)
      for (let turn = 0; turn < 6; turn++) {
        for (const one of [a, b]) one.sync.start(one.session)
        await new Promise(resolve => setTimeout(resolve, 20 + roll() * 120))
        for (const one of [a, b]) if (roll() < 0.7) await one.sync.stop()
        await areTrue(b)
      }
      isBad = false
      for (const one of [a, b]) one.sync.start(one.session)
      await done(a)
      b.sync.hurry()
      await done(b)
      await areTrue(b)
      const own = (await cloud.cloud.deps.tenants.byId(tenant.tenantId))!
      expect((await cloud.cloud.deps.files.usage(own)).files).toBe(24)
    },
    60_000,
  )

  test('a large file goes on where it was cut, up and down, after a restart too', async () => {
    let allowed = 2
    const sent: number[] = []
    const [a, b] = [
      await computer(async (url, init) => {
        if (init?.method !== 'PUT') return fetch(url, init)
        if (allowed-- <= 0) throw new TypeError('no way to the cloud')
        sent.push((init.body as Uint8Array).length)
        return fetch(url, init)
      }),
      await computer(),
    ]
    const content = bytesFor(5, 2_600_000)
    await addPatterns(a.temp.context, [{ name: 'Large', contents: [content] }])
    const total = Buffer.byteLength(content)
    a.sync.start(a.session)
    await expect.poll(() => a.sync.state().trouble, SOON).toBe('offline')
    await a.sync.stop()
    allowed = 100
    a.sync.start(a.session)
    await done(a)
    // Every byte went once.
    expect(sent.reduce((sum, length) => sum + length, 0)).toBe(total)

    carryRecords(a, b)
    let came = 0
    const cutting: FileSession = {
      ...b.session,
      async fetch(url, init) {
        const response = await b.session.fetch(url, init)
        if (!new URL(url).pathname.endsWith(hashOf(content))) return response
        const bytes = new Uint8Array(await response.arrayBuffer()).slice(0, 700_000)
        came += bytes.length
        const cut = new ReadableStream({
          start(controller) {
            controller.enqueue(bytes)
            setTimeout(() => controller.error(new TypeError('terminated')), 5)
          },
        })
        return new Response(bytes.length < 700_000 ? bytes : cut, {
          status: response.status,
          headers: response.headers,
        })
      },
    }
    b.sync.start(cutting)
    await expect.poll(() => came, SOON).toBeGreaterThan(700_000)
    await b.sync.stop()
    b.sync.start(cutting)
    await done(b)
    await areTrue(b)
    expect(came).toBeLessThanOrEqual(total + 700_000)
  })
})

describe('room', () => {
  const setQuota = async (bytes: number) => {
    const { control, tenants } = cloud.cloud.deps
    await control.updateTable('tenant').set({ quota_bytes: bytes }).where('id', '=', tenant.tenantId).execute()
    tenants.forget(tenant.tenantId)
  }

  test('a full cloud is told as full; what fits is there, and with more room the rest follows by itself', async () => {
    const a = await computer()
    await setQuota(2_000)
    await addPatterns(
      a.temp.context,
      [1, 2, 3].map(at => ({ name: `P${at}`, contents: [bytesFor(at, 1_000)] })),
    )
    a.sync.start(a.session)
    await expect.poll(() => a.sync.state().isFull, SOON).toBe(true)
    expect(a.sync.state().waiting.files).toBeGreaterThan(0)
    await setQuota(50_000)
    await done(a)
    expect(a.sync.state().isFull).toBe(false)
  })
})

describe('a pattern whose file has not come', () => {
  async function twoWith(): Promise<[Computer, Computer, string]> {
    const [a, b] = [await computer(), await computer()]
    await addPatterns(a.temp.context, [
      { name: 'Square', files: ['square.svg', 'terms.txt'], contents: [square(7), 'For your own quilts.'] },
    ])
    a.sync.start(a.session)
    await a.sync.idle()
    carryRecords(a, b)
    b.temp.context.originals.comeFrom(b.sync.want)
    b.sync.setPace('wanted')
    return [a, b, b.temp.context.db.values<string>(sql`select id from pattern`)[0]!]
  }

  test('is looked at closely: it is fetched first', async () => {
    const [, b, id] = await twoWith()
    b.sync.start(b.session)
    expect((await b.temp.call('patterns.design', { id })).runs).toHaveLength(1)
    expect((await b.temp.call('patterns.get', { id })).sketchKey).toBe(hashOf(square(7)))
    // Only what somebody waited for came.
    expect(b.sync.state().coming.files).toBe(1)
  })

  test('is sent: its files are fetched first, or a sentence says why it stays', async () => {
    const [, b, id] = await twoWith()
    const to = join(b.temp.dir, 'stick')
    await mkdir(to)
    const target = { kind: 'folder' as const, path: to }
    const request = { patternIds: [id], machineId: 'bernina-q-matic', target }
    b.sync.start({ ...b.session, fetch: async () => Promise.reject(new TypeError('no line')) })
    const offline = await b.temp.call('sending.plan', request)
    expect(offline.skipped).toMatchObject([{ code: 'file-not-here-yet', message: expect.stringContaining('internet') }])
    b.sync.start(b.session)
    const plan = await b.temp.call('sending.plan', request)
    expect(plan.skipped.map(one => one.code)).not.toContain('file-not-here-yet')
    expect(outcomes(b)[hashOf(square(7))]).toBe('read, drawn')
    expect(outcomes(b)[hashOf('For your own quilts.')]).toBe('not-a-design')
  })

  test('is saved with all others: what comes is saved, what does not is counted', async () => {
    const [, b] = await twoWith()
    const [offline, online] = [join(b.temp.dir, 'offline'), join(b.temp.dir, 'online')]
    await mkdir(offline)
    await mkdir(online)
    b.sync.start({ ...b.session, fetch: async () => Promise.reject(new TypeError('no line')) })
    expect(await b.temp.call('saving.all', { to: offline })).toMatchObject({ files: 0, lacking: 2 })
    b.sync.start(b.session)
    expect(await b.temp.call('saving.all', { to: online })).toMatchObject({ files: 2, lacking: 0 })
  })

  test('is told as coming, not as unreadable or missing; its record is not judged by the files that are here', async () => {
    const [, b, id] = await twoWith()
    b.sync.start(b.session)
    const detail = await b.temp.call('patterns.get', { id })
    expect(detail.files.map(file => file.problem?.code)).toEqual(['file-not-here-yet', 'file-not-here-yet'])
    expect((await b.temp.call('library.verify', {})).originals).toMatchObject({ missing: [], damaged: [] })
    const before = readRow(b.temp.context.db, 'pattern', id)
    await b.temp.services.rereading.patterns([id], new AbortController().signal)
    expect(readRow(b.temp.context.db, 'pattern', id)).toEqual(before)
  })

  test('that no computer has backed up yet says so', async () => {
    const [a, b] = [await computer(), await computer()]
    await addPatterns(a.temp.context, [{ name: 'Only there' }])
    carryRecords(a, b)
    b.sync.start(b.session)
    await expect(b.sync.want(hashOf('Only there.qli'))).rejects.toMatchObject({
      code: 'file-not-here-yet',
      detail: { why: 'not-there' },
    })
    // It comes by itself as soon as it is there.
    a.sync.start(a.session)
    await done(b)
  })
})

test('a database put back behind a new epoch is asked for everything again, and gets back what it lost', async () => {
  const a = await computer()
  await addPatterns(a.temp.context, [{ name: 'One' }, { name: 'Two' }])
  a.sync.start(a.session)
  await a.sync.idle()
  const own = (await cloud.cloud.deps.tenants.byId(tenant.tenantId))!
  await cloud.cloud.deps.pools.use(own, db => db.deleteFrom('file' as never).execute())
  a.temp.clock.set(a.temp.clock.now() + 1_000)
  a.sync.start({ ...a.session, epoch: 'e2' })
  await expect.poll(async () => (await cloud.cloud.deps.files.usage(own)).files, SOON).toBe(2)
  await done(a)
})
