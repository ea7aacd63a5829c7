import { expect, test } from 'vitest'
import { orderSql, usedSql } from '../search/orders.ts'
import { tempDatabase } from '../testing/temp-database.ts'
import { insertRow } from './rows.ts'
import { type Sql, sql } from './sql.ts'

const IDS = ['a', 'b', 'c', 'd', 'e']

/** Patterns of one import, of one name, used in one quilt: made in the order of their ids, and written here in the order they came. */
async function computer(came: readonly string[]) {
  const { db } = await tempDatabase()
  for (const id of came)
    insertRow(db, 'pattern', id, { name: 'Border', kind: 'border', state: 'readable', last_used_at: 7 }, 1_000)
  return (order: Sql) =>
    db.values<number>(order).map(seq => db.values<string>(sql`select id from pattern where seq = ${seq}`)[0])
}

test('what is equally new, of one name or used at once hangs alike on each of her computers', async () => {
  const one = await computer(IDS)
  const other = await computer(['c', 'e', 'a', 'd', 'b'])
  for (const read of [one, other]) {
    expect(read(orderSql('newest', false))).toEqual(IDS.toReversed())
    expect(read(orderSql('name', false))).toEqual(IDS)
    expect(read(usedSql(false))).toEqual(IDS.toReversed())
  }
})

test('so does what was thrown away together', async () => {
  for (const came of [IDS, ['c', 'e', 'a', 'd', 'b']]) {
    const { db } = await tempDatabase()
    for (const id of came)
      insertRow(db, 'pattern', id, { name: 'Border', kind: 'border', state: 'readable', trashed_at: 9 }, 1_000)
    const idsBy = (order: Sql) =>
      db.values<number>(order).map(seq => db.values<string>(sql`select id from pattern where seq = ${seq}`)[0])
    expect(idsBy(orderSql('newest', true))).toEqual(IDS.toReversed())
    expect(idsBy(orderSql('name', true))).toEqual(IDS)
  }
})
