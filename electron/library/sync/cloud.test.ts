/** Two computers and one cloud, all real: SQLite, HTTP, Postgres. */
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { startTestCloud, type TestCloud } from '#server/testing/cloud.ts'
import { type TestPostgres, startTestPostgres } from '#server/testing/postgres.ts'
import { kill } from './testing/kill-cloud.ts'
import { tempComputer, type TempComputer, until } from './testing/temp-computer.ts'

// Back-off and a machine that does other things as well: nothing here is timed.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

let postgres: TestPostgres
let cloud: TestCloud
let email: string
let quilters = 0

beforeAll(async () => {
  postgres = await startTestPostgres()
  cloud = await startTestCloud({ postgres })
}, 60_000)
afterAll(async () => {
  if (cloud) await kill(cloud)
  await postgres?.stop()
}, 30_000)
beforeEach(() => {
  email = `anne${++quilters}@example.org`
})

async function computer(name: string): Promise<TempComputer> {
  const made = await tempComputer(name)
  onTestFinished(() => made.remove())
  made.clock.set(Date.now())
  await made.call('sync.signIn', { url: cloud.url, email, code: await cloud.signInCode(email) })
  return made
}
const now = (one: TempComputer) => one.call('sync.now', {})

test('an edit here is seen there; both offline, both edit, the later one holds and the other is kept', async () => {
  const [laptop, desk] = [await computer('laptop'), await computer('desk')]
  const id = laptop.addPattern('Feather')
  expect(await now(laptop)).toMatchObject({ waiting: 0 })
  await until('the pattern', () => desk.nameOf(id) === 'Feather')
  for (const one of [laptop, desk]) one.world.isOnline = false
  laptop.rename(id, 'From the laptop')
  desk.clock.pass(5_000)
  desk.rename(id, 'From the desk')
  for (const one of [desk, laptop]) {
    one.world.isOnline = true
    await now(one)
  }
  await now(desk)
  expect([laptop.nameOf(id), desk.nameOf(id)]).toEqual(['From the desk', 'From the desk'])

  const { conflicts } = await desk.call('sync.attention', {})
  expect(conflicts).toMatchObject([
    {
      key: { table: 'pattern', id },
      field: 'name',
      value: 'From the laptop',
      computer: 'laptop',
      current: 'From the desk',
      currentComputer: 'desk',
    },
  ])
  const { key, field, stamp, value } = conflicts[0]!
  await desk.call('sync.useInstead', { key, field, stamp, value })
  expect((await desk.call('sync.attention', {})).conflicts).toEqual([])
  const told = (await desk.call('sync.today', {})).happened
  const names = { name: 'From the desk', field: 'name', more: 0, computer: 'laptop', other: 'desk' }
  expect(told.find(({ kind }) => kind === 'conflict')?.args).toEqual(names)
  await until('the one she chose', () => laptop.nameOf(id) === 'From the laptop')
  const { values } = await laptop.call('sync.history', { key })
  expect(values.map(one => one.value)).toEqual(expect.arrayContaining(['From the desk', 'From the laptop']))
  await until('calm', async () => (await laptop.call('sync.state', {})).state === 'safe')
})

test('her computers are listed, renamed, and one that is revoked has to sign in again', async () => {
  const laptop = await computer('laptop')
  expect((await laptop.call('sync.computers', {})).computers).toHaveLength(1)
  const { code } = await laptop.call('sync.pairingCode', {})
  const desk = await tempComputer('desk')
  onTestFinished(() => desk.remove())
  desk.clock.set(Date.now())
  await desk.call('sync.signInByPairing', { url: cloud.url, code })
  const { computers } = await laptop.call('sync.computers', {})
  expect(computers.map(({ name, isThis }) => [name, isThis]).sort()).toEqual([
    ['desk', false],
    ['laptop', true],
  ])
  const other = computers.find(({ isThis }) => !isThis)!
  await laptop.call('sync.renameComputer', { id: other.id, name: 'Sewing room' })
  desk.addPattern('From the sewing room')
  await until('who it is from', async () => {
    const { happened } = await laptop.call('sync.today', {})
    return happened.some(({ kind, args }) => kind === 'came' && args['computer'] === 'Sewing room')
  })
  await laptop.call('sync.revokeComputer', { id: other.id })
  const told = (await laptop.call('sync.today', {})).happened.map(({ kind, args }) => [kind, args['computer']])
  expect(told).toContainEqual(['computer-added', 'desk'])
  expect(told).toContainEqual(['computer-gone', 'Sewing room'])
  await until('asked to sign in', async () => {
    await now(desk)
    return (await desk.call('sync.state', {})).state === 'sign-in'
  })
  const id = desk.addPattern('Typed all the same')
  expect(desk.nameOf(id)).toBe('Typed all the same')
})

test('a server that is killed and comes back at the same place gets everything, with nobody doing anything', async () => {
  const port = Number(new URL(cloud.url).port)
  const [laptop, desk] = [await computer('laptop'), await computer('desk')]
  await now(laptop)
  await kill(cloud)
  const id = laptop.addPattern('While it was away')
  await until('offline', async () => (await laptop.call('sync.state', {})).state === 'offline')
  cloud = await startTestCloud({ postgres, config: { port } })
  await until('it is there', () => desk.nameOf(id) === 'While it was away', 60_000)
})

test('a mailbox that is lost locks her out of nothing: a computer that is signed in gives the account another one', async () => {
  const laptop = await computer('laptop')
  const next = `new-${email}`
  await laptop.call('sync.changeEmail', { email: next })
  const code = /\n {4}(\S+)\n/.exec(cloud.mails.findLast(mail => mail.to === next)?.text ?? '')?.[1] ?? ''
  await expect(laptop.call('sync.confirmEmail', { email: next, code: 'CCCC-CCCC' })).rejects.toMatchObject({
    code: 'wrong-code',
  })
  expect(await laptop.call('sync.confirmEmail', { email: next, code })).toMatchObject({ account: { email: next } })
  expect(cloud.mails.at(-1)).toMatchObject({ to: email })
})
