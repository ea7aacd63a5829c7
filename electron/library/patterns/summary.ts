import type { PatternsSummary } from '#shared/contract/library/inspector.ts'
import type { Kind } from '#shared/domain/pattern.ts'
import type { ReadDb } from '../db/handles.ts'
import { sql, sqlList } from '../db/sql.ts'
import {
  collectionsOnAll,
  facesOf,
  factsOfAll,
  formatsOfAll,
  type SummaryRow,
  tagsOnAll,
} from '../db/tables/summary.ts'

/** Pictures of several patterns that stand for all of them. */
const FACES = 4

/** Several patterns as one: what they share, what some of them have, and their sizes together. */
export function summaryOf(db: ReadDb, asked: readonly string[]): PatternsSummary {
  const ids = [...new Set(asked)]
  const list = sqlList(ids)
  const facts = factsOfAll(db, list)
  return {
    count: facts.count,
    trashed: facts.trashed,
    faces: facesOf(db, sqlList(ids.slice(0, FACES))),
    name: shared(facts.count > 0 && facts.firstName === facts.lastName, facts.firstName ?? ''),
    designer: designerOf(db, facts),
    kind: shared(facts.firstKind === facts.lastKind, facts.firstKind ?? ('other' satisfies Kind)),
    favourite: shared(facts.favourites === 0 || facts.favourites === facts.count, facts.favourites > 0),
    notes: shared(facts.firstNotes === facts.lastNotes, facts.firstNotes ?? ''),
    tags: tagsOnAll(db, list),
    collections: collectionsOnAll(db, list),
    formats: formatsOfAll(db, list),
    size: sizeOf(facts),
    stitchedMm: facts.stitchedMm ?? 0,
    states: {
      readable: facts.count - facts.locked - facts.unreadable,
      locked: facts.locked,
      unreadable: facts.unreadable,
    },
  }
}

function shared<T>(same: boolean, value: T): { same: true; value: T } | { same: false } {
  return same ? { same, value } : { same: false }
}

function designerOf(db: ReadDb, facts: SummaryRow): PatternsSummary['designer'] {
  if (facts.designed === 0) return shared(true, null)
  if (facts.designed < facts.count || facts.firstDesigner !== facts.lastDesigner) return shared(false, null)
  const [name] = db.values<string>(sql`select name from designer where id = ${facts.firstDesigner}`)
  return shared(true, name ?? null)
}

function sizeOf(row: SummaryRow): PatternsSummary['size'] {
  const { minWidthMm, maxWidthMm, minHeightMm, maxHeightMm, sized } = row
  if (minWidthMm === null || maxWidthMm === null || minHeightMm === null || maxHeightMm === null) return null
  return {
    widthMm: { from: minWidthMm, to: maxWidthMm },
    heightMm: { from: minHeightMm, to: maxHeightMm },
    patterns: sized,
  }
}
