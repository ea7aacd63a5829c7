import { expect, test, vi } from 'vitest'
import { fakeClock } from '../testing/fake-clock.ts'
import { tempDatabase } from '../testing/temp-database.ts'
import { createMissed, type Answered } from './missed.ts'

async function asking() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const context = await tempDatabase()
  const clock = fakeClock()
  let next = 0
  const missed = createMissed({ ...context, clock, newId: () => `missed-${next++}` })
  const ask = (query: string, more: Partial<Answered> = {}) =>
    missed.answered({ query, filter: {}, total: 0, patterns: [], ...more })
  const wait = () => vi.advanceTimersByTime(3_000)
  const queries = () => missed.list().map(({ query, times }) => `${query} (${times})`)
  return { missed, ask, wait, queries, clock }
}

test('a search that found nothing and was left standing is remembered', async () => {
  const { ask, wait, queries } = await asking()
  ask('zebra stripes')
  expect(queries()).toEqual([])
  wait()
  expect(queries()).toEqual(['zebra stripes (1)'])
})

test('letters on the way to a word are not', async () => {
  const { ask, wait, queries } = await asking()
  ask('zeb')
  ask('zebr')
  ask('zebra', { total: 3, patterns: [{}, {}, {}] })
  wait()
  expect(queries()).toEqual([])
})

test('of two where one goes on from the other, the longer counts', async () => {
  const { ask, wait, queries } = await asking()
  ask('zebra')
  wait()
  ask('zebra stripes')
  wait()
  expect(queries()).toEqual(['zebra stripes (1)'])
})

test('asked once more it counts once more, however it is written; found at last it is gone', async () => {
  const { ask, wait, queries, clock } = await asking()
  ask('Zebra')
  wait()
  clock.pass(3_600_000)
  ask('')
  ask('zebra ')
  wait()
  expect(queries()).toEqual(['zebra (2)'])
  ask('zebra', { total: 1, patterns: [{}] })
  expect(queries()).toEqual([])
})

test('one and two letters, and searches narrowed by a choice, are not remembered', async () => {
  const { ask, wait, queries } = await asking()
  ask('zz')
  wait()
  ask('zebra', { filter: { favourite: true } })
  wait()
  expect(queries()).toEqual([])
})

test('what a helper found by meaning alone is not what she looked for', async () => {
  const { ask, wait, queries } = await asking()
  ask('zebra', { total: 1, patterns: [{ also: true }] })
  wait()
  expect(queries()).toEqual(['zebra (1)'])
})

test('forgotten it is out of sight, and comes back when that is taken back or it is asked again', async () => {
  const { missed, ask, wait, queries } = await asking()
  ask('zebra')
  wait()
  const [{ id } = { id: '' }] = missed.list()
  missed.forget([id])
  expect(queries()).toEqual([])
  missed.restore([id])
  expect(queries()).toEqual(['zebra (1)'])
  missed.forget([id])
  ask('')
  ask('zebra')
  wait()
  expect(queries()).toEqual(['zebra (2)'])
})

test('an answer that comes while Bobbin closes is not waited for', async () => {
  const { missed, ask, wait, queries } = await asking()
  missed.close()
  ask('zebra stripes')
  expect(vi.getTimerCount()).toBe(0)
  wait()
  expect(queries()).toEqual([])
})
