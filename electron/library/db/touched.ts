import type { AppliedChange } from './commit.ts'
import type { ReadDb } from './handles.ts'
import { sql } from './sql.ts'

/** What a set of changes reaches. */
export interface Touched {
  /** Whose card, detail or list may look different. */
  readonly patterns: ReadonlySet<string>
  /** Whose search words may be different. */
  readonly reworded: ReadonlySet<string>
  readonly tags: boolean
  readonly collections: boolean
  readonly searches: boolean
  readonly machines: boolean
  /** What she said of patterns that look alike. */
  readonly doubles: boolean
  /** The pattern in whose history the change is told. */
  owner(change: AppliedChange): string | null
}

const COLLECTION_TABLES = new Set<string>(['collection_group', 'collection', 'collection_pattern'])
const WORDED = new Set(['name', 'notes', 'kind', 'designer_id'])

export function patternsTouchedBy(db: ReadDb, changes: readonly AppliedChange[]): Touched {
  const patterns = new Set<string>()
  const reworded = new Set<string>()
  const owners = new Map<AppliedChange, string>()
  let tags = false
  let collections = false
  let searches = false
  let machines = false
  let doubles = false
  for (const change of changes) {
    const own = ownerOf(db, change)
    if (own !== null) {
      owners.set(change, own)
      patterns.add(own)
      if (rewords(change)) reworded.add(own)
    }
    for (const wearer of wearersOf(db, change)) {
      patterns.add(wearer)
      reworded.add(wearer)
    }
    tags ||= change.table === 'tag' || change.table === 'tag_group' || change.table === 'pattern_tag'
    collections ||= COLLECTION_TABLES.has(change.table)
    searches ||= change.table === 'saved_search'
    machines ||= change.table === 'machine' || change.table === 'machine_mark'
    doubles ||= change.table === 'design_pair'
  }
  return {
    patterns,
    reworded,
    tags,
    collections,
    searches,
    machines,
    doubles,
    owner: change => owners.get(change) ?? null,
  }
}

function ownerOf(db: ReadDb, change: AppliedChange): string | null {
  switch (change.table) {
    case 'pattern':
      return change.id
    case 'file':
      return (
        ownerIn(change) ?? db.get<Owner>(sql`select pattern_id from file where id = ${change.id}`)?.pattern_id ?? null
      )
    case 'plan':
      return (
        ownerIn(change) ?? db.get<Owner>(sql`select pattern_id from plan where id = ${change.id}`)?.pattern_id ?? null
      )
    case 'tidy_answer':
      return (
        ownerIn(change) ??
        db.get<Owner>(sql`select pattern_id from tidy_answer where id = ${change.id}`)?.pattern_id ??
        null
      )
    case 'pattern_tag':
      return (
        ownerIn(change) ??
        db.get<Owner>(sql`select pattern_id from pattern_tag where id = ${change.id}`)?.pattern_id ??
        null
      )
    case 'collection_pattern':
      return (
        ownerIn(change) ??
        db.get<Owner>(sql`select pattern_id from collection_pattern where id = ${change.id}`)?.pattern_id ??
        null
      )
    case 'machine_mark':
      return (
        ownerIn(change) ??
        db.get<Owner>(sql`select pattern_id from machine_mark where id = ${change.id}`)?.pattern_id ??
        null
      )
    default:
      return null
  }
}

interface Owner {
  pattern_id: string
}

function ownerIn(change: AppliedChange): string | undefined {
  const value = change.after.pattern_id
  return typeof value === 'string' ? value : undefined
}

function rewords(change: AppliedChange): boolean {
  if (change.table === 'pattern') return change.before === null || Object.keys(change.after).some(f => WORDED.has(f))
  return change.table === 'file' || change.table === 'pattern_tag'
}

/** Patterns that show a designer's or tag's name, when it is another name now. */
function wearersOf(db: ReadDb, { table, id, after }: AppliedChange): string[] {
  if (!('name' in after || 'trashed_at' in after)) return []
  if (table === 'designer') return db.values<string>(sql`select id from pattern where designer_id = ${id}`)
  if (table === 'tag')
    return db.values<string>(sql`select pattern_id from pattern_tag where tag_id = ${id} and trashed_at is null`)
  return []
}
