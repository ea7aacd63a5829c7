import { expect, test } from 'vitest'
import { tempDatabase } from '../testing/temp-database.ts'
import { commit, type RowChange } from './commit.ts'
import { sql } from './sql.ts'
import { changesOf } from './tables/command.ts'

const pattern = (id: string, name: string): RowChange => ({
  table: 'pattern',
  id,
  set: { name, kind: 'other', state: 'readable' },
})
const rename = (id: string, name: string): RowChange => ({ table: 'pattern', id, set: { name } })

test('a new id makes a record, a known one changes exactly the fields named', async () => {
  const context = await tempDatabase()
  commit(context, { label: 'import', args: {}, changes: [pattern('p1', 'Swirl')] })
  commit(context, { label: 'rename', args: {}, changes: [rename('p1', 'Feather')] })
  expect(context.db.get(sql`select name, sort_key, kind from pattern where id = 'p1'`)).toEqual({
    name: 'Feather',
    sort_key: 'feather',
    kind: 'other',
  })
})

test('a change that changes nothing leaves no trace', async () => {
  const context = await tempDatabase()
  commit(context, { label: 'import', args: {}, changes: [pattern('p1', 'Swirl')] })
  const before = context.db.get(sql`select changed_at from pattern`)
  const again = commit(context, { label: 'rename', args: {}, changes: [rename('p1', 'Swirl')] })
  expect(again).toMatchObject({ commandId: null, patterns: 0 })
  expect(context.db.get(sql`select changed_at from pattern`)).toEqual(before)
  expect(context.db.values(sql`select count(*) from command`)).toEqual([1])
})

test('the journal holds what each field was and is', async () => {
  const context = await tempDatabase()
  commit(context, { label: 'import', args: {}, changes: [pattern('p1', 'Swirl')] })
  const { commandId } = commit(context, { label: 'rename', args: {}, changes: [rename('p1', 'Feather')] })
  expect(changesOf(context.db, commandId!)).toMatchObject([
    { table_name: 'pattern', row_id: 'p1', pattern_id: 'p1', before: '{"name":"Swirl"}', after: '{"name":"Feather"}' },
  ])
})

test('an import is one command over many transactions', async () => {
  const context = await tempDatabase()
  const first = commit(context, { label: 'import', args: {}, changes: [pattern('p1', 'One')] })
  const second = commit(context, {
    label: 'import',
    args: {},
    changes: [pattern('p2', 'Two')],
    continueCommand: first.commandId!,
  })
  expect(second.commandId).toBe(first.commandId)
  expect(changesOf(context.db, first.commandId!).map(change => change.row_id)).toEqual(['p1', 'p2'])
})

test('nobody is told before it is on the disk, and nobody at all when it fails', async () => {
  const context = await tempDatabase()
  const told: (string[] | null)[] = []
  context.events.on('patterns.changed', ({ ids }) => told.push(ids))
  context.db.transaction(() => {
    commit(context, { label: 'import', args: {}, changes: [pattern('p1', 'One')] })
    expect(told).toEqual([])
  })
  expect(told).toEqual([['p1']])
  expect(() =>
    context.db.transaction(() => {
      commit(context, { label: 'import', args: {}, changes: [pattern('p2', 'Two')] })
      throw new Error('the power went')
    }),
  ).toThrow('the power went')
  expect(told).toHaveLength(1)
  expect(context.db.values(sql`select id from pattern`)).toEqual(['p1'])
})

test('a field that a table does not have is refused, and nothing of the command stays', async () => {
  const context = await tempDatabase()
  const changes: RowChange[] = [pattern('p1', 'One'), { table: 'tag', id: 't', set: { colour: 'red' } }]
  expect(() => commit(context, { label: 'edit', args: {}, changes })).toThrow('tag has no field colour')
  expect(context.db.values(sql`select count(*) from pattern`)).toEqual([0])
})
