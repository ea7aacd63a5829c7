/** What goes wrong around the engine: what she is told, which timer owns the retry, and that it goes on by itself with nothing lost. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ELSEWHERE } from '#library/testing/sync-parts.ts'
import { systemTimers, type Timers } from './world.ts'
import { startStubCloud, type StubCloud } from './testing/stub-cloud.ts'
import { type FakeTimers, fakeTimers } from './testing/fake-timers.ts'
import { tempComputer, type TempComputer, until } from './testing/temp-computer.ts'

vi.setConfig({ testTimeout: 60_000 })

const HOUR_MS = 3_600_000
const NO_LIMIT = 2 ** 30

let cloud: StubCloud
let open: TempComputer[]
let timers: FakeTimers

beforeEach(async () => {
  cloud = await startStubCloud()
  open = []
  timers = fakeTimers()
})
afterEach(async () => {
  for (const computer of open) {
    computer.world.isOnline = false
    const removing = computer.remove()
    // Closing is given two seconds; they do not pass by themselves.
    await timers.pass(5_000)
    await removing
  }
  await cloud.close()
})

/** Signed in, with this many patterns in the cloud, and calm. */
async function computerWith(patterns: number, of: Timers = timers): Promise<{ laptop: TempComputer; ids: string[] }> {
  const laptop = await tempComputer('laptop', { timers: of })
  laptop.clock.set(Date.now())
  open.push(laptop)
  const ids = Array.from({ length: patterns }, (_, index) => laptop.addPattern(`Pattern ${index}`))
  await laptop.signIn(cloud.url)
  await laptop.call('sync.now', {})
  await until('compared', () => cloud.asked.some(({ path }) => path === '/v1/records/digest'))
  return { laptop, ids }
}

const stateOf = (one: TempComputer) => one.call('sync.state', {})
const placeOf = ({ services }: TempComputer) => {
  const { handle, offset, known } = services.syncStore.meta()
  return { handle, offset, known }
}
const pragma = ({ context }: TempComputer, text: string) =>
  Object.values(context.db.get<Record<string, number>>({ text: `pragma ${text}`, params: [] })!)[0]!

/** Another computer writes so much into each of these. */
function notesFromElsewhere(ids: readonly string[], notes: string): void {
  for (const id of ids) {
    const there = cloud.records.get(`pattern ${id}`)!
    const stamps = { ...there.stamps, notes: [Date.now(), 0, ELSEWHERE] as const }
    cloud.put({ ...there, fields: { ...there.fields, notes }, stamps })
  }
}
const takesNothing = ({ services }: TempComputer) =>
  vi.spyOn(services.syncStore, 'transaction').mockImplementation(() => {
    throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
  })

const withNotes = ({ context }: TempComputer) =>
  context.db.values<number>({ text: 'select count(*) from pattern where length(notes) > 0', params: [] })[0]

test('a disk that is full in the middle of a batch: a sentence, nothing half written, and it goes on when there is room', async () => {
  const { laptop, ids } = await computerWith(60)
  const before = placeOf(laptop)
  pragma(laptop, `max_page_count = ${pragma(laptop, 'page_count')}`)
  notesFromElsewhere(ids, 'Looked at it. '.repeat(400))
  await until('told', async () => (await stateOf(laptop)).troubleCode === 'disk-full')
  expect(await stateOf(laptop)).toMatchObject({ state: 'trouble', waiting: { records: 0 } })
  expect([withNotes(laptop), placeOf(laptop)]).toEqual([0, before])
  expect(laptop.nameOf(ids[0]!)).toBe('Pattern 0')
  // It is looked at every minute, and as long as the disk is full nothing comes of it.
  expect(timers.waits()).toContain(60_000)
  await timers.pass(60_000)
  await until(
    'tried',
    async () => (await stateOf(laptop)).troubleCode === 'disk-full' && timers.waits().includes(60_000),
  )
  expect(withNotes(laptop)).toBe(0)
  pragma(laptop, `max_page_count = ${NO_LIMIT}`)
  await timers.pass(60_000)
  await until('all of it', () => withNotes(laptop) === 60)
  await until('calm', async () => (await stateOf(laptop)).state === 'safe')
  expect((await stateOf(laptop)).troubleSince).toBeNull()
})

test('a full disk: asking for all at once says how it stands instead of waiting for room', async () => {
  const { laptop, ids } = await computerWith(60)
  laptop.world.isOnline = false
  notesFromElsewhere(ids, 'Looked at it. '.repeat(400))
  await laptop.call('sync.now', {})
  pragma(laptop, `max_page_count = ${pragma(laptop, 'page_count')}`)
  laptop.world.isOnline = true
  await laptop.call('sync.now', {})
  expect(await stateOf(laptop)).toMatchObject({ state: 'trouble', troubleCode: 'disk-full' })
  pragma(laptop, `max_page_count = ${NO_LIMIT}`)
})

test('a disk that is full when a push is answered: it is sent again, and stands there once', async () => {
  const { laptop, ids } = await computerWith(3)
  laptop.rename(ids[0]!, 'Feather')
  // Clearing an entry needs no page more; a disk may take nothing at all.
  const full = takesNothing(laptop)
  await timers.pass(2_000)
  await until('it was sent', () => cloud.records.get(`pattern ${ids[0]}`)?.fields['name'] === 'Feather')
  await until('told', async () => (await stateOf(laptop)).troubleCode === 'disk-full')
  const { seq } = cloud
  expect((await stateOf(laptop)).waiting.records).toBe(1)
  full.mockRestore()
  await timers.pass(60_000)
  await until('calm', async () => (await stateOf(laptop)).state === 'safe')
  expect(cloud.seq).toBe(seq)
})

test('something of ours that throws in a batch is told, tried again later and later, and costs nothing', async () => {
  const { laptop, ids } = await computerWith(30)
  const before = placeOf(laptop)
  const { db } = laptop.context
  db.run({
    text: `create temp trigger breaks before update on main.pattern when new.id = '${ids[17]}'
      begin select raise(abort, 'broken'); end`,
    params: [],
  })
  notesFromElsewhere(ids, 'Looked at it.')
  await until('told', async () => (await stateOf(laptop)).troubleCode === 'not-understood')
  expect([withNotes(laptop), placeOf(laptop)]).toEqual([0, before])
  expect((await stateOf(laptop)).troubleSince).not.toBeNull()
  const asked = () => cloud.asked.filter(({ path }) => path === '/v1/shape').length
  for (let turn = 0; turn < 5; turn++) {
    const soFar = asked()
    await timers.pass(60_000)
    await until('tried again', () => asked() > soFar)
  }
  // What she does meanwhile goes up all the same.
  laptop.rename(ids[3]!, 'Feather')
  await timers.pass(2_000)
  await until('sent', () => cloud.records.get(`pattern ${ids[3]}`)?.fields['name'] === 'Feather')
  db.run({ text: 'drop trigger breaks', params: [] })
  await timers.pass(60_000)
  await until('all of it', () => withNotes(laptop) === 30)
  await timers.pass(1_000)
  await until('calm', async () => (await stateOf(laptop)).state === 'safe')
})

test('a laptop that sleeps for a day with a push on its way wakes, and sends it at once over its new line', async () => {
  const { laptop, ids } = await computerWith(3)
  laptop.world.isSilent = true
  laptop.rename(ids[1]!, 'Feather')
  await timers.pass(2_000)
  expect((await stateOf(laptop)).waiting.records).toBe(1)
  // No timer rings in a sleep; then the lid is opened.
  laptop.clock.pass(24 * HOUR_MS)
  cloud.now = () => laptop.clock.now()
  laptop.world.isSilent = false
  notesFromElsewhere([ids[2]!], 'While it slept')
  await timers.pass(15_000)
  await until('it is sent', () => cloud.records.get(`pattern ${ids[1]}`)?.fields['name'] === 'Feather')
  await until('what came meanwhile', () => withNotes(laptop) === 1)
  await until('calm', async () => (await stateOf(laptop)).state === 'safe')
})

test('a cloud that takes no token, not even one it gave just now, is in trouble: nobody is asked to sign in again', async () => {
  const { laptop, ids } = await computerWith(3)
  const disagree = { status: 401, json: { error: { code: 'token-expired', message: 'Expired.' } } }
  cloud.fault = ({ path }) => (path.startsWith('/v1/auth/') ? null : disagree)
  laptop.rename(ids[1]!, 'Feather')
  notesFromElsewhere([ids[2]!], 'From elsewhere')
  await timers.pass(2_000)
  await until('told', async () => (await stateOf(laptop)).troubleCode === 'cloud-trouble')
  await timers.pass(60_000)
  expect((await stateOf(laptop)).state).toBe('working')
  cloud.fault = () => null
  await timers.pass(70_000)
  await until('sent', () => cloud.records.get(`pattern ${ids[1]}`)?.fields['name'] === 'Feather')
  await until('read', () => withNotes(laptop) === 1)
  await until('calm', async () => (await stateOf(laptop)).state === 'safe')
})

test('closing waits two seconds for a cloud that does not answer and no longer; what was typed goes at the next start', async () => {
  const { laptop, ids } = await computerWith(3)
  laptop.world.isSilent = true
  laptop.rename(ids[1]!, 'Feather')
  await timers.pass(50)
  let isClosed = false
  const closing = laptop.sync.close().then(() => (isClosed = true))
  await timers.pass(1_900)
  expect(isClosed).toBe(false)
  await timers.pass(200)
  await closing
  laptop.world.isSilent = false
  await laptop.reopen()
  expect((await stateOf(laptop)).waiting.records).toBe(1)
  await laptop.call('sync.now', {})
  expect(cloud.records.get(`pattern ${ids[1]}`)?.fields['name']).toBe('Feather')
})

test('a program of one errand waits for its cloud as long as it is told to, and closes then without waiting again', async () => {
  const { laptop, ids } = await computerWith(3)
  laptop.world.isSilent = true
  laptop.rename(ids[1]!, 'Feather')
  const limit = new AbortController()
  const errand = laptop.sync.backUpErrand(limit.signal)
  await timers.pass(2_000)
  limit.abort()
  await errand
  await laptop.sync.close()
  laptop.world.isSilent = false
  await laptop.reopen()
  expect((await stateOf(laptop)).waiting.records).toBe(1)
})

test('an errand that made nothing asks nobody, whatever waits from before; nor does one that is paused', async () => {
  const { laptop, ids } = await computerWith(3)
  laptop.world.isOnline = false
  laptop.rename(ids[0]!, 'Feather')
  laptop.clock.pass(1_000)
  await laptop.reopen()
  laptop.world.isOnline = true
  cloud.asked.length = 0
  await laptop.sync.backUpErrand(new AbortController().signal)
  await laptop.call('sync.pause', { paused: true })
  laptop.rename(ids[1]!, 'Feather')
  cloud.asked.length = 0
  await laptop.sync.backUpErrand(new AbortController().signal)
  expect(cloud.asked).toEqual([])
})

test.each([
  [429, '/v1/records'],
  [503, '/v1/records'],
  [429, '/v1/shape'],
  [503, '/v1/shape'],
])('%i for %s with a time to wait: it is waited for, and then it goes on by itself', async (status, path) => {
  const { laptop, ids } = await computerWith(3)
  const faulty = () => cloud.asked.filter(asked => asked.path === path).length
  cloud.fault = asked => (asked.path === path ? { status, headers: { 'retry-after': '40' } } : null)
  laptop.rename(ids[1]!, 'Feather')
  notesFromElsewhere([ids[2]!], 'From elsewhere')
  await timers.pass(2_000)
  await until('told', async () => (await stateOf(laptop)).troubleCode === 'cloud-trouble')
  expect((await stateOf(laptop)).state).toBe('working')
  const soFar = faulty()
  await timers.pass(35_000)
  expect(faulty()).toBe(soFar)
  cloud.fault = () => null
  await timers.pass(40_000)
  await until('sent', () => cloud.records.get(`pattern ${ids[1]}`)?.fields['name'] === 'Feather')
  await until('read', () => withNotes(laptop) === 1)
  await until('calm', async () => (await stateOf(laptop)).state === 'safe')
})

test('what ended the cloud is tried again after a day, also on a computer that never runs for an hour', async () => {
  const { laptop, ids } = await computerWith(5, systemTimers)
  const bad = ids[2]!
  let isBad = true
  cloud.refuse = record => {
    if (isBad && record.id === bad) throw new Error('this one ends the server')
    return null
  }
  for (const id of ids) laptop.rename(id, 'Feather')
  await laptop.call('sync.now', {})
  const refused = async () => (await laptop.call('sync.attention', {})).refused.length
  await until('told', async () => (await refused()) === 1)
  isBad = false
  const startAfter = async (ms: number) => {
    laptop.clock.pass(ms)
    cloud.now = () => laptop.clock.now()
    await laptop.reopen()
    await laptop.call('sync.now', {})
  }
  await startAfter(20 * HOUR_MS)
  expect(await refused()).toBe(1)
  await startAfter(5 * HOUR_MS)
  await until('sent', () => cloud.records.get(`pattern ${bad}`)?.fields['name'] === 'Feather')
  expect(await refused()).toBe(0)
})

test('a disk that takes nothing when failed records are let go ends nothing; an hour later it is tried again', async () => {
  const { laptop, ids } = await computerWith(3)
  const full = takesNothing(laptop)
  await timers.pass(HOUR_MS)
  full.mockRestore()
  await timers.pass(60_000)
  laptop.rename(ids[0]!, 'Feather')
  await timers.pass(2_000)
  await until('sent', () => cloud.records.get(`pattern ${ids[0]}`)?.fields['name'] === 'Feather')
  expect(timers.waits().some(ms => ms > HOUR_MS - 300_000 && ms <= HOUR_MS)).toBe(true)
})
