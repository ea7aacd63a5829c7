import { expect, onTestFinished, test } from 'vitest'
import { addPatterns } from '../testing/some-patterns.ts'
import { tempLibrary } from '../testing/temp-library.ts'

async function libraryWithSwirl() {
  const temp = await tempLibrary()
  onTestFinished(() => temp.remove())
  const [id, other] = await addPatterns(temp.context, [
    { name: 'Swirl', designer: 'Anne Bright', tags: ['Floral'], notes: 'mind the gap' },
    { name: 'Other', tags: ['Floral'] },
  ])
  const ids = [id!]
  const shown = async () => {
    const { name, designer, kind, notes, favourite, tags, collections } = await temp.call('patterns.get', { id: id! })
    const own = { name, designer, kind, notes, favourite }
    return { ...own, tags: tags.map(tag => tag.name), collections: collections.map(one => one.name) }
  }
  /** Of the newest entry first. */
  const entries = async () => (await temp.call('patterns.history', { id: id! })).entries
  const goBack = (entryId: number) => temp.call('patterns.goBack', { id: id!, entryId })
  const tagId = async (name: string) => (await temp.call('tags.list', {})).tags.find(tag => tag.name === name)!.id
  return { temp, id: id!, ids, other: other!, shown, entries, goBack, tagId }
}

test('going back gives the fields, tags and collections of that moment, and is one thing to undo', async () => {
  const { temp, id, ids, shown, entries, goBack, tagId } = await libraryWithSwirl()
  const first = await shown()
  await temp.call('patterns.edit', { ids, set: { name: 'Feather', designer: 'Willow Lane', notes: 'new words' } })
  await temp.call('patterns.tag', { ids, add: ['Dense'], remove: [await tagId('Floral')] })
  await temp.call('patterns.collectInto', { ids, name: 'Wedding' })
  const last = await shown()
  const importEntry = (await entries()).at(-1)!
  const { change, left } = await goBack(importEntry.id)
  expect(left).toEqual([])
  expect(change).toMatchObject({ label: 'go-back', patterns: 1, args: { name: 'Feather', at: importEntry.at } })
  expect(await shown()).toEqual(first)
  expect((await entries())[0]).toMatchObject({ label: 'go-back' })
  await temp.call('undo.undo', {})
  expect(await shown()).toEqual(last)
  await temp.call('undo.redo', {})
  expect(await shown()).toEqual(first)
  expect((await temp.call('patterns.list', { query: 'floral' })).patterns.map(card => card.id)).toContain(id)
})

test('going back to how it is changes nothing', async () => {
  const { temp, ids, entries, goBack } = await libraryWithSwirl()
  await temp.call('patterns.edit', { ids, set: { favourite: true } })
  expect((await goBack((await entries())[0]!.id)).change).toMatchObject({ commandId: null, patterns: 0 })
})

test('what was undone since counts as it was then', async () => {
  const { temp, ids, shown, entries, goBack } = await libraryWithSwirl()
  await temp.call('patterns.edit', { ids, set: { name: 'Feather' } })
  await temp.call('patterns.edit', { ids, set: { notes: 'later' } })
  const then = await shown()
  const entry = (await entries())[0]!
  await temp.call('undo.undo', {})
  await temp.call('undo.undo', {})
  await temp.call('patterns.edit', { ids, set: { kind: 'border' } })
  await goBack(entry.id)
  expect(await shown()).toEqual(then)
})

test('a tag that was deleted since comes back, on this pattern alone', async () => {
  const { temp, shown, entries, goBack, tagId, other } = await libraryWithSwirl()
  const [entry] = await entries()
  await temp.call('tags.trash', { ids: [await tagId('Floral')] })
  expect((await shown()).tags).toEqual([])
  expect((await goBack(entry!.id)).left).toEqual([])
  expect((await shown()).tags).toEqual(['Floral'])
  expect((await temp.call('patterns.get', { id: other })).tags).toEqual([])
})

test('of a tag deleted since, one of the same name made since takes the place', async () => {
  const { temp, ids, shown, entries, goBack, tagId } = await libraryWithSwirl()
  await temp.call('patterns.tag', { ids, add: ['Dense'] })
  const [entry] = await entries()
  await temp.call('tags.trash', { ids: [await tagId('Dense')] })
  await temp.call('tags.edit', { id: await tagId('Floral'), set: { name: 'Dense' } })
  await goBack(entry!.id)
  expect((await shown()).tags).toEqual(['Dense'])
})

test('what is part of another tag or designer now stays with that one, and that is said', async () => {
  const { temp, ids, shown, entries, goBack, tagId } = await libraryWithSwirl()
  await temp.call('patterns.tag', { ids, add: ['Flowers'] })
  await temp.call('patterns.edit', { ids, set: { kind: 'border' } })
  const [before] = await entries()
  await temp.call('tags.merge', { ids: [await tagId('Flowers')], into: await tagId('Floral') })
  const { designers } = await temp.call('designers.list', {})
  await addPatterns(temp.context, [{ name: 'Third', designer: 'Willow Lane' }])
  const willow = (await temp.call('designers.list', {})).designers.find(one => one.name === 'Willow Lane')!
  await temp.call('designers.merge', { ids: [designers[0]!.id], into: willow.id })
  await temp.call('patterns.edit', { ids, set: { kind: 'block' } })
  expect((await goBack(before!.id)).left).toEqual([
    { field: 'designer', name: 'Anne Bright', why: 'merged' },
    { field: 'tag', name: 'Flowers', why: 'merged' },
  ])
  expect(await shown()).toMatchObject({ kind: 'border', designer: 'Willow Lane', tags: ['Floral'] })
})

test('a collection that was deleted stays deleted, and that is said', async () => {
  const { temp, ids, shown, entries, goBack } = await libraryWithSwirl()
  await temp.call('patterns.collectInto', { ids, name: 'Wedding' })
  const [entry] = await entries()
  const [collection] = (await temp.call('collections.list', {})).collections
  await temp.call('collections.trash', { ids: [collection!.id] })
  await temp.call('patterns.edit', { ids, set: { name: 'Feather' } })
  expect((await goBack(entry!.id)).left).toEqual([{ field: 'collection', name: 'Wedding', why: 'gone' }])
  expect(await shown()).toMatchObject({ name: 'Swirl', collections: [] })
  const [, renamed] = await entries()
  expect((await goBack(renamed!.id)).left, 'it was deleted already by then').toEqual([])
})

test('going back leaves the trash alone: what is in it stays in it', async () => {
  const { temp, id, ids, entries, goBack } = await libraryWithSwirl()
  const [entry] = await entries()
  await temp.call('patterns.edit', { ids, set: { name: 'Feather' } })
  await temp.call('trash.put', { ids })
  await goBack(entry!.id)
  expect(await temp.call('patterns.get', { id })).toMatchObject({ name: 'Swirl', trashedAt: expect.any(Number) })
})

test('an entry that is not in the pattern’s history is refused', async () => {
  const { temp, goBack, other } = await libraryWithSwirl()
  await temp.call('patterns.edit', { ids: [other], set: { name: 'Else' } })
  const [foreign] = (await temp.call('patterns.history', { id: other })).entries
  await expect(goBack(foreign!.id)).rejects.toMatchObject({ code: 'entry-gone' })
  await expect(temp.call('patterns.goBack', { id: 'never', entryId: 1 })).rejects.toMatchObject({
    code: 'pattern-gone',
  })
})

test('a new collection and what was put into it are one thing to undo; a known name is not made twice', async () => {
  const { temp, id, ids, other } = await libraryWithSwirl()
  await temp.call('patterns.collectInto', { ids, name: 'Wedding' })
  await temp.call('patterns.collectInto', { ids: [other], name: 'wedding ' })
  expect((await temp.call('collections.list', {})).collections).toMatchObject([{ name: 'Wedding', patterns: 2 }])
  await temp.call('undo.undo', {})
  await temp.call('undo.undo', {})
  expect((await temp.call('collections.list', {})).collections).toEqual([])
  expect((await temp.call('patterns.get', { id })).collections).toEqual([])
})
