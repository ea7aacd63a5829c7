import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Library } from '#library/library.ts'
import { openForReading } from '#library/db/open.ts'
import { sql } from '#library/db/sql.ts'
import { openBenchLibrary } from '../bench-library.ts'
import { fillLibrary } from './fill.ts'
import { type Entry, searchLibrary } from './library.ts'
import { type Engine, fts5Peer, miniSearchPeer, storedWords } from './peers.ts'

const SHOWN = 60
const call = { signal: new AbortController().signal, progress() {} }

/** A real library with patterns whose truth is known, open, and the peers over the same words. */
export interface Setting {
  readonly dir: string
  readonly entries: readonly Entry[]
  readonly library: Library
  readonly peers: readonly Engine[]
  /** The whole way of a query through the core, to the first 60 cards: places, best first. */
  ask(query: string): Promise<number[]>
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
  const bare = openForReading(context.dir.database)
  const bySeq = new Map(
    bare.db
      .all<{ seq: number; id: string }>(sql`select seq, id from pattern`)
      .map(row => [row.seq, places.get(row.id) ?? -1]),
  )
  const placeOf = (seq: number) => bySeq.get(seq) ?? -1
  const words = storedWords(bare.db)
  bare.close()
  const fts5 = fts5Peer(words, placeOf)
  return {
    dir,
    entries,
    library,
    peers: [fts5, miniSearchPeer(words, placeOf)],
    async ask(query) {
      const page = await library.handlers['patterns.list'](
        { query, filter: {}, sort: 'best', offset: 0, limit: SHOWN },
        call,
      )
      return page.patterns.map(({ id }) => places.get(id) ?? -1)
    },
    async close() {
      fts5.close()
      await library.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
