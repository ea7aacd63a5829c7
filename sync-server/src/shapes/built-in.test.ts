import { expect, test } from 'vitest'
import type { ReadChunk } from './feed.ts'
import { createBuiltInSource } from './built-in.ts'
import { BUILT_IN_HANDLE, joinHandle } from './handle.ts'
import { createSeqMemory } from './wake/seq-memory.ts'

const tenant = { id: 'rose', epoch: 'e1' }
const HANDLE = joinHandle({ epoch: tenant.epoch, source: BUILT_IN_HANDLE })

/** A log whose readings end when the test says so, with what the log then holds. */
function logOf(seq: number) {
  const memory = createSeqMemory()
  memory.heard(tenant.id, seq)
  const readings: ((chunk: ReadChunk) => void)[] = []
  const source = createBuiltInSource({
    feed: {
      chunk: () => new Promise<ReadChunk>(done => readings.push(done)),
      counter: async () => memory.seqOf(tenant.id) ?? 0,
    },
    wake: {
      seqOf: async id => memory.seqOf(id) ?? 0,
      wait: async (id, after, signal, ms) => memory.wait(id, after, signal, ms),
      version: memory.version,
      corrected: memory.corrected,
      isLettingGo: () => false,
    },
    fresh: async () => tenant,
    beginEpoch: async () => 'e2',
    now: () => 0,
    elapsed: () => performance.now(),
    random: () => 0,
    holdMs: 20_000,
  })
  const poll = (after: number) => {
    const request = {
      offset: { kind: 'at', seq: after, text: `${after}_0` },
      handle: HANDLE,
      live: true,
      cursor: '',
    } as const
    return source.answer({ tenant, request, known: after, signal: new AbortController().signal })
  }
  const news = (upTo: number): ReadChunk => ({ rows: `"${upTo}"`, end: upTo, isUpToDate: true, counter: upTo })
  const turn = () => new Promise(resolve => setImmediate(resolve))
  return { memory, readings, poll, news, turn }
}

test('computers that wait behind the same seq are told by one reading', async () => {
  const { memory, readings, poll, news, turn } = logOf(5)
  const all = [poll(5), poll(5), poll(5)]
  await turn()
  memory.heard(tenant.id, 6)
  await turn()
  expect(readings).toHaveLength(1)
  readings[0]!(news(6))
  const bodies = (await Promise.all(all)).map(({ body }) => body)
  expect(new Set(bodies).size).toBe(1)
  expect(bodies[0]).toContain('"6"')
})

test('each news has a reading of its own', async () => {
  const { memory, readings, poll, news, turn } = logOf(5)
  for (const seq of [6, 7]) {
    const waiting = poll(seq - 1)
    await turn()
    memory.heard(tenant.id, seq)
    await turn()
    readings.pop()!(news(seq))
    expect((await waiting).body).toContain(`"${seq}"`)
    expect(readings).toEqual([])
  }
})
