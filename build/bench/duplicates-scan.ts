/** Looking through a whole library for patterns of one design, as the program does it behind everything else. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openForReading } from '#library/db/open-for-reading.ts'
import { sql } from '#library/db/sql.ts'
import { countUnchecked } from '#library/db/tables/outline.ts'
import { outlineBytes } from '#library/duplicates/outline-bytes.ts'
import { ALIGN_VERSION } from '#shared/shape/align.ts'
import { describe } from '#shared/shape/describe.ts'
import { openBenchLibrary } from './bench-library.ts'
import { diceOf } from './dice.ts'
import { CHANGES } from './duplicates/changes.ts'
import { fillLibrary, type Look } from './search/fill.ts'
import { searchLibrary, TUNING_SEED } from './search/library.ts'
import { designOf, heldOutDesigns } from './shape/designs.ts'
import { HELD_OUT_FAMILIES } from './shape/families/all.ts'
import { type BenchOptions, type BenchRow, spreadOf } from './types.ts'

const USUAL = 15_651
/** One pattern in so many is a copy of another, made in one of the ways of changes.ts. */
const COPY_EVERY = 20
const LOOK_EVERY_MS = 20

export async function benchDuplicatesScan({ patterns = USUAL }: BenchOptions): Promise<BenchRow[]> {
  const dir = mkdtempSync(join(tmpdir(), 'bobbin-bench-'))
  try {
    const { looks, copies } = drawn(patterns)
    const { library, context } = await openBenchLibrary(dir)
    fillLibrary(context, searchLibrary(looks.length, TUNING_SEED), looks)
    await library.close()
    const { seconds, twins } = await scanned(dir)
    return [
      {
        name: `looking through ${looks.length} patterns for the same design`,
        ours: { ...spreadOf([seconds]), unit: 's' },
        note: `the core's own job with its threads, lines and descriptions there; ${twins} pairs kept, ${copies} copies were among them; once; to reach: 30`,
      },
    ]
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

function drawn(count: number): { looks: Look[]; copies: number } {
  const dice = diceOf(TUNING_SEED)
  const changes = CHANGES.filter(({ expected }) => expected === 'same')
  const designs = heldOutDesigns(Math.ceil(count / HELD_OUT_FAMILIES.length), TUNING_SEED)
    .slice(0, count)
    .map(({ lines }) => designOf(lines))
  let copies = 0
  for (let at = COPY_EVERY; at < designs.length; at += COPY_EVERY) {
    const copy = dice.pick(changes).copy(designs[at - 1]!, dice)
    if (!copy) continue
    designs[at] = copy
    copies++
  }
  const looks = designs.flatMap(design => {
    const description = describe(design)
    return description ? [{ vector: description.vector, outline: outlineBytes(design) }] : []
  })
  return { looks, copies }
}

/** Opens the library and waits for it: from the first pattern looked at to the last. */
async function scanned(dir: string): Promise<{ seconds: number; twins: number }> {
  const { library, context } = await openBenchLibrary(dir)
  const { db, close } = openForReading(context.dir.database)
  try {
    const all = countUnchecked(db, ALIGN_VERSION)
    let begun: number | null = null
    for (;;) {
      const left = countUnchecked(db, ALIGN_VERSION)
      if (left < all) begun ??= performance.now()
      if (left === 0) break
      await new Promise(resolve => setTimeout(resolve, begun === null ? LOOK_EVERY_MS : LOOK_EVERY_MS * 10))
    }
    const twins = db.values<number>(sql`select count(*) from design_twin`)[0] ?? 0
    return { seconds: (performance.now() - (begun ?? 0)) / 1000, twins }
  } finally {
    close()
    await library.close()
  }
}
