import {
  copyFileSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
  closeSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { DAY_MS } from '../testing/fake-clock.ts'
import { expectStamped } from '../testing/library-state.ts'
import { addPatterns } from '../testing/some-patterns.ts'
import { patternFields, pull, written } from '../testing/sync-parts.ts'
import { type TempLibrary, tempLibrary } from '../testing/temp-library.ts'

const names = Array.from({ length: 300 }, (_, index) => ({
  name: `Pattern ${index}`,
  notes: 'x'.repeat(200),
  contents: ['one file'],
}))

/** A library with a safety copy of three hundred patterns, and one pattern more since; closed as after a day's work. */
async function closedLibrary() {
  const temp = await tempLibrary({ chores: true })
  onTestFinished(() => temp.remove())
  await temp.library.settled
  await addPatterns(temp.context, names)
  await temp.call('snapshots.make', {})
  await addPatterns(temp.context, [{ name: 'After the copy', tags: ['New'] }])
  await temp.library.close()
  return { temp, database: join(temp.dir, 'bobbin.db') }
}

async function open(temp: TempLibrary) {
  await temp.reopen()
  await temp.library.settled
  const { total } = await temp.call('patterns.list', { limit: 1 })
  const { notice } = await temp.call('library.info', {})
  return { total, notice }
}

function zero(path: string, from: number, length: number): void {
  const file = openSync(path, 'r+')
  writeSync(file, new Uint8Array(length), 0, length, from)
  closeSync(file)
}

/** A leaf page of a table, counted from 1. */
function pageOf(database: string, table: string): number {
  const raw = new Database(database, { readonly: true })
  const page = raw.prepare(`select pageno from dbstat where name = ? and pagetype = 'leaf' limit 1`).pluck().get(table)
  raw.close()
  return Number(page)
}

const damage: [string, (database: string) => void][] = [
  ['has a beginning that is garbage', database => writeFileSync(database, 'x'.repeat(200_000))],
  ['lost its first page', database => zero(database, 0, 4096)],
  ['was cut off', database => truncateSync(database, 4096 * 3)],
  ['is empty', database => truncateSync(database, 0)],
  ['was replaced by zeros', database => zero(database, 0, statSync(database).size)],
]

test.each(damage)('a library that %s opens as the newest safety copy, and says so', async (_, harm) => {
  const { temp, database } = await closedLibrary()
  harm(database)
  const harmed = readFileSync(database)
  const { total, notice } = await open(temp)
  expect(total).toBe(300)
  expect(notice).toMatchObject({ code: 'library-recovered' })
  expect(notice?.message).toMatch(
    /^Bobbin found your library damaged and opened the safety copy of \d\d:\d\d\. Your pattern files are all here\./,
  )
  expect(readFileSync(join(String(notice?.detail.setAside), 'bobbin.db'))).toEqual(harmed)
  expect((await temp.call('library.verify', {})).database).toBe('ok')
})

test('pages that went bad in the middle are found behind the start; the next start opens the safety copy', async () => {
  const { temp, database } = await closedLibrary()
  zero(database, 4096 * (pageOf(database, 'command_change') - 1), 4096)
  expect(await open(temp)).toMatchObject({ total: 301, notice: { code: 'library-damage-found' } })
  expect((await temp.call('library.verify', {})).database).not.toBe('ok')
  const { total, notice } = await open(temp)
  expect([total, notice?.code]).toEqual([301, 'library-recovered'])
  expect(notice?.message).toContain('Newer changes were taken over as far as they could be read.')
  expect((await temp.call('patterns.list', { query: 'after the copy' })).total).toBe(1)
  await temp.call('library.dismissNotice', {})
  expect(await open(temp)).toMatchObject({ total: 301, notice: null })
})

test('a page of patterns that went bad costs at most what changed on it since the safety copy', async () => {
  const { temp, database } = await closedLibrary()
  zero(database, 4096 * (pageOf(database, 'pattern') - 1), 4096)
  await open(temp)
  const { total, notice } = await open(temp)
  expect(notice?.code).toBe('library-recovered')
  expect(total).toBe(301)
  expectStamped(temp.context.db, 'taking over what is newer')
})

test('files whose patterns were lost with the database are never cleared away', async () => {
  const { temp, database } = await closedLibrary()
  writeFileSync(database, 'x'.repeat(200_000))
  temp.clock.set(Date.now() + 60_000)
  await open(temp)
  expect((await temp.call('library.verify', {})).fixed).toEqual([])
  expect((await temp.call('library.verify', {})).originals.checked).toBe(2)
})

test('a library whose database is gone opens its safety copy', async () => {
  const { temp, database } = await closedLibrary()
  rmSync(database)
  expect(await open(temp)).toMatchObject({ total: 300, notice: { code: 'library-recovered' } })
})

test('a safety copy that is damaged itself is passed over for an older one', async () => {
  const { temp, database } = await closedLibrary()
  const [newest] = readdirSync(join(temp.dir, 'snapshots'))
  copyFileSync(join(temp.dir, 'snapshots', newest!), join(temp.dir, 'snapshots', '2020-01-01T08-30-00.000Z~daily.db'))
  truncateSync(join(temp.dir, 'snapshots', newest!), 5000)
  truncateSync(database, 5000)
  const { total, notice } = await open(temp)
  expect(total).toBe(300)
  expect(notice?.message).toMatch(/safety copy of 1 January, \d\d:\d\d\./)
})

test('without any safety copy the library starts empty, keeps every file, and says so until it is read', async () => {
  const { temp, database } = await closedLibrary()
  rmSync(join(temp.dir, 'snapshots'), { recursive: true })
  truncateSync(database, 5000)
  expect(await open(temp)).toMatchObject({ total: 0, notice: { code: 'library-started-anew' } })
  expect(readdirSync(join(temp.dir, 'originals')).length).toBeGreaterThan(1)
  await temp.reopen()
  expect((await temp.call('library.info', {})).notice).toMatchObject({ code: 'library-started-anew' })
  await temp.call('library.dismissNotice', {})
  await temp.reopen()
  expect((await temp.call('library.info', {})).notice).toBeNull()
})

test('a lost write-ahead log is no damage: what had reached the database is there', async () => {
  const temp = await tempLibrary({ chores: true })
  onTestFinished(() => temp.remove())
  await addPatterns(temp.context, names)
  await temp.call('snapshots.make', {})
  const copy = join(temp.dir, 'crashed.db')
  temp.context.db.all({ text: 'pragma wal_checkpoint(truncate)', params: [] })
  await addPatterns(temp.context, [{ name: 'Only in the log' }])
  copyFileSync(join(temp.dir, 'bobbin.db'), copy)
  await temp.library.close()
  copyFileSync(copy, join(temp.dir, 'bobbin.db'))
  const { total, notice } = await open(temp)
  expect({ total, notice }).toEqual({ total: 300, notice: null })
})

test('a computer that only receives gets its safety copies too', async () => {
  const temp = await tempLibrary({ chores: true })
  onTestFinished(() => temp.remove())
  const reasons = async () => (await temp.call('snapshots.list', {})).snapshots.map(one => one.reason)
  const startAfter = async (days: number) => {
    temp.clock.pass(days * DAY_MS)
    await temp.reopen()
    await temp.library.settled
  }
  const id = '0190b8a0-1111-7000-8000-000000000001'
  pull(temp.services.syncStore, [written('pattern', id, patternFields('Swirl'), 5)])
  await startAfter(1)
  expect(await reasons()).toEqual(['daily'])
  await startAfter(2)
  expect(await reasons()).toEqual(['daily'])
  // What changes nothing that she sees is no reason.
  pull(temp.services.syncStore, [written('pattern', id, patternFields('Swirl'), 5)])
  await startAfter(1)
  expect(await reasons()).toEqual(['daily'])
  pull(temp.services.syncStore, [written('pattern', id, { name: 'Swirl, wide' }, 9)])
  await startAfter(1)
  expect(await reasons()).toEqual(['daily', 'daily'])
})

test('a day’s work gets a safety copy at the next start, a day without work does not', async () => {
  const temp = await tempLibrary({ chores: true })
  onTestFinished(() => temp.remove())
  await temp.library.settled
  const reasons = async () => (await temp.call('snapshots.list', {})).snapshots.map(one => one.reason)
  expect(await reasons()).toEqual([])
  await addPatterns(temp.context, [{ name: 'Swirl' }])
  await temp.reopen()
  await temp.library.settled
  expect(await reasons()).toEqual(['daily'])
  temp.clock.pass(2 * DAY_MS)
  await temp.reopen()
  await temp.library.settled
  expect(await reasons()).toEqual(['daily'])
  await addPatterns(temp.context, [{ name: 'Leaf' }])
  await temp.reopen()
  await temp.library.settled
  expect(await reasons()).toEqual(['daily', 'daily'])
  expect((await temp.call('library.info', {})).lastSnapshotAt).toBe(
    (await temp.call('snapshots.list', {})).snapshots[0]?.at,
  )
})
