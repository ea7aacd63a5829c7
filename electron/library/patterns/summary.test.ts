import { expect, onTestFinished, test } from 'vitest'
import { sqlList } from '../db/sql.ts'
import { collectionsOnAll, factsOfAll, formatsOfAll, tagsOnAll } from '../db/tables/summary.ts'
import type { ReadDb } from '../db/handles.ts'
import type { Sql } from '../db/sql.ts'
import { addPatterns } from '../testing/some-patterns.ts'
import { planOf, tempDatabase } from '../testing/temp-database.ts'
import { tempLibrary } from '../testing/temp-library.ts'

async function library() {
  const temp = await tempLibrary()
  onTestFinished(() => temp.remove())
  return temp
}

test('of several patterns, what they share is told, and of the rest how many have it', async () => {
  const temp = await library()
  const ids = await addPatterns(temp.context, [
    { name: 'Swirl', designer: 'Anne Bright', kind: 'border', tags: ['Feathers', 'Dense'], files: ['a.qli', 'a2.qli'] },
    { name: 'Leaf', designer: 'Anne Bright', kind: 'border', tags: ['Feathers'] },
    { name: 'Wave', designer: 'Anne Bright', kind: 'block', notes: 'ten inches' },
  ])
  await temp.call('patterns.collectInto', { ids: ids.slice(0, 2), name: 'Wedding' })
  await temp.call('patterns.edit', { ids, set: { favourite: true } })
  const summary = await temp.call('patterns.summary', { ids: [...ids, ids[0]!, 'never-there'] })
  expect(summary).toMatchObject({
    count: 3,
    trashed: 0,
    name: { same: false },
    designer: { same: true, value: 'Anne Bright' },
    kind: { same: false },
    favourite: { same: true, value: true },
    notes: { same: false },
    tags: [
      { name: 'Feathers', patterns: 2 },
      { name: 'Dense', patterns: 1 },
    ],
    collections: [{ name: 'Wedding', patterns: 2 }],
    formats: [{ format: 'qli', patterns: 3 }],
    size: { widthMm: { from: 254, to: 254 }, heightMm: { from: 127, to: 127 }, patterns: 3 },
    states: { readable: 3, locked: 0, unreadable: 0 },
  })
  expect(summary.faces.map(face => face.id)).toEqual(ids)
})

test('a designer that only some of them have is no shared one', async () => {
  const temp = await library()
  const ids = await addPatterns(temp.context, [{ name: 'Swirl', designer: 'Anne Bright' }, { name: 'Swirl' }])
  const summary = await temp.call('patterns.summary', { ids })
  expect(summary.name).toEqual({ same: true, value: 'Swirl' })
  expect(summary.designer).toEqual({ same: false })
  expect((await temp.call('patterns.summary', { ids: [ids[1]!] })).designer).toEqual({ same: true, value: null })
  expect(await temp.call('patterns.summary', { ids: [] })).toMatchObject({ count: 0, size: null, tags: [] })
})

test('several patterns are looked up one by one in indexes, never by walking the library', async () => {
  const { db } = await tempDatabase()
  const asked: Sql[] = []
  const note: ReadDb = {
    all: query => (asked.push(query), []),
    get: query => (asked.push(query), undefined),
    values: query => (asked.push(query), []),
  }
  const list = sqlList(['one'])
  factsOfAll(note, list)
  tagsOnAll(note, list)
  collectionsOnAll(note, list)
  formatsOfAll(note, list)
  const plans = asked.map(query => planOf(db, query)).join('\n')
  expect(plans).toContain('SEARCH p USING INDEX sqlite_autoindex_pattern_1 (id=?)')
  expect(plans).toContain('SEARCH m USING COVERING INDEX pattern_tag_by_pattern')
  expect(plans).toContain('SEARCH m USING COVERING INDEX collection_pattern_by_pattern')
  expect(plans).toContain('SEARCH f USING INDEX file_by_pattern')
  expect(plans).not.toMatch(/SCAN [pmft]\b/u)
})
