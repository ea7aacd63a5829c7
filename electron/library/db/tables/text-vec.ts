import type { ReadDb, WriteDb } from '../handles.ts'
import { sql } from '../sql.ts'

export interface ModelRow {
  readonly id: string
  readonly name: string
  readonly dims: number
  readonly licence: string
}

/** Remembers this model, and lets go of what any other one made: its vectors mean nothing beside these. */
export function takeModel(db: WriteDb, { id, name, dims, licence }: ModelRow): void {
  db.transaction(() => {
    db.run(sql`delete from text_vec where model_id <> ${id}`)
    db.run(sql`delete from embed_model where id <> ${id}`)
    db.run(sql`insert into embed_model (id, name, dims, licence) values (${id}, ${name}, ${dims}, ${licence})
      on conflict (id) do nothing`)
  })
}

export function forgetModels(db: WriteDb): void {
  db.transaction(() => {
    db.run(sql`delete from text_vec`)
    db.run(sql`delete from embed_model`)
  })
}

/** In the place of what this model made of the pattern before. */
export function putVector(
  db: WriteDb,
  row: { patternId: string; modelId: string; source: string; v: Uint8Array },
): void {
  db.run(sql`insert or replace into text_vec (pattern_id, model_id, source, v)
    values (${row.patternId}, ${row.modelId}, ${row.source}, ${row.v})`)
}

export interface VectorRow {
  readonly id: number
  readonly seq: number
  readonly v: Uint8Array
}

/** Vectors made after the one with this number, in their order. Patterns that are gone for good have none. */
export function vectorsAfter(db: ReadDb, modelId: string, after: number, limit: number): VectorRow[] {
  return db.all<VectorRow>(sql`select v.id, p.seq, v.v from text_vec v join pattern p on p.id = v.pattern_id
    where v.model_id = ${modelId} and v.id > ${after} order by v.id limit ${limit}`)
}

export interface Describable {
  readonly seq: number
  readonly id: string
  /** The vector it has was made from this; null: it has none. */
  readonly madeFrom: string | null
  readonly mainHash: string | null
  readonly words: string | null
}

/** Patterns from this row number on, with what a vector is made from. */
export function describableAfter(db: ReadDb, modelId: string, afterSeq: number, limit: number): Describable[] {
  return db.all<Describable>(sql`select p.seq, p.id, v.source as madeFrom, p.main_hash as mainHash,
      p.name || '. ' || d.tags || '. ' || d.kind || '. ' || d.files || '. ' || substr(d.notes, 1, 300) as words
    from pattern p left join pattern_doc d on d.seq = p.seq
      left join text_vec v on v.pattern_id = p.id and v.model_id = ${modelId}
    where p.seq > ${afterSeq} and p.trashed_at is null order by p.seq limit ${limit}`)
}

/** Of these patterns, how many have a vector of the model. */
export function countVectors(db: ReadDb, modelId: string): number {
  return db.values<number>(sql`select count(*) from text_vec where model_id = ${modelId}`)[0] ?? 0
}

export function countDescribable(db: ReadDb): number {
  return db.values<number>(sql`select count(*) from pattern where trashed_at is null`)[0] ?? 0
}
