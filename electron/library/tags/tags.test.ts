import { expect, onTestFinished, test } from 'vitest'
import { addPatterns } from '../testing/some-patterns.ts'
import { tempLibrary } from '../testing/temp-library.ts'

async function library() {
  const temp = await tempLibrary()
  onTestFinished(() => temp.remove())
  const ids = await addPatterns(temp.context, [{ name: 'Swirl' }, { name: 'Feather' }])
  const tags = async () => (await temp.call('tags.list', {})).tags.map(tag => `${tag.name} ${tag.patterns}`)
  const tagId = async (name: string) => (await temp.call('tags.list', {})).tags.find(tag => tag.name === name)!.id
  return { temp, ids, tags, tagId }
}

test('the same word in any case or spacing is one tag', async () => {
  const { temp, ids, tags } = await library()
  await temp.call('patterns.tag', { ids: [ids[0]!], add: ['Wild Flowers'] })
  await temp.call('patterns.tag', { ids, add: ['  wild   FLOWERS '] })
  await temp.call('patterns.tag', { ids, add: ['Leaf', 'leaf', ' LEAF'] })
  expect(await tags()).toEqual(['Leaf 2', 'Wild Flowers 2'])
})

test('a tag that was renamed leaves its old name free for a new tag', async () => {
  const { temp, ids, tags, tagId } = await library()
  await temp.call('patterns.tag', { ids: [ids[0]!], add: ['Flowers'] })
  await temp.call('tags.edit', { id: await tagId('Flowers'), set: { name: 'Blooms' } })
  await temp.call('patterns.tag', { ids: [ids[1]!], add: ['Flowers'] })
  expect(await tags()).toEqual(['Blooms 1', 'Flowers 1'])
  await expect(temp.call('tags.edit', { id: await tagId('Flowers'), set: { name: 'blooms' } })).rejects.toMatchObject({
    code: 'name-taken',
    message: 'You already have a tag called “blooms”. Please choose another name.',
  })
})

test('a tag in the trash is on nothing; undoing puts it back on everything; typing it again starts clean', async () => {
  const { temp, ids, tags, tagId } = await library()
  await temp.call('patterns.tag', { ids, add: ['Floral'] })
  const id = await tagId('Floral')
  await temp.call('tags.trash', { ids: [id] })
  expect(await tags()).toEqual([])
  await temp.call('undo.undo', {})
  expect(await tags()).toEqual(['Floral 2'])
  await temp.call('undo.redo', {})
  await temp.call('patterns.tag', { ids: [ids[0]!], add: ['Floral'] })
  expect(await tags()).toEqual(['Floral 1'])
  expect(await tagId('Floral')).toBe(id)
})

test('a tag is taken off by its id and a second one found by both', async () => {
  const { temp, ids, tagId } = await library()
  await temp.call('patterns.tag', { ids, add: ['Floral', 'Dense'] })
  const floral = await tagId('Floral')
  const dense = await tagId('Dense')
  await temp.call('patterns.tag', { ids: [ids[0]!], remove: [floral] })
  const found = await temp.call('patterns.list', { filter: { tagIds: [floral, dense] } })
  expect(found.patterns.map(card => card.name)).toEqual(['Feather'])
})

test('a group holds tags and leaves them behind when it goes', async () => {
  const { temp, ids, tagId } = await library()
  await temp.call('patterns.tag', { ids, add: ['Floral'] })
  const { id: groupId } = await temp.call('tagGroups.create', { name: 'Style' })
  await temp.call('tags.edit', { id: await tagId('Floral'), set: { groupId } })
  await temp.call('tagGroups.edit', { id: groupId, name: 'Look' })
  expect(await temp.call('tags.list', {})).toMatchObject({ tags: [{ groupId }], groups: [{ name: 'Look' }] })
  await temp.call('tagGroups.trash', { id: groupId })
  expect(await temp.call('tags.list', {})).toMatchObject({ tags: [{ name: 'Floral', groupId: null }], groups: [] })
  await temp.call('undo.undo', {})
  expect(await temp.call('tags.list', {})).toMatchObject({ tags: [{ groupId }], groups: [{ name: 'Look' }] })
})

test('a collection is filled, emptied, renamed, thrown away and brought back whole', async () => {
  const { temp, ids } = await library()
  const { id } = await temp.call('collections.create', { name: 'Christmas' })
  await expect(temp.call('collections.create', { name: 'christmas' })).rejects.toMatchObject({ code: 'name-taken' })
  await temp.call('patterns.collect', { ids, collectionId: id, member: true })
  expect(await temp.call('patterns.collect', { ids: [ids[0]!], collectionId: id, member: false })).toMatchObject({
    label: 'uncollect',
    patterns: 1,
  })
  await temp.call('collections.edit', { id, set: { name: 'Xmas' } })
  await temp.call('collections.trash', { ids: [id] })
  expect((await temp.call('collections.list', {})).collections).toEqual([])
  expect((await temp.call('patterns.list', {})).total).toBe(2)
  await temp.call('undo.undo', {})
  expect((await temp.call('collections.list', {})).collections).toMatchObject([{ name: 'Xmas', patterns: 1 }])
})

test('a designer is made by naming one, shared by name, and told only while a pattern has her', async () => {
  const { temp, ids } = await library()
  await temp.call('patterns.edit', { ids: [ids[0]!], set: { designer: 'Anne Bright' } })
  await temp.call('patterns.edit', { ids: [ids[1]!], set: { designer: 'anne bright' } })
  expect((await temp.call('designers.list', {})).designers).toMatchObject([{ name: 'Anne Bright', patterns: 2 }])
  await temp.call('patterns.edit', { ids, set: { designer: '' } })
  expect((await temp.call('designers.list', {})).designers).toEqual([])
  expect((await temp.call('patterns.get', { id: ids[0]! })).designer).toBeNull()
})
