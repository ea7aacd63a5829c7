import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openForReading } from '#library/db/open-for-reading.ts'
import type { ReadDb } from '#library/db/handles.ts'
import { sql } from '#library/db/sql.ts'
import type { Library } from '#library/library.ts'
import { createReaderDesk, type ReaderDesk, READINGS } from '#library/reader/readings.ts'
import { openBenchLibrary } from '../bench-library.ts'
import { fillLibrary } from './fill.ts'
import { type Entry, searchLibrary } from './library.ts'
import { type Engine, fts5Peer, miniSearchPeer, storedWords } from './peers.ts'

const SHOWN = 60
const call = { signal: new AbortController().signal, progress() {} }

/** A real library with patterns whose truth is known, open, and the peers over the same words. */
export interface Setting {
  readonly entries: readonly Entry[]
  readonly library: Library
  /** What the reader thread works with, here in this thread: warm, its index read. */
  readonly desk: ReaderDesk
  readonly peers: readonly Engine[]
  /** The whole way of a query through the core and its threads, to the first 60 cards: places, best first. */
  ask(query: string): Promise<number[]>
  /** The same within the reader: found, ranked, the first 60 told apart. */
  rank(query: string): void
  close(): Promise<void>
}

export async function openSetting(count: number, seed: number): Promise<Setting> {
  const { dir, entries, places } = await filled(count, seed)
  const { library, context } = await openBenchLibrary(dir)
  const reading = openForReading(context.dir.database)
  const placeOf = placesBySeq(reading.db, places)
  const words = storedWords(reading.db)
  const fts5 = fts5Peer(words, placeOf)
  const desk = createReaderDesk(reading.db)
  while (desk.warm());
  const setting: Setting = {
    entries,
    library,
    desk,
    peers: [fts5, miniSearchPeer(words, placeOf)],
    async ask(text) {
      const page = await library.handlers['patterns.list'](firstPage(text), call)
      return page.patterns.map(({ id }) => places.get(id) ?? -1)
    },
    rank: text => void desk.text.find(text),
    async close() {
      fts5.close()
      reading.close()
      await library.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
  await untilIndexed(setting)
  return setting
}

/** The same without threads and peers: for a test. */
export interface WordsSetting {
  readonly entries: readonly Entry[]
  /** Places of the first page, best first. */
  best(query: string): number[]
  close(): void
}

export async function openWordsSetting(count: number, seed: number): Promise<WordsSetting> {
  const { dir, database, entries, places } = await filled(count, seed)
  const reading = openForReading(database)
  const desk = createReaderDesk(reading.db)
  while (desk.warm());
  return {
    entries,
    best: query =>
      READINGS.page(desk, { ...firstPage(query), now: Date.now() }).patterns.map(({ id }) => places.get(id) ?? -1),
    close() {
      reading.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

const firstPage = (query: string) => ({ query, filter: {}, sort: 'best', offset: 0, limit: SHOWN }) as const

/** A library in a folder of its own, closed again: what an index holds comes from the disk, as after a start. */
async function filled(count: number, seed: number) {
  const dir = mkdtempSync(join(tmpdir(), 'bobbin-bench-'))
  const entries = searchLibrary(count, seed)
  const { library, context } = await openBenchLibrary(dir)
  const ids = fillLibrary(context, entries)
  await library.close()
  return { dir, database: context.dir.database, entries, places: new Map(ids.map((id, place) => [id, place])) }
}

function placesBySeq(db: ReadDb, places: ReadonlyMap<string, number>): (seq: number) => number {
  const rows = db.all<{ seq: number; id: string }>(sql`select seq, id from pattern`)
  const bySeq = new Map(rows.map(({ seq, id }) => [seq, places.get(id) ?? -1]))
  return seq => bySeq.get(seq) ?? -1
}

/** Until its index is read the core answers from the database; what it does once it is warm is what is judged. */
async function untilIndexed({ ask, desk }: Setting): Promise<void> {
  const pieces = () => desk.text.find('feathery butterflies')?.understood.length ?? 0
  if (pieces() === 0) throw new Error('the index in this thread was not read')
  for (let round = 0; round < 200; round++) {
    const { length } = await ask('zzzfeather plumes feathery')
    if (length > 0) return
    await new Promise(resolve => setTimeout(resolve, 100))
  }
}
