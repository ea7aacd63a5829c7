import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createPool, type WorkPool } from './pool.ts'

let pool: WorkPool
beforeEach(() => {
  pool = createPool({
    worker: new URL('../testing/pool.worker.ts', import.meta.url),
    threads: 2,
    silenceMs: 1_500,
    heapMb: 32,
  })
})
afterEach(() => pool.close())

describe('the work pool', () => {
  test('runs more tasks than it has threads, each with its own answer', async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5, 6, 7].map(n => pool.run<number>('double', n)))
    expect(answers).toEqual([2, 4, 6, 8, 10, 12, 14])
  })

  test('hands a refusal on with its code, sentence and detail', async () => {
    await expect(pool.run('refuse', null)).rejects.toMatchObject({
      code: 'not-a-pattern',
      message: 'This is no pattern.',
      detail: { line: 7 },
    })
  })

  test.each([
    ['hangs', 'hang', 'took-too-long'],
    ['eats all memory', 'eat', 'took-too-much-memory'],
    ['ends its thread', 'crash', 'reader-crashed'],
    ['throws out of nowhere', 'throwLater', 'reader-crashed'],
  ])('a task that %s fails alone: the others go on', async (_, task, code) => {
    const bad = pool.run(task, null)
    const good = Promise.all([1, 2, 3, 4].map(n => pool.run<number>('double', n)))
    await expect(bad).rejects.toMatchObject({ code })
    expect(await good).toEqual([2, 4, 6, 8])
    expect(await pool.run('double', 21)).toBe(42)
  })

  test('a long task that says it is alive is left to finish', async () => {
    expect(await pool.run('slowButAlive', 40)).toBe('done')
  })

  test('a stopped task answers that it was cancelled, and its thread goes on', async () => {
    const stop = new AbortController()
    const run = pool.run('untilStopped', null, { signal: stop.signal })
    setTimeout(() => stop.abort(), 20)
    await expect(run).rejects.toMatchObject({ code: 'cancelled' })
    expect(await pool.run('double', 4)).toBe(8)
  })

  test('closing answers what still waits', async () => {
    const running = pool.run('untilStopped', null)
    const settled = expect(running).rejects.toMatchObject({ code: 'library-closed' })
    await pool.close()
    await settled
    await expect(pool.run('double', 1)).rejects.toMatchObject({ code: 'library-closed' })
  })
})
