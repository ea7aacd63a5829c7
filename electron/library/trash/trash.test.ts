import { existsSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { DAY_MS } from '../testing/fake-clock.ts'
import { addPatterns, hashOf } from '../testing/some-patterns.ts'
import { tempLibrary } from '../testing/temp-library.ts'

async function library(chores = false) {
  const temp = await tempLibrary({ chores })
  onTestFinished(() => temp.remove())
  const list = async (trashed = false) =>
    (await temp.call('patterns.list', { filter: { trashed }, sort: 'name' })).patterns.map(card => card.name)
  return { temp, list }
}

test('what is in the trash is out of every list, and only in the trash', async () => {
  const { temp, list } = await library()
  const [swirl] = await addPatterns(temp.context, [{ name: 'Swirl' }, { name: 'Feather' }])
  expect(await temp.call('trash.put', { ids: [swirl!] })).toMatchObject({
    label: 'trash',
    args: { count: 1 },
    patterns: 1,
  })
  expect([await list(), await list(true)]).toEqual([['Feather'], ['Swirl']])
  expect((await temp.call('patterns.list', { query: 'swirl' })).total).toBe(0)
  expect((await temp.call('patterns.list', { query: 'swirl', filter: { trashed: true } })).total).toBe(1)
  expect((await temp.call('library.info', {})).counts).toMatchObject({ patterns: 1, trashed: 1 })
})

test('a pattern put back keeps its tags and its place in collections', async () => {
  const { temp } = await library()
  const [swirl] = await addPatterns(temp.context, [{ name: 'Swirl', tags: ['Floral', 'Dense'] }])
  const { id: collectionId } = await temp.call('collections.create', { name: 'Anna’s quilt' })
  await temp.call('patterns.collect', { ids: [swirl!], collectionId, member: true })
  await temp.call('trash.put', { ids: [swirl!] })
  expect((await temp.call('collections.list', {})).collections).toMatchObject([{ patterns: 0 }])
  await temp.reopen()
  await temp.call('trash.restore', { ids: [swirl!] })
  const detail = await temp.call('patterns.get', { id: swirl! })
  expect(detail.tags.map(tag => tag.name)).toEqual(['Dense', 'Floral'])
  expect(detail.collections).toMatchObject([{ id: collectionId }])
  expect((await temp.call('patterns.list', { filter: { collectionId } })).total).toBe(1)
})

test('bringing in a file that is in the trash puts its pattern back', async () => {
  const { temp, list } = await library()
  const [swirl, twin] = await addPatterns(temp.context, [
    { name: 'Swirl', contents: ['the same bytes'] },
    { name: 'Twin', contents: ['the same bytes'] },
  ])
  await temp.call('trash.put', { ids: [swirl!] })
  const hash = hashOf('the same bytes')
  expect(temp.services.trash.restoreByHash(hash).ids).toEqual([])
  await temp.call('trash.put', { ids: [twin!] })
  expect(temp.services.trash.restoreByHash(hash).ids).toEqual([swirl, twin])
  expect(await list()).toEqual(['Swirl', 'Twin'])
  expect(temp.services.trash.restoreByHash(hashOf('never seen')).ids).toEqual([])
})

test('deleting for good takes only what is in the trash, and a file only when no other pattern has it', async () => {
  const { temp, list } = await library()
  const [swirl, twin, kept] = await addPatterns(temp.context, [
    { name: 'Swirl', contents: ['shared'], tags: ['Floral'] },
    { name: 'Twin', contents: ['shared'] },
    { name: 'Kept', contents: ['own'] },
  ])
  const file = (content: string) => temp.context.originals.path(hashOf(content))
  await temp.call('trash.put', { ids: [swirl!, twin!] })
  expect(await temp.call('trash.deleteForGood', { ids: [swirl!, kept!] })).toEqual({ deleted: 1 })
  expect(existsSync(file('shared'))).toBe(true)
  await temp.call('trash.deleteForGood', { ids: [twin!] })
  expect([existsSync(file('shared')), existsSync(file('own'))]).toEqual([false, true])
  expect([await list(), await list(true)]).toEqual([['Kept'], []])
  expect(temp.library.assets.originalPath(hashOf('shared'))).toBeNull()
  await expect(temp.call('patterns.get', { id: swirl! })).rejects.toMatchObject({ code: 'pattern-gone' })
  expect((await temp.call('library.verify', {})).fixed).toEqual([])
})

test('undoing what was done to patterns that are gone for good brings nothing back', async () => {
  const { temp, list } = await library()
  const [swirl] = await addPatterns(temp.context, [{ name: 'Swirl' }])
  await temp.call('patterns.edit', { ids: [swirl!], set: { name: 'Feather' } })
  await temp.call('trash.put', { ids: [swirl!] })
  await temp.call('trash.deleteForGood', { ids: [swirl!] })
  for (let index = 0; index < 3; index++) expect(await temp.call('undo.undo', {})).toMatchObject({ patterns: 0 })
  for (let index = 0; index < 3; index++) expect(await temp.call('undo.redo', {})).toMatchObject({ patterns: 0 })
  expect([await list(), await list(true)]).toEqual([[], []])
})

test('deleting more than twenty for good makes a safety copy first', async () => {
  const { temp } = await library()
  const names = Array.from({ length: 21 }, (_, index) => ({ name: `Pattern ${index}` }))
  const ids = await addPatterns(temp.context, names)
  await temp.call('trash.put', { ids })
  await temp.call('trash.deleteForGood', { ids })
  expect((await temp.call('snapshots.list', {})).snapshots).toMatchObject([{ reason: 'before-deleting' }])
})

test('after thirty days in the trash a pattern goes by itself, at the next start', async () => {
  const { temp, list } = await library(true)
  const [old, young] = await addPatterns(temp.context, [{ name: 'Old' }, { name: 'Young' }])
  await temp.call('trash.put', { ids: [old!] })
  temp.clock.pass(2 * DAY_MS)
  await temp.call('trash.put', { ids: [young!] })
  temp.clock.pass(28 * DAY_MS + 1000)
  await temp.reopen()
  await temp.library.settled
  expect(await list(true)).toEqual(['Young'])
})
