import type { WriteDb } from '../db/handles.ts'
import { openForVectors } from '../db/open-vectors.ts'
import { type Sql, sql } from '../db/sql.ts'
import { bytesOf, DIMS, PART, signedOf } from '#shared/shape/dims.ts'
import type { Neighbour, VectorIndex, WeightedVector } from './vector-index.ts'

interface Row {
  readonly motif: Uint8Array
  readonly whole: Uint8Array
  readonly upright: Uint8Array
}

const EVERY = sql`1`
const PASSING = sql`passes(seq)`

/**
 * The same with sqlite-vec, in a database in memory: what stands in when WebAssembly does not run, and what the scan is measured against.
 * Twenty times as slow, and as exact (NOTES.md says why).
 */
export class SqliteIndex implements VectorIndex {
  readonly #db: WriteDb
  readonly #close: () => void
  #through: (seq: number) => boolean = () => true

  /** @throws Error where there is no sqlite-vec for this kind of computer */
  constructor() {
    const { db, close } = openForVectors(seq => this.#through(seq))
    this.#db = db
    this.#close = close
    // Each part with its dot product with itself.
    db.run(sql`create table vector (seq integer primary key, motif blob not null, whole blob not null, upright blob not null,
      motif_square integer not null, whole_square integer not null, upright_square integer not null) strict`)
  }

  get size(): number {
    return this.#db.values<number>(sql`select count(*) from vector`)[0] ?? 0
  }

  set(seq: number, vector: Int8Array): void {
    const [motif, whole, upright] = partsOf(vector)
    this.#db.run(sql`insert or replace into vector values (${seq}, ${bytesOf(motif)}, ${bytesOf(whole)}, ${bytesOf(upright)},
      ${square(motif)}, ${square(whole)}, ${square(upright)})`)
  }

  delete(seq: number): void {
    this.#db.run(sql`delete from vector where seq = ${seq}`)
  }

  clear(): void {
    this.#db.run(sql`delete from vector`)
  }

  has(seq: number): boolean {
    return this.#db.get(sql`select 1 from vector where seq = ${seq}`) !== undefined
  }

  vectorOf(seq: number): Int8Array | null {
    const row = this.#db.get<Row>(sql`select motif, whole, upright from vector where seq = ${seq}`)
    if (!row) return null
    const vector = new Int8Array(DIMS)
    const parts = [row.motif, row.whole, row.upright]
    parts.forEach((part, index) => vector.set(signedOf(part), index * PART))
    return vector
  }

  nearest(query: WeightedVector, most: number, through?: (seq: number) => boolean): Neighbour[] {
    const limit = Math.max(0, Math.floor(most))
    const [motif, whole, upright] = partsOf(query.vector)
    if (through) this.#through = through
    return this.#db.all<Neighbour>(sql`select seq, ${query.motif} * ${dot(sql`motif`, sql`motif_square`, motif)}
      + ${query.whole} * ${dot(sql`whole`, sql`whole_square`, whole)}
      + ${query.upright} * ${dot(sql`upright`, sql`upright_square`, upright)} as score
      from vector where ${through ? PASSING : EVERY} order by score desc, seq limit ${limit}`)
  }

  scorer(query: WeightedVector): (seq: number) => number | null {
    const [motif, whole, upright] = partsOf(query.vector)
    return seq => {
      const row = this.vectorOf(seq)
      if (!row) return null
      const dotOf = (part: Int8Array, from: number) =>
        part.reduce((sum, value, at) => sum + value * (row[from + at] ?? 0), 0)
      return query.motif * dotOf(motif, 0) + query.whole * dotOf(whole, PART) + query.upright * dotOf(upright, 2 * PART)
    }
  }

  close(): void {
    this.#close()
  }
}

/** a.b from |a - b|: the square of the distance sqlite-vec tells is within half of the whole number it came from. */
function dot(column: Sql, squareColumn: Sql, part: Int8Array): Sql {
  return sql`((${squareColumn} + ${square(part)}
    - cast(round(pow(vec_distance_L2(vec_int8(${column}), vec_int8(${bytesOf(part)})), 2)) as integer)) / 2)`
}

function partsOf(vector: Int8Array): [Int8Array, Int8Array, Int8Array] {
  if (vector.length !== DIMS) throw new Error(`a vector has ${DIMS} numbers, this one ${vector.length}`)
  return [vector.slice(0, PART), vector.slice(PART, 2 * PART), vector.slice(2 * PART)]
}

function square(part: Int8Array): number {
  return part.reduce((sum, value) => sum + value * value, 0)
}
