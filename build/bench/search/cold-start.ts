// Started as a process of its own: opens the library in argv[2] in the way argv[3] says and answers one question. Prints milliseconds.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const [, , dir = '', way = ''] = process.argv
const QUERY = 'feather border'
const call = { signal: new AbortController().signal, progress() {} }

/** What answers: loaded first, so that only opening and answering is counted; the time until it did. */
const WAYS: Record<string, () => Promise<() => Promise<number>>> = {
  /** The reader's index, from the file it was kept in to the first patterns found. */
  async words() {
    const { openForReading } = await import('#library/db/open-for-reading.ts')
    const { createReaderDesk } = await import('#library/reader/readings.ts')
    const { createIndexFile } = await import('#library/search/index/index-file.ts')
    return async () => {
      const indexFile = createIndexFile(join(dir, 'bobbin.index'), error => {
        throw error
      })
      const desk = createReaderDesk(openForReading(join(dir, 'bobbin.db')).db, { indexFile })
      const found = desk.text.find(QUERY)
      if (desk.text.ready() === null) throw new Error('the index was not kept')
      return found?.ranks.length ?? 0
    }
  },
  /** The same for what looks alike. */
  async shapes() {
    const { openForReading } = await import('#library/db/open-for-reading.ts')
    const { createReaderDesk } = await import('#library/reader/readings.ts')
    const { weighted } = await import('#library/vectors/vector-index.ts')
    const { weightsOf } = await import('#shared/shape/weights.ts')
    return async () => {
      const { db } = openForReading(join(dir, 'bobbin.db'))
      const desk = createReaderDesk(db, { vectorsFile: join(dir, 'bobbin.vectors') })
      const index = desk.vectors.index()
      return index.nearest(weighted(index.vectorOf(7) ?? new Int8Array(192), weightsOf(0.5)), 50).length
    }
  },
  /** The whole core with its threads. */
  async core() {
    const { openBenchLibrary } = await import('../bench-library.ts')
    return async () => {
      const { library } = await openBenchLibrary(dir)
      const page = { query: QUERY, filter: {}, sort: 'best', offset: 0, limit: 60 } as const
      return (await library.handlers['patterns.list'](page, call)).patterns.length
    }
  },
  async minisearch() {
    const { default: MiniSearch } = await import('minisearch')
    return async () => {
      const text = readFileSync(join(dir, 'minisearch.json'), 'utf8')
      const index = MiniSearch.loadJSON(text, {
        fields: ['name', 'tags', 'designer', 'notes', 'files', 'kind'],
        idField: 'seq',
      })
      return index.search(QUERY, { fuzzy: 0.2, prefix: true }).length
    }
  },
  async fts5() {
    const { openForReading } = await import('#library/db/open-for-reading.ts')
    const { createKeyword } = await import('#library/search/keyword.ts')
    return async () => createKeyword(openForReading(join(dir, 'bobbin.db')).db).find(QUERY)?.ranks.length ?? 0
  },
}

const answer = await WAYS[way]?.()
if (!answer) throw new Error(`no way is called ${way}`)
const begun = performance.now()
const found = await answer()
const ms = performance.now() - begun
process.stdout.write(JSON.stringify({ ms, found }), () => process.exit(0))
