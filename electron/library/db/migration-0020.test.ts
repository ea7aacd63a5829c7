import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { planOf, tempDatabase } from '../testing/temp-database.ts'
import { commit } from './commit.ts'
import { readHandle } from './handles.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { sql } from './sql.ts'
import { collectionsList, tagsList } from './tables/lists.ts'

const upTo = (number: number) => MIGRATIONS.filter(migration => migration.number <= number)

test('tags and collections of the first release are there afterwards, in no group and not pinned', async () => {
  const raw = new Database(':memory:')
  await migrate(raw, upTo(10), async () => {})
  raw.exec(`insert into tag_group (id, name, name_key, created_at, changed_at) values ('g', 'Style', 'style', 1, 1);
    insert into tag (id, name, name_key, tag_group_id, created_at, changed_at) values ('t', 'Feather', 'feather', 'g', 1, 2);
    insert into collection (id, name, name_key, created_at, changed_at) values ('c', 'Christmas', 'christmas', 3, 4)`)
  await migrate(raw, upTo(20), async () => {})
  const db = readHandle(raw)
  expect(tagsList(db)).toEqual({
    tags: [{ id: 't', name: 'Feather', groupId: 'g', pinned: false, patterns: 0 }],
    groups: [{ id: 'g', name: 'Style' }],
  })
  expect(collectionsList(db)).toEqual({
    collections: [{ id: 'c', name: 'Christmas', groupId: null, pinned: false, patterns: 0 }],
    groups: [],
  })
  expect(db.all(sql`select changed_at from tag union all select changed_at from collection`)).toEqual([
    { changed_at: 2 },
    { changed_at: 4 },
  ])
})

test('a pin is a number, and a kept search has a question', async () => {
  const context = await tempDatabase()
  const { db } = context
  commit(context, { label: 'make-tag', args: {}, changes: [{ table: 'tag', id: 't', set: { name: 'Feather' } }] })
  expect(db.get(sql`select pinned from tag`)).toEqual({ pinned: 0 })
  expect(() => db.run(sql`update tag set pinned = 'yes'`)).toThrow('cannot store TEXT value in INTEGER column')
  const set = { name: 'Borders' }
  const changes = [{ table: 'saved_search', id: 's', set }] as const
  expect(() => commit(context, { label: 'save-search', args: {}, changes })).toThrow('NOT NULL')
})

test('the patterns of a designer, and of several tags, are found in an index', async () => {
  const { db } = await tempDatabase()
  const list = sql`(select value from json_each(${'["a","b"]'}))`
  expect(planOf(db, sql`select id from pattern where designer_id in ${list} limit 200`)).toContain(
    'SEARCH pattern USING INDEX pattern_by_designer',
  )
  expect(
    planOf(db, sql`select id, pattern_id from pattern_tag where tag_id in ${list} and trashed_at is null limit 100`),
  ).toContain('SEARCH pattern_tag USING INDEX pattern_tag_by_tag')
})
