import { beforeEach, expect, test } from 'vitest'
import { createEventHub } from '#shared/rpc/events.ts'
import { fakeClock, type FakeClock } from '#library/testing/fake-clock.ts'
import { tempDatabase } from '#library/testing/temp-database.ts'
import { quietLog } from '#library/testing/temp-library.ts'
import { createDiary, type Diary } from './happenings.ts'

const MINUTE = 60_000
let clock: FakeClock
let diary: Diary

beforeEach(async () => {
  clock = fakeClock()
  // Ten in the morning where she is.
  clock.set(new Date(2026, 0, 15, 10, 0).getTime())
  const { db } = await tempDatabase()
  diary = createDiary({ db, clock, log: quietLog, events: createEventHub(() => {}) })
})

const lines = () => diary.today().map(({ kind, args }) => [kind, ...Object.values(args)])

test('an afternoon of small changes that go up and come down is two lines, not forty', () => {
  for (let turn = 0; turn < 20; turn++) {
    diary.tell('sent', { records: 1, files: 0 })
    clock.pass(2 * MINUTE)
    diary.tell('came', { records: 2, computer: 'Laptop' })
    clock.pass(3 * MINUTE)
  }
  expect(lines()).toEqual([
    ['came', 40, 'Laptop'],
    ['sent', 20, 0],
  ])
})

test('each computer that something came from has its own line', () => {
  diary.tell('came', { records: 1, computer: 'Laptop' })
  diary.tell('came', { records: 1, computer: 'Sewing room' })
  diary.tell('came', { records: 1, computer: null })
  diary.tell('came', { records: 5, computer: 'Laptop' })
  expect(lines()).toEqual([
    ['came', 6, 'Laptop'],
    ['came', 1, null],
    ['came', 1, 'Sewing room'],
  ])
})

test('after a quiet while, and after anything else that happened, work has a new line', () => {
  diary.tell('sent', { records: 1, files: 0 })
  clock.pass(11 * MINUTE)
  diary.tell('sent', { records: 2, files: 0 })
  diary.tell('conflict', { name: 'Plume', field: 'name', more: 0, computer: null, other: null })
  diary.tell('sent', { records: 3, files: 0 })
  expect(lines().map(([kind, count]) => [kind, count])).toEqual([
    ['sent', 3],
    ['conflict', 'Plume'],
    ['sent', 2],
    ['sent', 1],
  ])
})

test('work over midnight is a line of each day', () => {
  clock.set(new Date(2026, 0, 15, 23, 58).getTime())
  diary.tell('sent', { records: 4, files: 0 })
  clock.pass(5 * MINUTE)
  diary.tell('sent', { records: 1, files: 0 })
  expect(lines()).toEqual([['sent', 1, 0]])
})

test('what was told of last is known again after a restart; what began earlier stands where it began', () => {
  expect(diary.last(['offline', 'online'])).toBeNull()
  diary.tell('paused', {})
  diary.tell('offline', {}, clock.now() - 2 * MINUTE)
  expect(diary.last(['offline', 'online'])).toBe('offline')
  expect(lines()).toEqual([['paused'], ['offline']])
})
