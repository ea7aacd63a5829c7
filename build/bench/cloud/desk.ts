// Started as a process of its own: the quilter's second computer. Its library is in the folder argv[2], its cloud at argv[3], argv[4] signs in.
import { setImmediate } from 'node:timers/promises'
import { sql } from '#library/db/sql.ts'
import { obeyOrders, sharedNow } from './child.ts'
import { type BenchComputer, call, compared, openComputer } from './computer.ts'
import type { DeskOrder, FirstSync } from './orders.ts'

/** Longer than an answer takes from the line into the library. */
const LOOK_MS = 100

const [dir = '', url = '', code = ''] = process.argv.slice(2)
const open: BenchComputer[] = []
const desk = await openComputer(dir, { url, signInCode: async () => code }, open)

/** Until all of them are there and can be searched. */
async function firstSync(patterns: number): Promise<FirstSync> {
  const began = performance.now()
  let firstMs = 0
  const stop = desk.assembled.context.events.on('patterns.changed', () => (firstMs ||= performance.now() - began))
  await desk.signIn()
  await desk.now()
  const page = { query: '', filter: {}, sort: 'best' as const, offset: 0, limit: 60 }
  const { total } = await desk.assembled.library.handlers['patterns.list'](page, call)
  const allMs = performance.now() - began
  stop()
  if (total !== patterns) throw new Error(`${total} of ${patterns} patterns came`)
  return { firstMs, allMs }
}

/**
 * When the pattern has this name, of the shared clock: looked for in each turn once an answer has come, and not before. (A timer looks
 * each millisecond, which is one too late, and works while the others do.)
 */
async function named(id: string, name: string): Promise<number> {
  let lookUntil = 0
  for (;;) {
    const [now] = desk.assembled.context.db.values<string>(sql`select name from pattern where id = ${id}`)
    if (now === name) return sharedNow()
    if (sharedNow() < lookUntil) await setImmediate()
    else {
      await desk.nextAnswer()
      lookUntil = sharedNow() + LOOK_MS
    }
  }
}

await obeyOrders<DeskOrder>({}, order => {
  switch (order.kind) {
    case 'firstSync':
      return firstSync(order.patterns)
    case 'compared':
      return compared(desk)
    case 'named':
      return named(order.id, order.name)
  }
})
await desk.close()
