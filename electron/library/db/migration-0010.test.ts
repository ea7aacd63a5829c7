import { expect, test } from 'vitest'
import { planOf, tempDatabase } from '../testing/temp-database.ts'
import { orderSql, usedSql } from '../search/orders.ts'
import { countsOf } from './tables/counts.ts'
import { sql } from './sql.ts'

test('the tables hold what they must, and no other kind of value', async () => {
  const { db } = await tempDatabase()
  expect(() =>
    db.run(sql`insert into tag (id, name, name_key, created_at, changed_at) values ('a', 'x', 'x', 'yesterday', 1)`),
  ).toThrow('cannot store TEXT value in INTEGER column')
  expect(countsOf(db).counts.patterns).toBe(0)
})

test('the whole wall in any order comes out of an index, without sorting', async () => {
  const { db } = await tempDatabase()
  expect(planOf(db, orderSql('newest', false))).toBe('SCAN pattern USING COVERING INDEX pattern_by_newest')
  expect(planOf(db, orderSql('name', false))).toBe('SCAN pattern USING COVERING INDEX pattern_by_name')
  expect(planOf(db, usedSql(false))).toMatch(/^SEARCH pattern USING COVERING INDEX pattern_by_used \(\S+\)$/)
  expect(planOf(db, orderSql('newest', true))).toContain('pattern_in_trash')
})

test('a card, a pattern’s files, its tags and its history are found without reading a whole table', async () => {
  const { db } = await tempDatabase()
  const plans = [
    sql`select id from pattern where id = ${'a'}`,
    sql`select id from file where pattern_id = ${'a'}`,
    sql`select id from file where hash = ${'a'}`,
    sql`select tag_id from pattern_tag where pattern_id = ${'a'} and trashed_at is null`,
    sql`select pattern_id from pattern_tag where tag_id = ${'a'} and trashed_at is null`,
    sql`select id from command_change where pattern_id = ${'a'}`,
    sql`select id from command_change where command_id = ${1} order by id`,
    sql`select id from tag where name_key = ${'a'}`,
    sql`select id from pattern where import_id = ${'a'}`,
    sql`select id from pattern where trashed_at < ${5} order by trashed_at limit 50`,
  ].map(query => planOf(db, query))
  for (const plan of plans) expect(plan).toMatch(/^SEARCH /)
  for (const plan of plans) expect(plan).not.toContain('TEMP B-TREE')
})

test('the side bar’s counts read indexes only', async () => {
  const { db } = await tempDatabase()
  expect(
    planOf(db, sql`select kind, count(*), sum(favourite) from pattern where trashed_at is null group by kind`),
  ).toBe('SCAN pattern USING COVERING INDEX pattern_by_kind')
})

test('how many patterns wear each tag is counted in an index', async () => {
  const { db } = await tempDatabase()
  expect(planOf(db, sql`select tag_id, count(*) from pattern_tag where trashed_at is null group by tag_id`)).toBe(
    'SCAN pattern_tag USING COVERING INDEX pattern_tag_by_tag',
  )
})
