import { ALIGN_VERSION, type Verdict } from '#shared/shape/align.ts'
import type { Context } from '../context.ts'
import { putTwin } from '../db/tables/design-twin.ts'
import { comparableOutlines, linesOf, markChecked, originalsWithoutOutline, putOutline } from '../db/tables/outline.ts'
import { createPace } from '../import/pace.ts'
import type { CompareInput, OutlinesInput } from '../work/tasks/outlines.ts'
import { createCandidates } from './candidates.ts'

export type ScanContext = Pick<Context, 'db' | 'pool' | 'originals' | 'reader'>

/** Told after each batch. */
export type Progress = (done: number, total: number) => void

/** Designs in one batch: a thread is busy with it for a tenth of a second or so, and whoever else wants one waits no longer. */
const BATCH = 12
const OUTLINES_TOGETHER = 16

/**
 * Compares every design that has not been compared yet with those it may be a copy of, and keeps what is found. Each batch is kept in one
 * transaction with the mark that it was done: stopped anywhere, it goes on from there.
 */
export async function scanForTwins(context: ScanContext, signal: AbortSignal, progress: Progress): Promise<void> {
  await drawOutlines(context, signal)
  const { db, pool, reader } = context
  const candidates = createCandidates(comparableOutlines(db))
  const { rows } = candidates
  const unchecked = rows.flatMap((row, index) => (row.checked < ALIGN_VERSION ? [index] : []))
  let next = 0
  let done = 0
  const breathe = createPace(signal)

  async function lane(): Promise<void> {
    while (next < unchecked.length) {
      signal.throwIfAborted()
      const batch = unchecked.slice(next, next + BATCH)
      next += batch.length
      const seqs = batch.map(index => rows[index]!.seq)
      const near = await reader.ask('nearShapes', seqs, signal)
      const pairs: [string, string][] = []
      for (const [place, index] of batch.entries()) {
        await breathe()
        for (const other of candidates.of(index, near[place] ?? [])) pairs.push(inOrder(rows[index]!.hash, other))
      }
      const lines = linesOf(db, [...new Set(pairs.flat())])
      const input: CompareInput = { lines, pairs }
      const verdicts =
        pairs.length === 0 ? [] : await pool.run<(Verdict | null)[]>('compare-outlines', input, { signal })
      signal.throwIfAborted()
      keep(pairs, verdicts, batch)
      done += batch.length
      progress(done, unchecked.length)
    }
  }

  function keep(
    pairs: readonly [string, string][],
    verdicts: readonly (Verdict | null)[],
    batch: readonly number[],
  ): void {
    db.transaction(() => {
      for (const [place, [a, b]] of pairs.entries()) {
        const verdict = verdicts[place]
        if (verdict && verdict.kind !== 'different') putTwin(db, { a, b, verdict })
      }
      markChecked(
        db,
        batch.map(index => rows[index]!.hash),
        ALIGN_VERSION,
      )
    })
  }

  progress(0, unchecked.length)
  const ends = await Promise.allSettled(Array.from({ length: pool.threads }, lane))
  const failed = ends.find(end => end.status === 'rejected')
  if (failed) throw failed.reason
}

const inOrder = (one: string, other: string): [string, string] => (one < other ? [one, other] : [other, one])

/** Makes the lines of what was brought in before Bobbin compared designs. */
async function drawOutlines({ db, pool, originals }: ScanContext, signal: AbortSignal): Promise<void> {
  for (let after = ''; ; ) {
    const missing = originalsWithoutOutline(db, after, OUTLINES_TOGETHER)
    const last = missing.at(-1)
    if (last === undefined) return
    const input: OutlinesInput = { files: missing.map(({ hash, name }) => ({ path: originals.path(hash), name })) }
    const outlines = await pool.run<(Uint8Array | null)[]>('outlines', input, { signal })
    signal.throwIfAborted()
    db.transaction(() => missing.forEach(({ hash }, index) => putOutline(db, hash, outlines[index] ?? null)))
    after = last.hash
  }
}
