import { expect, test } from 'vitest'
import type { FileState } from './files/file-sync.ts'
import { START, type SyncState } from './state.ts'
import { type ToldFrom, toldState } from './told-state.ts'

const LIVE: SyncState = { ...START, who: 'signed-in', mayPush: true, pull: 'live', check: 'rested' }
const FILES: FileState = {
  waiting: { files: 0, bytes: 0 },
  coming: { files: 0, bytes: 0 },
  up: 0,
  down: 0,
  isFull: false,
  trouble: null,
}
const DAY_MS = 24 * 60 * 60_000
const account = {
  url: 'https://c',
  email: 'anne@example.org',
  accountId: 'a',
  tenantId: 't',
  deviceId: 'd',
  computer: 'laptop',
}

function told(from: Partial<ToldFrom>) {
  const times = { safeAt: null, troubleSince: null }
  const all = {
    machine: LIVE,
    account,
    waiting: 0,
    files: FILES,
    isSparing: false,
    times,
    attention: 0,
    now: 10 * DAY_MS,
  }
  return toldState({ ...all, ...from })
}
const machine = (different: Partial<SyncState>): SyncState => ({ ...LIVE, ...different })

test('the chip tells the one thing that counts most', () => {
  expect(told({ account: null }).state).toBe('none')
  expect(told({}).state).toBe('safe')
  expect(told({ waiting: 3 })).toMatchObject({ state: 'working', waiting: { records: 3 } })
  expect(told({ files: { ...FILES, coming: { files: 2, bytes: 9 } } }).state).toBe('working')
  expect(told({ machine: machine({ pull: 'waiting', why: 'network' }), waiting: 3 }).state).toBe('offline')
  expect(told({ machine: machine({ heldBy: 'metered', pull: 'off' }) })).toMatchObject({
    state: 'paused',
    pausedBy: 'metered',
  })
  expect(told({ machine: machine({ who: 'refused', pull: 'off' }) }).state).toBe('sign-in')
  expect(told({ files: { ...FILES, isFull: true }, machine: machine({ heldBy: 'you', pull: 'off' }) }).state).toBe(
    'full',
  )
  expect(told({ machine: machine({ pull: 'waiting', why: 'disk-full' }) })).toMatchObject({
    state: 'trouble',
    troubleCode: 'disk-full',
  })
})

test('a cloud in trouble is trouble after a day, and until then only work that goes on', () => {
  const inTrouble = machine({ push: 'waiting', why: 'server' })
  const since = (days: number) => ({ safeAt: null, troubleSince: (10 - days) * DAY_MS })
  expect(told({ machine: inTrouble, waiting: 1, times: since(0.5) }).state).toBe('working')
  expect(told({ machine: inTrouble, waiting: 1, times: since(1) })).toMatchObject({
    state: 'trouble',
    troubleCode: 'cloud-trouble',
  })
})

test('large files wait for power; what is typed does not', () => {
  const files = { ...FILES, waiting: { files: 1, bytes: 9_000_000 } }
  expect(told({ isSparing: true, files })).toMatchObject({ state: 'paused', pausedBy: 'battery' })
  expect(told({ isSparing: true, files, waiting: 1 }).state).toBe('working')
})

test('before anything was asked in this process, what is stored says how it stands', () => {
  expect(told({ machine: START }).state).toBe('safe')
  expect(told({ machine: START, waiting: 2 }).state).toBe('working')
})
