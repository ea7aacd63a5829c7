import { expect, test } from 'vitest'
import { createSeqMemory } from './seq-memory.ts'

/** Timers that only fire when told. */
function byHand() {
  const due = new Set<() => void>()
  return {
    timers: {
      set: (work: () => void) => {
        due.add(work)
        return work
      },
      clear: (work: unknown) => void due.delete(work as () => void),
    },
    due,
    fire: () => [...due].forEach(work => work()),
  }
}

const never = new AbortController().signal

test('who waits is woken by news above what it has, and by no other tenant', async () => {
  const { timers, due } = byHand()
  const memory = createSeqMemory(timers)
  memory.heard('a', 5)
  const waiting = memory.wait('a', 5, never, 20_000)
  memory.heard('b', 99)
  memory.heard('a', 5)
  expect(memory.waiting()).toBe(1)
  memory.heard('a', 6)
  expect(await waiting).toBe(6)
  expect(memory.waiting()).toBe(0)
  expect(due.size).toBe(0)
})

test('news that is there already, or a reader that has gone, waits for nothing', async () => {
  const { timers, due } = byHand()
  const memory = createSeqMemory(timers)
  memory.heard('a', 5)
  expect(await memory.wait('a', 4, never, 20_000)).toBe(5)
  expect(await memory.wait('a', 5, AbortSignal.abort(), 20_000)).toBe(5)
  expect(due.size).toBe(0)
})

test('the end of the hold, a reader hanging up and a stir all end the wait and leave nothing behind', async () => {
  const { timers, due, fire } = byHand()
  const memory = createSeqMemory(timers)
  const first = memory.wait('a', 0, never, 20_000)
  fire()
  expect(await first).toBe(0)
  const gone = new AbortController()
  const second = memory.wait('a', 0, gone.signal, 20_000)
  gone.abort()
  expect(await second).toBe(0)
  const third = memory.wait('a', 0, never, 20_000)
  memory.stir('b')
  expect(memory.waiting()).toBe(1)
  memory.stir('a')
  expect(await third).toBe(0)
  expect(due.size).toBe(0)
  expect(memory.waiting()).toBe(0)
})

test('a database put back lowers what is known, unless news came while it was read', () => {
  const memory = createSeqMemory()
  memory.heard('a', 100)
  const before = memory.version('a')
  memory.corrected('a', 60, before)
  expect(memory.seqOf('a')).toBe(60)
  const early = memory.version('a')
  memory.heard('a', 61)
  memory.corrected('a', 60, early)
  expect(memory.seqOf('a')).toBe(61)
})

test('news below what is known puts all of it in doubt until the database was read', async () => {
  const memory = createSeqMemory(byHand().timers)
  memory.heard('a', 100)
  const waiting = memory.wait('a', 100, never, 20_000)
  memory.heard('a', 61)
  expect(await waiting).toBe(0)
  expect([memory.seqOf('a'), memory.isInDoubt('a')]).toEqual([undefined, true])
  memory.raised('a', 100)
  expect(memory.isInDoubt('a')).toBe(true)
  memory.corrected('a', 61, memory.version('a'))
  expect([memory.seqOf('a'), memory.isInDoubt('a')]).toEqual([61, false])
})

test('two hundred waiters of one tenant are all woken by one piece of news', async () => {
  const memory = createSeqMemory(byHand().timers)
  const waiting = Array.from({ length: 200 }, () => memory.wait('a', 0, never, 20_000))
  memory.heard('a', 1)
  expect(await Promise.all(waiting)).toEqual(Array.from({ length: 200 }, () => 1))
})
