import type { Fields, FieldValue } from '../db/synced.ts'
import type { PatternChangeRow } from '../db/tables/command.ts'

/** What of a pattern is the quilter's own to write: what is measured in its files is not, and the trash has a way back of its own. */
export const OWN_FIELDS = ['name', 'designer_id', 'kind', 'notes', 'favourite'] as const
export type OwnField = (typeof OWN_FIELDS)[number]

export interface AsItWas {
  /** When that was. */
  readonly at: number
  /** The value of an own field; undefined where the journal knows of no change: it was always as it is. */
  field(field: OwnField): FieldValue | undefined
  /** Whether a membership (a tag on the pattern, the pattern in a collection) was there; undefined as above. */
  member(rowId: string): boolean | undefined
}

/**
 * A pattern right after one entry of its history, told from its journal (oldest first). The last change up to there counts, but for those
 * that had been undone by then; where there is none, what the first change ever found. Null when the journal knows no such entry.
 */
export function asItWas(journal: readonly PatternChangeRow[], entryId: number): AsItWas | null {
  const entry = journal.findLast(change => change.commandId === entryId)
  if (!entry) return null
  const wasDone = (change: PatternChangeRow) =>
    change.id <= entry.id &&
    (change.commandId === entryId || change.undoneAt === null || change.undoneAt > entry.madeAt)

  const fields = Map.groupBy(
    journal
      .filter(change => change.table === 'pattern')
      .flatMap(change => Object.entries(stepsOf(change)).map(([field, step]) => ({ field, change, step }))),
    ({ field }) => field,
  )
  const members = Map.groupBy(
    journal.filter(change => change.table === 'pattern_tag' || change.table === 'collection_pattern'),
    change => change.rowId,
  )
  return {
    at: entry.madeAt,
    field(field) {
      const steps = fields.get(field) ?? []
      const last = steps.findLast(({ change, step }) => wasDone(change) && step.after !== undefined)
      if (last) return last.step.after
      return steps.find(({ step }) => step.before !== undefined)?.step.before
    },
    member(rowId) {
      const changes = members.get(rowId)
      if (!changes) return undefined
      const last = changes.findLast(wasDone)
      return last ? isThere(last.after) : changes[0]!.before !== null && isThere(changes[0]!.before)
    },
  }
}

/** Of a record that was made the journal keeps its name alone: nothing says that it was away. */
function isThere(side: string): boolean {
  return ((JSON.parse(side) as Fields).trashed_at ?? null) === null
}

interface Step {
  readonly before: FieldValue | undefined
  readonly after: FieldValue | undefined
}

function stepsOf(change: PatternChangeRow): Record<string, Step> {
  const before = change.before === null ? {} : (JSON.parse(change.before) as Fields)
  const after = JSON.parse(change.after) as Fields
  return Object.fromEntries(Object.keys(after).map(field => [field, { before: before[field], after: after[field] }]))
}
