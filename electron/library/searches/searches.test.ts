import { expect, onTestFinished, test } from 'vitest'
import { sql } from '../db/sql.ts'
import { addPatterns } from '../testing/some-patterns.ts'
import { tempLibrary } from '../testing/temp-library.ts'

async function library() {
  const temp = await tempLibrary()
  onTestFinished(() => temp.remove())
  await addPatterns(temp.context, [{ name: 'Swirl', tags: ['Feather', 'Dense'], designer: 'Anna' }])
  const { tags } = await temp.call('tags.list', {})
  const [dense, feather] = tags.map(({ id }) => id) as [string, string]
  const question = { query: 'border', filter: { tagIds: [feather, dense] }, sort: 'name' as const }
  const list = async () => (await temp.call('searches.list', {})).searches
  return { temp, call: temp.call, dense, feather, question, list }
}

test('a search is kept, changed, renamed, pinned and thrown away, and each of it undone', async () => {
  const { call, question, list } = await library()
  const { id } = await call('searches.save', { name: 'Narrow borders', question })
  expect(await list()).toEqual([{ id, name: 'Narrow borders', question, pinned: false, gone: [] }])
  expect(await call('searches.edit', { id, set: { pinned: true } })).toMatchObject({ label: 'pin' })
  expect(await call('searches.edit', { id, set: { name: 'Borders' } })).toMatchObject({ label: 'rename-search' })
  const other = { ...question, query: 'corner' }
  expect(await call('searches.edit', { id, set: { question: other } })).toMatchObject({ label: 'change-search' })
  await call('searches.trash', { id })
  expect(await list()).toEqual([])
  await call('undo.undo', {})
  expect(await list()).toMatchObject([{ name: 'Borders', pinned: true, question: other }])
  for (let count = 0; count < 4; count++) await call('undo.undo', {})
  expect(await list()).toEqual([])
})

test('two searches do not share a name', async () => {
  const { call, question } = await library()
  const { id } = await call('searches.save', { name: 'Borders', question })
  await expect(call('searches.save', { name: 'borders', question })).rejects.toMatchObject({
    code: 'name-taken',
    detail: { id },
  })
})

test('a search for a tag that is gone still opens, and says what is gone', async () => {
  const { call, question, feather, dense, list } = await library()
  await call('searches.save', { name: 'Borders', question })
  await call('tags.trash', { ids: [feather] })
  const [search] = await list()
  expect(search).toMatchObject({
    question: { query: 'border', filter: { tagIds: [dense] }, sort: 'name' },
    gone: [{ kind: 'tag', name: 'Feather' }],
  })
  await call('patterns.list', search!.question)
  await call('tags.trash', { ids: [dense] })
  expect((await list())[0]!.question.filter).toEqual({})
  await call('undo.undo', {})
  await call('undo.undo', {})
  expect((await list())[0]).toMatchObject({ question, gone: [] })
})

test('a search for a tag that was merged asks for the one it became', async () => {
  const { call, question, feather, dense, list } = await library()
  await call('searches.save', { name: 'Borders', question })
  await call('tags.merge', { ids: [feather], into: dense })
  expect((await list())[0]).toMatchObject({ question: { filter: { tagIds: [dense] } }, gone: [] })
  await call('undo.undo', {})
  expect((await list())[0]!.question).toEqual(question)
})

test('a search for one of several collections, or for what nobody is named for, stays as it is', async () => {
  const { call, list } = await library()
  const { id } = await call('collections.create', { name: 'Wedding' })
  const gone = await call('collections.create', { name: 'Anna' })
  const filter = { collectionIds: [id, gone.id], designerIds: ['none'] }
  await call('searches.save', { name: 'To name', question: { query: '', filter, sort: 'size' } })
  expect((await list())[0]).toMatchObject({ question: { filter }, gone: [] })
  await call('collections.trash', { ids: [gone.id] })
  expect((await list())[0]).toMatchObject({
    question: { filter: { collectionIds: [id], designerIds: ['none'] } },
    gone: [{ kind: 'collection', name: 'Anna' }],
  })
})

test('what a newer Bobbin asked and this one does not know is left out', async () => {
  const { call, temp, question, list } = await library()
  await call('searches.save', { name: 'Borders', question })
  const newer = { query: 'border', filter: { hoopless: true, favourite: true }, sort: 'by-mood', colour: 'red' }
  temp.context.db.run(sql`update saved_search set question = ${JSON.stringify(newer)}`)
  expect((await list())[0]!.question).toEqual({ query: 'border', filter: { favourite: true }, sort: 'newest' })
})
