/** From a start to the first answer: in fresh processes, from what the last run kept on the disk. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import MiniSearch from 'minisearch'
import { openForReading } from '#library/db/open-for-reading.ts'
import { createReaderDesk } from '#library/reader/readings.ts'
import { createIndexFile } from '#library/search/index/index-file.ts'
import { openBenchLibrary } from './bench-library.ts'
import { libraryVectors } from './like-this/vectors.ts'
import { fillLibrary } from './search/fill.ts'
import { searchLibrary, TUNING_SEED } from './search/library.ts'
import { storedWords } from './search/peers.ts'
import { type BenchOptions, type BenchRow, spreadOf } from './types.ts'

const USUAL = 15_651
const MANY = 100_000
const STARTS = 7

export async function benchCold({ patterns }: BenchOptions): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  for (const count of patterns === undefined ? [USUAL, MANY] : [patterns]) rows.push(...(await rowsAt(count)))
  return rows
}

async function rowsAt(count: number): Promise<BenchRow[]> {
  const dir = mkdtempSync(join(tmpdir(), 'bobbin-bench-'))
  try {
    const { library, context } = await openBenchLibrary(dir)
    fillLibrary(
      context,
      searchLibrary(count, TUNING_SEED),
      libraryVectors(count).map(vector => ({ vector })),
    )
    await library.close()
    await keepForTheNextStart(context.dir)
    const [words, shapes, core, minisearch, fts5] = ['words', 'shapes', 'core', 'minisearch', 'fts5'].map(way =>
      starts(dir, way),
    )
    const peer = (name: string, times: readonly number[] = []) => ({ name, ...spreadOf(times) })
    const row = (name: string, times: readonly number[] = []): BenchRow => ({
      name: `${name}, ${count} patterns`,
      ours: { ...spreadOf(times), unit: 'ms' },
    })
    const note = `${STARTS} fresh processes in turn, their sources loaded before; to reach: 60 ms at 15,651, 300 ms at 100,000`
    return [
      { ...row('start to the first patterns found by words', words), peer: peer('MiniSearch', minisearch), note },
      { ...row('start to the first patterns found by words', words), peer: peer('FTS5', fts5) },
      row('start to the first fifty that look alike', shapes),
      row('start of the whole core to the first 60 cards of a search', core),
    ]
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

async function keepForTheNextStart(dir: {
  root: string
  database: string
  index: string
  vectors: string
}): Promise<void> {
  const reading = openForReading(dir.database)
  const indexFile = createIndexFile(dir.index, error => {
    throw error
  })
  const desk = createReaderDesk(reading.db, { indexFile, vectorsFile: dir.vectors })
  while (desk.warm());
  desk.text.keep()
  await desk.vectors.keep()
  const index = new MiniSearch({ fields: ['name', 'tags', 'designer', 'notes', 'files', 'kind'], idField: 'seq' })
  index.addAll(storedWords(reading.db))
  writeFileSync(join(dir.root, 'minisearch.json'), JSON.stringify(index))
  reading.close()
}

function starts(dir: string, way: string): number[] {
  const script = fileURLToPath(new URL('search/cold-start.ts', import.meta.url))
  return Array.from({ length: STARTS }, () => {
    const { ms, found } = JSON.parse(execFileSync(process.execPath, [script, dir, way], { encoding: 'utf8' })) as Answer
    if (found === 0) throw new Error(`${way} found nothing`)
    return ms
  })
}

interface Answer {
  readonly ms: number
  readonly found: number
}
