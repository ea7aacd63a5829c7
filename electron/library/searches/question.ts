import { z } from 'zod'
import type { Question, SavedSearch } from '#shared/contract/library/order.ts'
import { patternFilter, patternSort } from '#shared/contract/library/patterns.ts'
import { NO_DESIGNER } from '#shared/domain/pattern.ts'
import type { RowChange } from '../db/commit.ts'
import type { ReadDb } from '../db/handles.ts'
import { sql, sqlName } from '../db/sql.ts'

type Gone = SavedSearch['gone'][number]
type Asked = Gone['kind']

/** Where a filter names a record: by one id, or by a list of ids. */
const NAMED: Readonly<Record<string, Asked>> = {
  collectionId: 'collection',
  collectionIds: 'collection',
  tagIds: 'tag',
  designerIds: 'designer',
  machineIds: 'machine',
}

/**
 * A stored question as it can be asked today: without the records that are gone, and without what this Bobbin does not know, such as
 * a part of the filter that a newer one wrote down.
 */
export function openQuestion(db: ReadDb, stored: string): { question: Question; gone: Gone[] } {
  const { query, filter, sort } = STORED.parse(JSON.parse(stored))
  const gone: Gone[] = []
  const there = (kind: Asked) => (id: string) => {
    if (kind === 'designer' && id === NO_DESIGNER) return true
    const row = db.get<{ name: string; trashed_at: number | null }>(
      sql`select name, trashed_at from ${sqlName(kind)} where id = ${id}`,
    )
    if (row?.trashed_at === null) return true
    gone.push({ kind, name: row?.name ?? null })
    return false
  }
  const kept = Object.entries(filter).flatMap(([field, value]): [string, unknown][] => {
    const kind = NAMED[field]
    if (kind === undefined) return [[field, value]]
    if (typeof value === 'string') return there(kind)(value) ? [[field, value]] : []
    const left = idsIn(value).filter(there(kind))
    return left.length > 0 ? [[field, left]] : []
  })
  return { question: { query, filter: Object.fromEntries(kept.filter(isKnown)), sort }, gone }
}

const STORED = z.object({
  query: z.string().catch(''),
  filter: z.record(z.string(), z.unknown()).catch({}),
  sort: patternSort.catch('newest'),
})

function isKnown([field, value]: [string, unknown]): boolean {
  return patternFilter.safeParse({ [field]: value }).success
}

const idsIn = (value: unknown): string[] => (Array.isArray(value) ? value.filter(one => typeof one === 'string') : [])

/** What has to change so that kept searches which ask for one of `ids` ask for `into` instead. */
export function searchesAskingInstead(db: ReadDb, kind: Asked, ids: readonly string[], into: string): RowChange[] {
  const going = new Set(ids)
  const instead = (id: string) => (going.has(id) ? into : id)
  return db
    .all<{ id: string; question: string }>(sql`select id, question from saved_search where trashed_at is null`)
    .flatMap(({ id, question }): RowChange[] => {
      const stored = STORED.loose().parse(JSON.parse(question))
      const filter = Object.entries(stored.filter).map(([field, value]) => {
        if (NAMED[field] !== kind) return [field, value]
        return [field, typeof value === 'string' ? instead(value) : [...new Set(idsIn(value).map(instead))]]
      })
      const asked = JSON.stringify({ ...stored, filter: Object.fromEntries(filter) })
      return asked === question ? [] : [{ table: 'saved_search', id, set: { question: asked } }]
    })
}
