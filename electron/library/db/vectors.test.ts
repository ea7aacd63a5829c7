import Database from 'better-sqlite3'
import { load } from 'sqlite-vec'
import { expect, test } from 'vitest'

test('the vector extension of this platform loads into our SQLite and finds the nearest row', () => {
  const raw = new Database(':memory:')
  load(raw)
  raw.exec('create virtual table shape using vec0 (vector float[2])')
  const insert = raw.prepare('insert into shape (rowid, vector) values (?, ?)')
  for (const [id, x, y] of [
    [1n, 0, 0],
    [2n, 3, 4],
    [3n, 9, 9],
  ] as const)
    insert.run(id, new Float32Array([x, y]))
  const nearest = raw.prepare('select rowid as id, distance from shape where vector match ? and k = 1')
  expect(nearest.get(new Float32Array([3, 3]))).toEqual({ id: 2, distance: 1 })
  raw.close()
})
