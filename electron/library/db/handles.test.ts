import { expect, test } from 'vitest'
import { tempDatabase } from '../testing/temp-database.ts'
import { readSetting, writeSetting } from './tables/setting.ts'
import { joinSql, sql, sqlList, sqlName } from './sql.ts'

test('a value never becomes part of the statement', async () => {
  const { db } = await tempDatabase()
  const name = `x'); drop table setting; --`
  writeSetting(db, 'note', name)
  expect(readSetting(db, 'note')).toBe(name)
})

test('fragments are put together with their values in order', () => {
  const both = joinSql([sql`a = ${1}`, sql`b in ${sqlList(['x', 'y'])}`], ' and ')
  expect(sql`select * from t where ${both} limit ${5}`).toEqual({
    text: 'select * from t where a = ? and b in (select value from json_each(?)) limit ?',
    params: [1, '["x","y"]', 5],
  })
  expect(() => sqlName('name; drop table')).toThrow('no column')
})

test('what fails inside another piece of work takes back only itself', async () => {
  const { db } = await tempDatabase()
  const told: string[] = []
  db.transaction(() => {
    writeSetting(db, 'outer', 1)
    db.afterCommit(() => told.push('outer'))
    expect(() =>
      db.transaction(() => {
        writeSetting(db, 'inner', 1)
        db.afterCommit(() => told.push('inner'))
        throw new Error('no')
      }),
    ).toThrow('no')
    expect(told).toEqual([])
  })
  expect([readSetting(db, 'outer'), readSetting(db, 'inner')]).toEqual([1, undefined])
  expect(told).toEqual(['outer'])
})

test('what fails at the end leaves nothing behind and tells nobody', async () => {
  const { db } = await tempDatabase()
  const told: string[] = []
  expect(() =>
    db.transaction(() => {
      writeSetting(db, 'a', 1)
      db.afterCommit(() => told.push('a'))
      throw new Error('no')
    }),
  ).toThrow('no')
  db.transaction(() => writeSetting(db, 'b', 2))
  expect([readSetting(db, 'a'), readSetting(db, 'b')]).toEqual([undefined, 2])
  expect(told).toEqual([])
})
