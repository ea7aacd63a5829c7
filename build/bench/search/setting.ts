import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openForReading } from '#library/db/open.ts'
import type { ReadDb } from '#library/db/handles.ts'
import { sql } from '#library/db/sql.ts'
import type { Library } from '#library/library.ts'
import { createReaderDesk, type ReaderDesk } from '#library/reader/readings.ts'
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
  const dir = mkdtempSync(join(tmpdir(), 'bobbin-bench-'))
  const entries = searchLibrary(count, seed)
  const made = await openBenchLibrary(dir)
  const ids = fillLibrary(made.context, entries)
  // Opened anew, as after a start: what the index holds comes from the disk.
  await made.library.close()
  const { library, context } = await openBenchLibrary(dir)
  const places = new Map(ids.map((id, place) => [id, place]))
  const reading = openForReading(context.dir.database)
  const placeOf = placesBySeq(reading.db, places)
  const words = storedWords(reading.db)
  const fts5 = fts5Peer(words, placeOf)
  const desk = createReaderDesk(reading.db)
  while (desk.warm());
  const query = (text: string) => ({ query: text, filter: {}, sort: 'best', offset: 0, limit: SHOWN }) as const
  const setting: Setting = {
    entries,
    library,
    desk,
    peers: [fts5, miniSearchPeer(words, placeOf)],
    async ask(text) {
      const page = await library.handlers['patterns.list'](query(text), call)
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
