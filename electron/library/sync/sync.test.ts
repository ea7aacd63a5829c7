import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startStubCloud, type StubCloud } from './testing/stub-cloud.ts'
import { tempComputer, type TempComputer, until } from './testing/temp-computer.ts'

vi.setConfig({ testTimeout: 60_000 })

let cloud: StubCloud
let open: TempComputer[]

beforeEach(async () => {
  cloud = await startStubCloud()
  open = []
})
afterEach(async () => {
  for (const computer of open) await computer.remove()
  await cloud.close()
})

async function computer(name = 'laptop'): Promise<TempComputer> {
  const made = await tempComputer(name)
  made.clock.set(Date.now())
  open.push(made)
  return made
}

const now = (one: TempComputer) => one.call('sync.now', {})
const kinds = async (one: TempComputer) => (await one.call('sync.today', {})).happened.map(({ kind }) => kind)

test('nobody signed in: nothing is asked of anybody', async () => {
  const laptop = await computer()
  laptop.addPattern('Feather')
  laptop.sync.start()
  expect((await laptop.call('sync.state', {})).state).toBe('none')
  expect(cloud.asked).toEqual([])
})

test('what is typed on one computer is there on the other', async () => {
  const laptop = await computer('laptop')
  const desk = await computer('desk')
  const id = laptop.addPattern('Feather')
  await laptop.signIn(cloud.url)
  await desk.signIn(cloud.url)
  await now(laptop)
  await until('the pattern', () => desk.nameOf(id) === 'Feather')
  desk.rename(id, 'Feather, wide')
  await until('its name', () => laptop.nameOf(id) === 'Feather, wide')
  await until('calm', async () => (await laptop.call('sync.state', {})).state === 'safe')
})

test('both offline, both edit: the later one holds everywhere', async () => {
  const [laptop, desk] = [await computer('laptop'), await computer('desk')]
  const id = laptop.addPattern('Feather')
  await laptop.signIn(cloud.url)
  await desk.signIn(cloud.url)
  await now(laptop)
  await until('the pattern', () => desk.nameOf(id) === 'Feather')
  for (const one of [laptop, desk]) one.world.isOnline = false
  laptop.rename(id, 'From the laptop')
  desk.clock.pass(5_000)
  desk.rename(id, 'From the desk')
  expect(laptop.nameOf(id)).toBe('From the laptop')
  for (const one of [desk, laptop]) {
    one.world.isOnline = true
    await now(one)
  }
  await now(desk)
  expect([laptop.nameOf(id), desk.nameOf(id)]).toEqual(['From the desk', 'From the desk'])
})

test('without a line work goes on, the chip says so, and nobody has to do anything when it is back', async () => {
  const laptop = await computer()
  await laptop.signIn(cloud.url)
  await now(laptop)
  laptop.world.isOnline = false
  const id = laptop.addPattern('Feather')
  await now(laptop)
  expect(await laptop.call('sync.state', {})).toMatchObject({ state: 'offline', waiting: { records: 1 } })
  laptop.world.isOnline = true
  await until('it is sent', () => cloud.records.has(`pattern ${id}`))
  await until('calm', async () => (await laptop.call('sync.state', {})).state === 'safe')
})

test('an answer cut at any place is read again: nothing is lost, nothing comes twice', async () => {
  const laptop = await computer('laptop')
  const ids = Array.from({ length: 30 }, (_, index) => laptop.addPattern(`Pattern ${index}`))
  await laptop.signIn(cloud.url)
  await now(laptop)
  cloud.chunk = 7
  let cuts = 0
  cloud.fault = ({ path }) => (path === '/v1/shape' && cuts++ % 3 !== 0 ? { cutAfter: (cuts * 131) % 900 } : null)
  const desk = await computer('desk')
  await desk.signIn(cloud.url)
  for (let turn = 0; turn < 60 && desk.nameOf(ids.at(-1)!) === undefined; turn++) await now(desk)
  cloud.fault = () => null
  await now(desk)
  expect(ids.map(desk.nameOf)).toEqual(ids.map((_, index) => `Pattern ${index}`))
})

test('an access token that is not good any more is renewed, and the feed goes on where it was', async () => {
  const laptop = await computer()
  const id = laptop.addPattern('Feather')
  await laptop.signIn(cloud.url)
  await now(laptop)
  cloud.good.clear()
  cloud.asked.length = 0
  laptop.rename(id, 'Renamed')
  await now(laptop)
  expect(cloud.records.get(`pattern ${id}`)?.fields['name']).toBe('Renamed')
  expect(cloud.asked.some(({ query }) => query.get('offset') === '-1')).toBe(false)
})

test('a sign-in that is refused asks her to sign in again, and everything typed meanwhile goes up then', async () => {
  const laptop = await computer()
  await laptop.signIn(cloud.url)
  await now(laptop)
  cloud.good.clear()
  cloud.refreshTokens.clear()
  const id = laptop.addPattern('Feather')
  await now(laptop)
  expect((await laptop.call('sync.state', {})).state).toBe('sign-in')
  expect(laptop.nameOf(id)).toBe('Feather')
  await laptop.signIn(cloud.url)
  await now(laptop)
  expect(cloud.records.has(`pattern ${id}`)).toBe(true)
  const { happened } = await laptop.call('sync.today', {})
  expect(happened.map(({ kind }) => kind)).toContain('sign-in')
})

test('a database put back, announced by its epoch, gets back what it lost', async () => {
  const [laptop, desk] = [await computer('laptop'), await computer('desk')]
  const first = laptop.addPattern('First')
  await laptop.signIn(cloud.url)
  await desk.signIn(cloud.url)
  await now(laptop)
  const [copy, seq] = [new Map(cloud.records), cloud.seq]
  const second = laptop.addPattern('Second')
  laptop.rename(first, 'First, renamed')
  await now(laptop)
  await until('both', () => desk.nameOf(second) === 'Second')
  cloud.restore(copy, seq)
  cloud.epoch = 'e7'
  await until('what was lost', async () => {
    await now(desk)
    return (
      cloud.records.get(`pattern ${first}`)?.fields['name'] === 'First, renamed' &&
      cloud.records.has(`pattern ${second}`)
    )
  })
  await now(laptop)
  expect([laptop.nameOf(first), laptop.nameOf(second)]).toEqual(['First, renamed', 'Second'])
})

test('a row that was damaged behind everyone is found by comparing, and mended', async () => {
  const laptop = await computer()
  const id = laptop.addPattern('Feather')
  await laptop.signIn(cloud.url)
  await now(laptop)
  await until('compared', async () => (await kinds(laptop)).includes('compared'))
  const kept = cloud.records.get(`pattern ${id}`)!
  cloud.records.set(`pattern ${id}`, { ...kept, fields: { ...kept.fields, name: 'Damaged' } })
  await laptop.reopen()
  await now(laptop)
  await until('mended', () => cloud.records.get(`pattern ${id}`)?.fields['name'] === 'Feather')
  expect((await laptop.call('sync.today', {})).happened.map(({ kind }) => kind)).toContain('read-again')
})

test('one record that ends the server does not keep the others', async () => {
  const laptop = await computer()
  const ids = Array.from({ length: 9 }, (_, index) => laptop.addPattern(`Pattern ${index}`))
  const bad = ids[4]!
  let isBad = true
  await laptop.signIn(cloud.url)
  cloud.refuse = record => {
    if (isBad && record.id === bad) throw new Error('this one ends the server')
    return null
  }
  await now(laptop)
  await until('the others', () => ids.filter(id => cloud.records.has(`pattern ${id}`)).length === 8)
  await until('told', async () => (await laptop.call('sync.attention', {})).refused.length > 0)
  const { refused } = await laptop.call('sync.attention', {})
  expect(refused[0]).toMatchObject({ key: { table: 'pattern', id: bad }, name: 'Pattern 4' })
  isBad = false
  laptop.rename(bad, 'Pattern four')
  await now(laptop)
  expect(cloud.records.get(`pattern ${bad}`)?.fields['name']).toBe('Pattern four')
  expect((await laptop.call('sync.attention', {})).refused).toEqual([])
})

test('paused, nothing is asked; turned on again, everything goes', async () => {
  const laptop = await computer()
  await laptop.signIn(cloud.url)
  await now(laptop)
  expect(await laptop.call('sync.pause', { paused: true })).toMatchObject({ state: 'paused', pausedBy: 'you' })
  await new Promise(resolve => setTimeout(resolve, 50))
  cloud.asked.length = 0
  const id = laptop.addPattern('Feather')
  await new Promise(resolve => setTimeout(resolve, 500))
  expect(cloud.asked).toEqual([])
  await laptop.reopen()
  laptop.sync.start()
  expect((await laptop.call('sync.state', {})).state).toBe('paused')
  await laptop.call('sync.pause', { paused: false })
  await until('it is sent', () => cloud.records.has(`pattern ${id}`))
})

test('closing takes along what was typed a moment ago', async () => {
  const laptop = await computer()
  await laptop.signIn(cloud.url)
  await now(laptop)
  const id = laptop.addPattern('Feather')
  await laptop.library.close()
  expect(cloud.records.has(`pattern ${id}`)).toBe(true)
  open.length = 0
})

test("a library of one quilter is never mixed with another's", async () => {
  const laptop = await computer()
  laptop.addPattern('Feather')
  await laptop.signIn(cloud.url)
  await now(laptop)
  await laptop.call('sync.signOut', {})
  expect(laptop.nameOf(laptop.addPattern('Leaf'))).toBe('Leaf')
  cloud.tenantId = '0192f3a0-0000-7000-8000-000000000099'
  await expect(laptop.signIn(cloud.url)).rejects.toMatchObject({ code: 'library-of-another' })
  expect((await laptop.call('sync.state', {})).state).toBe('none')
})

test('a day offline with one change is one request up, one down, and less than 5 kB', async () => {
  const laptop = await computer()
  const ids = Array.from({ length: 200 }, (_, index) => laptop.addPattern(`Pattern ${index}`))
  await laptop.signIn(cloud.url)
  await now(laptop)
  await until('compared', () => cloud.asked.some(({ path }) => path === '/v1/records/digest'))
  const day = 24 * 60 * 60_000
  laptop.clock.pass(day)
  cloud.now = () => Date.now() + day
  await laptop.reopen()
  laptop.rename(ids[3]!, 'Renamed')
  cloud.asked.length = 0
  await now(laptop)
  const records = cloud.asked.filter(({ path }) => path === '/v1/records')
  expect(records.length).toBe(1)
  expect(records[0]!.bytesUp + records[0]!.bytesDown).toBeLessThan(5_000)
  const shapes = cloud.asked.filter(({ path, query }) => path === '/v1/shape' && query.get('live') === null)
  expect(shapes.reduce((bytes, { bytesDown }) => bytes + bytesDown, 0)).toBeLessThan(5_000)
})

test('typing over what is on its way is no trouble: the newer value follows at once', async () => {
  const laptop = await computer()
  const id = laptop.addPattern('Feather')
  await laptop.signIn(cloud.url)
  await now(laptop)
  let isFirst = true
  cloud.refuse = () => {
    if (isFirst) laptop.rename(id, 'Typed while the first was on its way')
    isFirst = false
    return null
  }
  laptop.rename(id, 'First')
  await until(
    'the newer',
    () => cloud.records.get(`pattern ${id}`)?.fields['name'] === 'Typed while the first was on its way',
  )
  expect((await laptop.call('sync.state', {})).troubleSince).toBeNull()
})

test('a library that turns out to be a copy takes another name to stamp with, and loses nothing', async () => {
  const laptop = await computer()
  const id = laptop.addPattern('Feather')
  await laptop.signIn(cloud.url)
  await now(laptop)
  const device = laptop.services.syncStore.meta().device
  laptop.rename(id, 'Here')
  const [ms = 0, counter = 0] = laptop.services.syncStore.read(port => port.entriesOf({ table: 'pattern', id }))[0]!
    .stamp
  const there = cloud.records.get(`pattern ${id}`)!
  // The copy typed something else at the very same moment, and was quicker.
  cloud.put({
    ...there,
    fields: { ...there.fields, name: 'A copy' },
    stamps: { ...there.stamps, name: [ms, counter, device] },
  })
  await now(laptop)
  await until('another name', () => laptop.services.syncStore.meta().device !== device)
  await until('one value everywhere', () => cloud.records.get(`pattern ${id}`)?.fields['name'] === laptop.nameOf(id))
})

const lines = async (one: TempComputer) =>
  (await one.call('sync.today', {})).happened.map(({ kind, args }) => [kind, args] as const)

test('what happened today says from which computer something came, and what it is called is known without asking', async () => {
  const laptop = await computer()
  cloud.computers = [
    {
      id: '0192f3a0-0000-7000-8000-000000000002',
      name: 'laptop',
      isThis: true,
      stampIds: [laptop.services.syncStore.meta().device],
    },
    { id: '0192f3a0-0000-7000-8000-000000000003', name: 'Sewing room', isThis: false, stampIds: ['sewing-room'] },
  ]
  const id = laptop.addPattern('Feather')
  await laptop.signIn(cloud.url)
  await now(laptop)
  await until('calm', async () => (await laptop.call('sync.state', {})).state === 'safe')
  const there = cloud.records.get(`pattern ${id}`)!
  const stamps = { ...there.stamps, name: [Date.now(), 0, 'sewing-room'] as const }
  cloud.put({ ...there, fields: { ...there.fields, name: 'Feather, wide' }, stamps })
  cloud.put({ ...there, id: id.replace(/.$/, letter => (letter === '0' ? '1' : '0')), stamps })
  await until('told', async () => (await kinds(laptop)).includes('came'))
  expect(await lines(laptop)).toContainEqual(['came', { records: 2, computer: 'Sewing room' }])
  expect(cloud.asked.some(({ path }) => path === '/v1/devices')).toBe(false)
})

test('patterns that come to a computer for the first time are told as that, and as nobody’s changes', async () => {
  const [laptop, desk] = [await computer('laptop'), await computer('desk')]
  const ids = [laptop.addPattern('Feather'), laptop.addPattern('Plume')]
  await laptop.signIn(cloud.url)
  await now(laptop)
  await desk.signIn(cloud.url)
  await until('the patterns', () => ids.every(id => desk.nameOf(id) !== undefined))
  await until('told', async () => (await kinds(desk)).includes('arrived'))
  expect(await lines(desk)).toContainEqual(['arrived', { patterns: 2 }])
  expect(await kinds(desk)).not.toContain('came')
})

test('a mass of patterns that another computer throws away is one line, with its name, and not a change beside', async () => {
  const laptop = await computer()
  cloud.computers = [
    { id: '0192f3a0-0000-7000-8000-000000000003', name: 'Sewing room', isThis: false, stampIds: ['sewing-room'] },
  ]
  const ids = Array.from({ length: 30 }, (_, index) => laptop.addPattern(`Pattern ${index}`))
  await laptop.signIn(cloud.url)
  await now(laptop)
  await until('compared', async () => (await kinds(laptop)).includes('compared'))
  for (const id of ids.slice(0, 25)) {
    const there = cloud.records.get(`pattern ${id}`)!
    const at = Date.now()
    const stamps = { ...there.stamps, trashed_at: [at, 0, 'sewing-room'] as const }
    cloud.put({ ...there, fields: { ...there.fields, trashed_at: at }, stamps })
  }
  await until('told', async () => {
    const told = (await lines(laptop)).find(([kind]) => kind === 'brake')
    return told !== undefined && told[1]['patterns'] === 25
  })
  expect(await lines(laptop)).toContainEqual(['brake', { patterns: 25, computer: 'Sewing room' }])
})

test('a record the cloud does not take, and one that went for good while it was changed here, are told by name', async () => {
  const laptop = await computer()
  const [feather, plume] = [laptop.addPattern('Feather'), laptop.addPattern('Plume')]
  await laptop.signIn(cloud.url)
  await now(laptop)
  cloud.refuse = ({ id }) => (id === feather ? { code: 'too-long', message: 'Its name is too long.' } : null)
  laptop.rename(feather, 'Feather, very wide')
  await until('refused', async () => (await kinds(laptop)).includes('refused'))
  laptop.world.isOnline = false
  laptop.rename(plume, 'Plume, typed meanwhile')
  const there = cloud.records.get(`pattern ${plume}`)!
  cloud.put({ ...there, fields: {}, purged: true })
  laptop.world.isOnline = true
  await now(laptop)
  await until('aside', async () => (await kinds(laptop)).includes('aside'))
  const told = await lines(laptop)
  expect(told).toContainEqual(['refused', { name: 'Feather, very wide', more: 0 }])
  expect(told).toContainEqual(['aside', { name: 'Plume, typed meanwhile', more: 0 }])
})

test('an hour without a line is told where it began and where it ended', async () => {
  const laptop = await computer()
  await laptop.signIn(cloud.url)
  await now(laptop)
  laptop.world.isOnline = false
  await now(laptop)
  laptop.clock.pass(60 * 60_000)
  laptop.addPattern('Feather')
  await now(laptop)
  expect((await kinds(laptop))[0]).toBe('offline')
  laptop.world.isOnline = true
  await until('online', async () => (await kinds(laptop)).includes('online'))
})
