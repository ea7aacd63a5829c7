import type { DoubleOverlay } from '#shared/contract/library/doubles.ts'
import { DIFFERENT, type Verdict } from '#shared/shape/align.ts'
import { decodeOutline, type Outline, OUTLINE_REACH } from '#shared/shape/outline.ts'
import { sameDesign } from '#shared/shape/align.ts'
import type { ReadDb } from '../db/handles.ts'
import { linesOf } from '../db/tables/outline.ts'
import { mainHashes } from '../db/tables/pattern-pair.ts'

/** Both lines in the frame of the second, in thousandths of its half side; null where one has no line. */
export function overlayOf(db: ReadDb, first: string, second: string): DoubleOverlay | null {
  const [a, b] = mainHashes(db, [first, second])
  if (!a || !b) return null
  const lines = linesOf(db, [a, b])
  const [one, other] = [a, b].map(hash => decodeOutline(lines.get(hash) ?? new Uint8Array(0)))
  if (!one || !other) return null
  const verdict: Verdict = a === b ? DIFFERENT : sameDesign(one, other)
  return { first: laid(one, verdict.matrix), second: laid(other, DIFFERENT.matrix) }
}

const THOUSANDTH = 1_000 / OUTLINE_REACH

function laid({ runs }: Outline, [a, b, c, d, e, f]: Verdict['matrix']): Float64Array<ArrayBuffer>[] {
  return runs.map(run => {
    const line = new Float64Array(run.length)
    for (let at = 0; at < run.length; at += 2) {
      line[at] = (a * run[at]! + c * run[at + 1]! + e) * THOUSANDTH
      line[at + 1] = (b * run[at]! + d * run[at + 1]! + f) * THOUSANDTH
    }
    return line
  })
}
