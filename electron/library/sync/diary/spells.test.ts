import { beforeEach, expect, test } from 'vitest'
import { createEventHub } from '#shared/rpc/events.ts'
import { fakeClock, type FakeClock } from '#library/testing/fake-clock.ts'
import { tempDatabase } from '#library/testing/temp-database.ts'
import { quietLog } from '#library/testing/temp-library.ts'
import { createDiary, type Diary } from './happenings.ts'
import { createSpells, type Spells } from './spells.ts'
import { START, type SyncState } from '#library/sync/state.ts'

const MINUTE = 60_000
const LIVE: SyncState = { ...START, who: 'signed-in', mayPush: true, pull: 'live' }
const AWAY: SyncState = { ...LIVE, pull: 'waiting', why: 'network' }
const TRYING: SyncState = { ...AWAY, pull: 'reading' }
const REFUSED: SyncState = { ...START, who: 'refused', why: 'refused' }

let clock: FakeClock
let diary: Diary
let spells: Spells

beforeEach(async () => {
  clock = fakeClock()
  clock.set(new Date(2026, 0, 15, 10, 0).getTime())
  const { db } = await tempDatabase()
  diary = createDiary({ db, clock, log: quietLog, events: createEventHub(() => {}) })
  spells = createSpells(diary, clock)
})

const kinds = () => diary.today().map(({ kind }) => kind)
/** The line is down for so many minutes, tried again each. */
function away(minutes: number): void {
  for (let minute = 0; minute <= minutes; minute++) {
    spells.look(TRYING, null)
    spells.look(AWAY, null)
    clock.pass(MINUTE)
  }
}

test('offline for an hour: one line when the internet went, at the minute it went, and one when it is back', () => {
  const left = clock.now()
  away(60)
  spells.look(LIVE, null)
  expect(kinds()).toEqual(['online', 'offline'])
  expect(Math.abs(diary.today()[1]!.at - left)).toBeLessThan(MINUTE)
})

test('a line that is down for seconds, or a lid that was shut, is not told', () => {
  spells.look(AWAY, null)
  clock.pass(20_000)
  spells.look(TRYING, null)
  spells.look(LIVE, null)
  clock.pass(8 * 60 * MINUTE)
  spells.look(AWAY, null)
  clock.pass(5_000)
  spells.look(LIVE, null)
  expect(kinds()).toEqual([])
})

test('Bobbin closed while offline and opened again tells neither that it is offline again nor forgets that it is online', () => {
  away(5)
  spells = createSpells(diary, clock)
  away(5)
  expect(kinds()).toEqual(['offline'])
  spells.look(LIVE, null)
  expect(kinds()).toEqual(['online', 'offline'])
})

test('paused or signed out is not offline', () => {
  spells.look(AWAY, null)
  spells.look({ ...LIVE, pull: 'off', why: 'network' }, null)
  clock.pass(60 * MINUTE)
  spells.look(AWAY, null)
  expect(kinds()).toEqual([])
})

test('trouble is told once when it lasts, with its reason, and once when it is over', () => {
  const trouble = { since: clock.now(), code: () => 'disk-full' }
  const full: SyncState = { ...LIVE, pull: 'waiting', why: 'disk-full' }
  spells.look(full, trouble)
  expect(kinds()).toEqual([])
  for (let turn = 0; turn < 30; turn++) {
    clock.pass(MINUTE)
    spells.look(full, trouble)
  }
  expect(diary.today().map(({ kind, args, at }) => [kind, args, at])).toEqual([
    ['trouble', { code: 'disk-full' }, trouble.since],
  ])
  spells.look(LIVE, null)
  expect(kinds()).toEqual(['trouble-over', 'trouble'])
})

test('having to sign in again is told once, however often it is tried in vain; and again the next time', () => {
  for (let hour = 0; hour < 3; hour++) {
    spells.look({ ...TRYING, why: null }, null)
    spells.look(REFUSED, null)
    clock.pass(60 * MINUTE)
  }
  expect(kinds()).toEqual(['sign-in'])
  diary.tell('signed-in', { email: 'anne@example.org' })
  spells.look(LIVE, null)
  spells.look(REFUSED, null)
  expect(kinds()).toEqual(['sign-in', 'signed-in', 'sign-in'])
})
