import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openForReading } from '#library/db/open-for-reading.ts'
import { sql } from '#library/db/sql.ts'
import type { Library } from '#library/library.ts'
import { openBenchLibrary } from './bench-library.ts'
import { addManyPatterns } from './many-patterns.ts'
import { type BenchRow, quantile, spreadOf } from './types.ts'

const PATTERNS = 15_651
const STARTS = 7
const PASSES = 5
const PAGE = 60

/** Typed letter by letter: names, tags, designers, kinds, parts of words, notes, and what nothing has. */
const TYPED = [
  'simple feather swirl',
  'christmas wreath',
  'butterfly border',
  'anne bright',
  'edge to edge',
  'dancing maple 12',
  'oakleaf',
  'utterfl',
  'urban elementz snow',
  'show quilt',
  'copyright',
  'tiny holly spiral block',
  'windswept zebra',
  'qqq',
]

/** The core at the size of a big library: how soon the first pictures are there, and how soon each letter typed is answered. */
export async function benchCore(): Promise<BenchRow[]> {
  const dir = mkdtempSync(join(tmpdir(), 'bobbin-bench-'))
  try {
    const { library, context } = await openBenchLibrary(dir)
    addManyPatterns(context, PATTERNS)
    await library.close()
    return [...startRows(dir), ...(await searchRows(dir))]
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

function startRows(dir: string): BenchRow[] {
  const script = fileURLToPath(new URL('core-start.ts', import.meta.url))
  const runs = Array.from({ length: STARTS }, () => {
    const answer = JSON.parse(execFileSync(process.execPath, [script, dir], { encoding: 'utf8' })) as Start
    if (answer.cards !== PAGE || answer.pictures !== PAGE) throw new Error('the first page of pictures was not whole')
    return answer
  })
  return [
    {
      name: `start of the core to the first ${PAGE} pictures, ${PATTERNS} patterns`,
      ours: { ...spreadOf(runs.map(run => run.openMs)), unit: 'ms' },
      note: 'from createLibrary() to the sketches in hand, in a fresh process; to reach: 500',
    },
    {
      name: 'the same with loading and stripping the sources',
      ours: { ...spreadOf(runs.map(run => run.withLoadingMs)), unit: 'ms' },
    },
  ]
}

interface Start {
  readonly openMs: number
  readonly withLoadingMs: number
  readonly cards: number
  readonly pictures: number
}

async function searchRows(dir: string): Promise<BenchRow[]> {
  const { library, context } = await openBenchLibrary(dir)
  const bare = openForReading(context.dir.database)
  try {
    const keystrokes = TYPED.flatMap(text => Array.from(text, (_, index) => text.slice(0, index + 1)))
    await passOver(keystrokes, library, bare.db)
    const passes: Pass[] = []
    for (let pass = 0; pass < PASSES; pass++) passes.push(await passOver(keystrokes, library, bare.db))
    return [0.5, 0.95].map(share => ({
      name: `keyword search a letter typed, p${share * 100}, ${PATTERNS} patterns`,
      ours: { ...spreadOf(passes.map(pass => quantile(pass.ours, share))), unit: 'ms' },
      peer: { name: 'bare FTS5 prefix, first 60 ids', ...spreadOf(passes.map(pass => quantile(pass.bare, share))) },
      note: `ours: the whole call, to ${PAGE} cards and the total; ${keystrokes.length} letters, ${PASSES} passes; to reach: p95 10`,
    }))
  } finally {
    bare.close()
    await library.close()
  }
}

/** Milliseconds, one a letter. */
interface Pass {
  readonly ours: readonly number[]
  readonly bare: readonly number[]
}

/** Ours and the peer in turn for each letter, so that both meet the same moments of the machine. */
async function passOver(
  keystrokes: readonly string[],
  library: Library,
  db: ReturnType<typeof openForReading>['db'],
): Promise<Pass> {
  const call = { signal: new AbortController().signal, progress() {} }
  const ours: number[] = []
  const bare: number[] = []
  for (const query of keystrokes) {
    const begun = performance.now()
    await library.handlers['patterns.list']({ query, filter: {}, sort: 'best', offset: 0, limit: PAGE }, call)
    const between = performance.now()
    const match = query
      .trim()
      .split(/\s+/)
      .map(word => `"${word}"`)
      .join(' ')
    db.values<number>(
      sql`select rowid from pattern_words where pattern_words match ${`${match}*`} order by rank limit ${PAGE}`,
    )
    ours.push(between - begun)
    bare.push(performance.now() - between)
  }
  return { ours, bare }
}
