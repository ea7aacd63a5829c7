import type { Verdict } from '#shared/shape/align.ts'
import type { Context } from '#library/context.ts'
import { descriptionOf } from '#library/db/tables/descriptor.ts'
import { newDesigns, putTwinHere } from '#library/db/tables/import-twin.ts'
import { comparableOutlines, linesOf } from '#library/db/tables/outline.ts'
import { createCandidates } from '#library/duplicates/candidates.ts'
import type { CompareInput } from '#library/work/tasks/outlines.ts'

/** A heap of thousands is brought in first and looked through afterwards, on the page of what looks alike. */
const MOST = 300
const NEIGHBOURS = 20
const TOGETHER = 24

/**
 * Finds patterns-to-be whose design is in the library already as another file: in another format or size, turned or mirrored. Only what
 * is surely the same; it is told, and she chooses.
 */
export async function findTwinsHere(context: Context, importId: string, signal: AbortSignal): Promise<void> {
  const { db, pool, reader } = context
  const fresh = newDesigns(db, importId)
  if (fresh.length === 0 || fresh.length > MOST) return
  const here = comparableOutlines(db)
  if (here.length === 0) return
  const hashes = new Set(here.map(row => row.hash))
  const candidates = createCandidates([
    ...here,
    ...fresh.map(({ hash, measures }, index) => ({ hash, measures, seq: -1 - index, checked: 0 })),
  ])
  for (let from = 0; from < fresh.length; from += TOGETHER) {
    signal.throwIfAborted()
    const batch = fresh.slice(from, from + TOGETHER)
    const pairs: (readonly [string, string])[] = []
    for (const [index, { hash }] of batch.entries()) {
      const vector = descriptionOf(db, hash)?.vector
      const near = vector ? await reader.ask('neighbours', { of: { vector }, k: NEIGHBOURS }, signal) : []
      const others = candidates.of(
        here.length + from + index,
        near.map(({ seq }) => seq),
      )
      for (const other of others) if (other !== hash && hashes.has(other)) pairs.push([other, hash])
    }
    if (pairs.length === 0) continue
    const input: CompareInput = { lines: linesOf(db, [...new Set(pairs.flat())]), pairs }
    const verdicts = await pool.run<(Verdict | null)[]>('compare-outlines', input, { signal })
    db.transaction(() => {
      for (const { key, hash } of batch) {
        const found = pairs.flatMap(([other, own], index) => {
          const verdict = verdicts[index]
          return own === hash && verdict && SURE.has(verdict.kind) ? [{ hash: other, verdict }] : []
        })
        const best = found.toSorted((one, other) => other.verdict.coverage - one.verdict.coverage)[0]
        if (best) putTwinHere(db, importId, { key, ...best })
      }
    })
  }
}

const SURE = new Set<Verdict['kind']>(['same', 'mirrored', 'turned'])
