import { compare, type Prepared, prepare } from '#shared/shape/align.ts'
import { measuresApart } from '#shared/shape/align/measures.ts'
import { decodeOutline } from '#shared/shape/outline.ts'
import type { ReadDb } from '#library/db/handles.ts'
import { linesOf } from '#library/db/tables/outline.ts'

/** Whether two kept files hold one line, as large and the same way round in both; null where one has none to compare. */
export type SameLine = (one: string, other: string) => boolean | null

/** Copies of one purchase differ by thousandths in what is measured first: nothing further apart is worth laying upon each other. */
const NEAR = 0.07
const SAME_SIZE = 0.01
/** Lines made ready: those of a small place. */
const KEPT = 400

/** Compares the lines of files that are kept, each made ready once. */
export function createSameLine(db: ReadDb): SameLine {
  const ready = new Map<string, Prepared | null>()

  function lineOf(hash: string): Prepared | null {
    const known = ready.get(hash)
    if (known !== undefined) return known
    const bytes = linesOf(db, [hash]).get(hash)
    const outline = bytes && decodeOutline(bytes)
    const made = outline ? prepare(outline) : null
    if (ready.size >= KEPT) ready.clear()
    ready.set(hash, made)
    return made
  }

  return (one, other) => {
    const [a, b] = [lineOf(one), lineOf(other)]
    if (a === null || b === null) return null
    if (measuresApart(a.measures, b.measures) > NEAR) return false
    const { kind, ends, scale } = compare(a, b)
    return kind === 'same' && !ends && Math.abs(Math.log(scale)) <= SAME_SIZE
  }
}
