import Database from 'better-sqlite3'
import { load } from 'sqlite-vec'
import usearch from 'usearch'
import { WasmIndex } from '#library/vectors/wasm-index.ts'
import { weighted } from '#library/vectors/vector-index.ts'
import { weightsOf } from '#shared/shape/weights.ts'
import { inBytes, stretched } from './vectors.ts'

/** Finds the patterns most alike; asked with a vector of the library. */
export interface VectorEngine {
  readonly name: string
  readonly buildMs: number
  nearest(query: Int8Array, count: number): readonly number[]
  close(): void
}

export function ourEngine(vectors: readonly Int8Array[]): VectorEngine {
  const begun = performance.now()
  const index = new WasmIndex()
  for (const [seq, vector] of vectors.entries()) index.set(seq, vector)
  const weights = weightsOf(0.5)
  return {
    name: `Bobbin (${index.kernel})`,
    buildMs: performance.now() - begun,
    nearest: (query, count) => index.nearest(weighted(query, weights), count).map(({ seq }) => seq),
    close: () => index.close(),
  }
}

/** sqlite-vec's own table, in memory so that no disk is in its way. */
export function sqliteVecEngine(vectors: readonly Int8Array[], type: 'float' | 'int8'): VectorEngine {
  const db = new Database(':memory:')
  load(db)
  db.exec(`create virtual table v using vec0(vector ${type}[192])`)
  const all = vectors.map(stretched)
  const greatest = all.reduce((most, vector) => vector.reduce((of, value) => Math.max(of, Math.abs(value)), most), 0)
  const bytesOf = (vector: Float32Array) => {
    const numbers = type === 'float' ? vector : inBytes(vector, greatest)
    return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength)
  }
  const value = type === 'float' ? '?' : 'vec_int8(?)'
  const begun = performance.now()
  const insert = db.prepare(`insert into v (rowid, vector) values (?, ${value})`)
  db.transaction(() => {
    for (const [seq, vector] of all.entries()) insert.run(BigInt(seq + 1), bytesOf(vector))
  })()
  const buildMs = performance.now() - begun
  const find = db.prepare(`select rowid - 1 from v where vector match ${value} and k = ? order by distance`).pluck()
  return {
    name: `sqlite-vec ${type === 'float' ? 'float32' : 'int8'}`,
    buildMs,
    nearest: (query, count) => find.all(bytesOf(stretched(query)), count) as number[],
    close: () => void db.close(),
  }
}

export function usearchEngine(vectors: readonly Int8Array[]): VectorEngine {
  const index = new usearch.Index({
    dimensions: 192,
    metric: usearch.MetricKind.IP,
    quantization: usearch.ScalarKind.F32,
    connectivity: 16,
    expansion_add: 128,
    expansion_search: 128,
    multi: false,
  })
  const begun = performance.now()
  for (const [seq, vector] of vectors.entries()) index.add(BigInt(seq), stretched(vector))
  return {
    name: 'usearch HNSW',
    buildMs: performance.now() - begun,
    nearest: (query, count) => Array.from(index.search(stretched(query), count, 1).keys, Number),
    close: () => {},
  }
}

/** Every pattern, by the whole numbers that the answer is defined by: what recall is held against. */
export function bruteForce(vectors: readonly Int8Array[], query: Int8Array, count: number): number[] {
  const { vector, motif, whole, upright } = weighted(query, weightsOf(0.5))
  const weights = [motif, whole, upright]
  return vectors
    .map((other, seq) => {
      let score = 0
      for (let at = 0; at < 192; at++) score += weights[at >> 6]! * vector[at]! * other[at]!
      return { seq, score }
    })
    .sort((a, b) => b.score - a.score || a.seq - b.seq)
    .slice(0, count)
    .map(({ seq }) => seq)
}
