import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Message, ShapeStream } from '@electric-sql/client'
import Database from 'better-sqlite3'
import { commit } from '#library/db/commit.ts'
import { sql } from '#library/db/sql.ts'
import { type Child, sharedNow, startChild } from './cloud/child.ts'
import { addPatterns, type BenchComputer, compared, EMAIL, openComputer } from './cloud/computer.ts'
import type { DeskOrder, FirstSync } from './cloud/orders.ts'
import { startBenchCloud } from './cloud/world.ts'
import { type BenchOptions, type BenchRow, quantile, spreadOf } from './types.ts'

const RECORDS = 15_651
const EDITS = 60
const REST_MS = 100

/**
 * Two computers and one cloud on this machine: first sync, push, an edit on its way, a day offline. The server and the
 * second computer are processes of their own, and Postgres keeps to its disk.
 */
export async function benchSync({ patterns = RECORDS }: BenchOptions): Promise<BenchRow[]> {
  const dir = mkdtempSync(join(tmpdir(), 'bobbin-bench-'))
  const cloud = await startBenchCloud()
  const open: BenchComputer[] = []
  const children: Child<DeskOrder>[] = []
  try {
    const laptop = await openComputer(join(dir, 'laptop'), cloud, open)
    addPatterns(laptop, patterns)
    await laptop.signIn()
    const pushMs = await timed(() => laptop.now())
    const rawMs = await cloud.rawPush(patterns)

    const bareMs = await bareReadingMs(join(dir, 'bare.db'), laptop)
    const code = await cloud.signInCode(EMAIL)
    const script = join(import.meta.dirname, 'cloud', 'desk.ts')
    const desk = await startChild<DeskOrder>(script, [join(dir, 'desk'), cloud.url, code])
    children.push(desk)
    const first = await desk.order<FirstSync>({ kind: 'firstSync', patterns })
    await compared(laptop)
    await desk.order({ kind: 'compared' })
    const seen = await editsSeen(laptop, desk)
    const day = await dayOffline(laptop)
    return [
      {
        name: `push of ${patterns} new records`,
        ours: { ...one(pushMs), unit: 'ms' },
        peer: { name: 'raw SQL, a statement a record', ...one(rawMs) },
        note: `${Math.round((patterns / pushMs) * 1000)} a second; to reach: 8,000 ms for 15,651`,
      },
      {
        name: `first sync of ${patterns} records to a library that can be searched`,
        ours: { ...one(first.allMs), unit: 'ms' },
        peer: { name: 'bare client into bare SQLite', ...one(bareMs) },
        note: `first patterns to be seen after ${Math.round(first.firstMs)} ms; to reach: 2,500 and 500`,
      },
      {
        name: 'changes applied a second, over the line and into the library',
        ours: { ...one((patterns / first.allMs) * 1000), unit: 'a second' },
        note: 'to reach: 5,000',
      },
      ...[0.5, 0.95].map(share => ({
        name: `an edit seen on the other computer, p${share * 100}, without the debounce`,
        ours: { ...one(quantile(seen, share)), unit: 'ms' },
        note: `${EDITS} edits; to reach: p50 15, p95 50`,
      })),
      {
        name: 'a day offline, one record changed: bytes of records up and down',
        ours: { ...one(day.bytes), unit: 'bytes' },
        note: `${day.pushes} push; to reach: one, below 5,000`,
      },
    ]
  } finally {
    for (const child of children) await child.close()
    for (const computer of open) await computer.close()
    await cloud.close()
    rmSync(dir, { recursive: true, force: true })
  }
}

/** The unmodified client, nothing checked and nothing merged: as fast as reading can be here. */
async function bareReadingMs(file: string, laptop: BenchComputer): Promise<number> {
  const { tokens, http } = laptop.assembled.sync.session()
  const authorization = `Bearer ${await tokens.get()}`
  const db = new Database(file)
  db.pragma('journal_mode = wal')
  db.exec('create table record (key text primary key, value text not null)')
  const insert = db.prepare('insert or replace into record values (?, ?)')
  const began = performance.now()
  await new Promise<void>((resolve, reject) => {
    const stream = new ShapeStream({
      url: `${http.url}/v1/shape`,
      params: { reading: 'bare' },
      headers: { authorization },
      subscribe: false,
      onError: reject,
    })
    stream.subscribe((messages: Message[]) => {
      db.transaction(() => {
        for (const message of messages)
          if ('value' in message)
            insert.run(
              message.key,
              JSON.stringify(message.value, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)),
            )
      })()
      if (stream.isUpToDate) resolve()
    })
  })
  const ms = performance.now() - began
  db.close()
  return ms
}

/** One edit at a time, as they are made: the next begins when both computers are at rest. */
async function editsSeen(laptop: BenchComputer, desk: Child<DeskOrder>): Promise<number[]> {
  const { context } = laptop.assembled
  const [id = ''] = context.db.values<string>(sql`select id from pattern limit 1`)
  const seen: number[] = []
  for (let edit = 0; edit < EDITS; edit++) {
    await new Promise(resolve => setTimeout(resolve, REST_MS))
    const name = `Edited ${edit}`
    const there = desk.order<number>({ kind: 'named', id, name })
    const began = sharedNow()
    commit(context, { label: 'rename', args: {}, changes: [{ table: 'pattern', id, set: { name } }] })
    seen.push((await there) - began)
  }
  return seen
}

async function dayOffline(laptop: BenchComputer) {
  await laptop.now()
  await laptop.reopen()
  const { context } = laptop.assembled
  const [id] = context.db.values<string>(sql`select id from pattern limit 1`)
  commit(context, { label: 'rename', args: {}, changes: [{ table: 'pattern', id: id!, set: { name: 'After a day' } }] })
  laptop.asked.length = 0
  await laptop.now()
  const records = laptop.asked.filter(({ path }) => path === '/v1/records' || path === '/v1/shape')
  return {
    pushes: laptop.asked.filter(({ path }) => path === '/v1/records').length,
    bytes: records.reduce((sum, { bytes }) => sum + bytes, 0),
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const one = (value: number) => spreadOf([value])
