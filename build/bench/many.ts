import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Library } from '#library/library.ts'
import { FACETS, type PatternFilter } from '#shared/contract/library/patterns.ts'
import { openForReading } from '#library/db/open-for-reading.ts'
import { sql } from '#library/db/sql.ts'
import { openBenchLibrary } from './bench-library.ts'
import { addManyPatterns } from './many-patterns.ts'
import { type BenchRow, quantile, spreadOf } from './types.ts'

const PATTERNS = 100_000
const PASSES = 5
const PAGE = 60
const SORTS = ['newest', 'name', 'designer', 'last-used', 'size'] as const

/** Letter by letter, as core.ts types at 15,651. */
const TYPED = [
  'simple feather swirl',
  'christmas wreath',
  'anne bright',
  'edge to edge',
  'oakleaf',
  'utterfl',
  'copyright',
  'qqq',
]

const call = { signal: new AbortController().signal, progress() {} }

/** The core at the size of the largest libraries: every order, what a change costs, letters typed, and the counts to narrow by. */
export async function benchMany(): Promise<BenchRow[]> {
  const dir = mkdtempSync(join(tmpdir(), 'bobbin-bench-'))
  try {
    const { library, context } = await openBenchLibrary(dir)
    addManyPatterns(context, PATTERNS)
    await library.close()
    return await rowsOf(dir)
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** The figures of a library that is there already. */
export async function rowsOf(dir: string): Promise<BenchRow[]> {
  const { library, context } = await openBenchLibrary(dir)
  try {
    const rows = [await coldRow(library), ...(await orderRows(library)), ...(await changeRows(library))]
    rows.push(...(await letterRows(library)), ...(await facetRows(library, context.dir.database)))
    return rows
  } finally {
    await library.close()
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

async function passes(work: (pass: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let pass = 0; pass < PASSES; pass++) times.push(await timed(() => work(pass)))
  return times
}

type Ask = { query?: string; filter?: PatternFilter; sort?: (typeof SORTS)[number] | 'best'; offset?: number }

async function page(library: Library, { query = '', filter = {}, sort = 'newest', offset = 0 }: Ask) {
  return await library.handlers['patterns.list']({ query, filter, sort, offset, limit: PAGE }, call)
}

const row = (name: string, times: readonly number[], note?: string): BenchRow => ({
  name: `${name}, ${PATTERNS} patterns`,
  ours: { ...spreadOf(times), unit: 'ms' },
  ...(note === undefined ? {} : { note }),
})

async function coldRow(library: Library): Promise<BenchRow> {
  return row('first page after a start', [await timed(() => page(library, {}))], 'once; from an open library')
}

/** Pages differ, so that the cards are never those of the page before. */
async function orderRows(library: Library): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  for (const sort of SORTS) {
    await page(library, { sort })
    rows.push(row(`page by ${sort}`, await passes(pass => page(library, { sort, offset: pass * 997 })), 'to reach: 50'))
  }
  return rows
}

/** A heart more or less, and then the first page; then the same for one that goes to the trash. */
async function changeRows(library: Library): Promise<BenchRow[]> {
  const { ids } = await library.handlers['patterns.ids']({ query: '', filter: {}, sort: 'newest' }, call)
  const rows: BenchRow[] = []
  for (const sort of SORTS) {
    const times: number[] = []
    for (let pass = 0; pass < PASSES; pass++) {
      const id = ids[pass * 31 + SORTS.indexOf(sort)] ?? ''
      await library.handlers['patterns.edit']({ ids: [id], set: { favourite: pass % 2 === 0 } }, call)
      await library.handlers['trash.put']({ ids: [id] }, call)
      times.push(await timed(() => page(library, { sort })))
    }
    rows.push(row(`page by ${sort} after a change`, times, 'to reach: 100'))
  }
  return rows
}

async function letterRows(library: Library): Promise<BenchRow[]> {
  const letters = TYPED.flatMap(text => Array.from(text, (_, index) => text.slice(0, index + 1)))
  const times: number[][] = []
  for (let pass = 0; pass <= PASSES; pass++) {
    const one: number[] = []
    // Another filter each time, or the second pass would find its lists ready.
    const filter = { addedWithinDays: 1_000 + pass }
    for (const query of letters) one.push(await timed(() => page(library, { query, filter, sort: 'best' })))
    if (pass > 0) times.push(one)
  }
  return [0.5, 0.95, 1].map(share =>
    row(
      `keyword search a letter typed, p${share * 100}`,
      times.map(one => quantile(one, share)),
      `${letters.length} letters; to reach: p95 60`,
    ),
  )
}

async function facetRows(library: Library, database: string): Promise<BenchRow[]> {
  const { tags } = await library.handlers['tags.list']({}, call)
  const filters: PatternFilter[] = [
    {},
    { kinds: ['border'] },
    { tagIds: tags.slice(0, 1).map(({ id }) => id) },
    { kinds: ['border', 'block'], sizes: ['medium'], favourite: true },
    { lines: ['one'], formats: ['qli'], tagIds: tags.slice(3, 5).map(({ id }) => id) },
  ]
  const ask = async (filter: PatternFilter, query = '') =>
    await library.handlers['patterns.facets']({ query, filter, of: [...FACETS] }, call)
  await ask({})
  const all: number[] = []
  for (let pass = 0; pass < PASSES; pass++)
    for (const filter of filters) for (const query of ['', 'feather']) all.push(await timed(() => ask(filter, query)))
  const bare = openForReading(database)
  try {
    const inSql = await passes(async () => {
      bare.db.all(sql`select m.tag_id, count(*) from pattern p join pattern_tag m on m.pattern_id = p.id
        where p.trashed_at is null and m.trashed_at is null and p.kind = 'border' group by m.tag_id`)
    })
    const peer = { name: 'the tags of one such question in SQL', ...spreadOf(inSql) }
    return [0.5, 0.95].map(share => ({
      ...row(`all counts to narrow by, p${share * 100}`, [quantile(all, share)], 'to reach: p95 100'),
      peer,
    }))
  } finally {
    bare.close()
  }
}
