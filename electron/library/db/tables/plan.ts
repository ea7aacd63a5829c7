import type { ReadDb } from '../handles.ts'
import { sql } from '../sql.ts'

export interface PlanRow {
  readonly id: string
  readonly name: string
  /** JSON, as it was kept. */
  readonly plan: string
}

/** The plan of a pattern that was changed last. */
export function lastPlanOf(db: ReadDb, patternId: string): PlanRow | undefined {
  return db.get<PlanRow>(sql`select id, name, plan from plan where pattern_id = ${patternId} and trashed_at is null
    order by changed_at desc, id desc limit 1`)
}

/** Whose plan it is, also when it lies in the trash; undefined: there is none of this id. */
export function patternOfPlan(db: ReadDb, id: string): string | undefined {
  return db.get<{ patternId: string }>(sql`select pattern_id as patternId from plan where id = ${id}`)?.patternId
}

export interface PlannedPattern {
  readonly name: string
  readonly designerId: string | null
  /** The version she chose for her machines, else the file whose stitching is shown; null: none. */
  readonly hash: string | null
  /** What that file is called. */
  readonly fileName: string
}

export function plannedPattern(db: ReadDb, id: string): PlannedPattern | undefined {
  return db.get<PlannedPattern>(sql`select p.name, p.designer_id as designerId, coalesce(v.hash, p.main_hash) as hash,
      coalesce(v.name, (select f.name from file f where f.pattern_id = p.id and f.hash = p.main_hash limit 1), '') as fileName
    from pattern p left join file v on v.id = p.version_id and v.trashed_at is null where p.id = ${id}`)
}

export interface DocumentRow {
  readonly hash: string
  readonly name: string
  readonly role: string
  readonly format: string
  readonly bytes: number
}

/** Texts and sheets that came with a pattern. */
export function documentsOf(db: ReadDb, patternId: string): DocumentRow[] {
  return db.all<DocumentRow>(sql`select hash, name, role, format, bytes from file
    where pattern_id = ${patternId} and role = 'document' and trashed_at is null order by name, id`)
}
