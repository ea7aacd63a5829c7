import { rm, writeFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestCloud, type TestCloud, type TestTenant } from '#server/testing/cloud.ts'
import { commit, type RowChange } from '#library/db/commit.ts'
import { readRow } from '#library/db/rows.ts'
import { sql } from '#library/db/sql.ts'
import type { SyncedTable } from '#library/db/synced.ts'
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
  const sync = createFileSync(temp.context, { calmMs: 5 })
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
    await expect.poll(() => b.sync.state()).toMatchObject({ coming: { files: 0, bytes: 0 }, down: 2 })
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
