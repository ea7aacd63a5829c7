import Database from 'better-sqlite3'
import MiniSearch from 'minisearch'
import type { ReadDb } from '#library/db/handles.ts'
import { sql } from '#library/db/sql.ts'

/** Something that answers a query with places of the library, best first. */
export interface Engine {
  readonly name: string
  ask(query: string): readonly number[]
}

const SHOWN = 60
const FIELDS = ['name', 'tags', 'designer', 'notes', 'files', 'kind'] as const
type Words = Readonly<Record<(typeof FIELDS)[number], string>> & { readonly seq: number }

/** The words as our own index keeps them, already taken apart, so that the peers are held back by nothing but themselves. */
export function storedWords(db: ReadDb): Words[] {
  return db.all<Words>(sql`select seq, name, tags, designer, notes, files, kind from pattern_doc order by seq`)
}

/** FTS5 with the porter stemmer and its own BM25: all words, the last as a beginning; where that finds nothing, any of them. */
export function fts5Peer(words: readonly Words[], placeOf: (seq: number) => number): Engine & { close(): void } {
  const db = new Database(':memory:')
  db.exec(
    `create virtual table doc using fts5(${FIELDS.join(', ')}, tokenize = "porter unicode61 remove_diacritics 2", prefix = '2 3')`,
  )
  const insert = db.prepare(
    `insert into doc (rowid, ${FIELDS.join(', ')}) values (?, ${FIELDS.map(() => '?').join(', ')})`,
  )
  db.transaction(() => {
    for (const row of words) insert.run(row.seq, ...FIELDS.map(field => row[field]))
  })()
  const find = db.prepare('select rowid from doc where doc match ? order by rank limit ?').pluck()
  const ranked = (match: string) => (find.all(match, SHOWN) as number[]).map(placeOf)
  return {
    name: 'FTS5 BM25, all words then any',
    ask(query) {
      const asked =
        query
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu)
          ?.map(word => `"${word}"`) ?? []
      if (asked.length === 0) return []
      const all = ranked(`${asked.join(' ')}*`)
      return all.length > 0 || asked.length === 1 ? all : ranked(`${asked.join(' OR ')}*`)
    },
    close: () => void db.close(),
  }
}

/** MiniSearch as its readers are told to use it: a fifth of the letters may be wrong, beginnings count. */
export function miniSearchPeer(words: readonly Words[], placeOf: (seq: number) => number): Engine {
  const index = new MiniSearch<Words>({ fields: [...FIELDS], idField: 'seq', storeFields: [] })
  index.addAll(words)
  return {
    name: 'MiniSearch fuzzy 0.2, prefix',
    ask: query =>
      index
        .search(query, { fuzzy: 0.2, prefix: true })
        .slice(0, SHOWN)
        .map(({ id }) => placeOf(id as number)),
  }
}
