import { expect, onTestFinished, test } from 'vitest'
import { sql } from '../db/sql.ts'
import { addPatterns, type SomePattern } from '../testing/some-patterns.ts'
import { tempLibrary } from '../testing/temp-library.ts'

async function library(...patterns: SomePattern[]) {
  const temp = await tempLibrary()
  onTestFinished(() => temp.remove())
  const ids = await addPatterns(temp.context, patterns)
  const { call } = temp
  const tags = async () => (await call('tags.list', {})).tags.map(tag => `${tag.name} ${tag.patterns}`)
  const tagId = async (name: string) => (await call('tags.list', {})).tags.find(tag => tag.name === name)!.id
  const designers = async () => (await call('designers.list', {})).designers.map(one => `${one.name} ${one.patterns}`)
  const designerId = async (name: string) =>
    (await call('designers.list', {})).designers.find(one => one.name === name)!.id
  const found = async (query: string) =>
    (await call('patterns.list', { query, sort: 'name' })).patterns.map(({ name }) => name)
  return { temp, call, ids, tags, tagId, designers, designerId, found }
}

test('merged tags are one: on every pattern that wore any of them, once, and found by its name', async () => {
  const { call, temp, tags, tagId, found } = await library(
    { name: 'Swirl', tags: ['Feather'] },
    { name: 'Plume', tags: ['Fethers'] },
    { name: 'Both', tags: ['Feather', 'Fethers', 'Dense'] },
  )
  const [feather, fethers] = [await tagId('Feather'), await tagId('Fethers')]
  expect(await call('tags.merge', { ids: [feather, fethers], into: feather })).toMatchObject({
    label: 'merge-tags',
    args: { name: 'Feather', merged: ['Fethers'], count: 2 },
    patterns: 2,
  })
  expect(await tags()).toEqual(['Dense 1', 'Feather 3'])
  expect([await found('"feather"'), await found('"fethers"')]).toEqual([['Both', 'Plume', 'Swirl'], []])
  await call('undo.undo', {})
  expect(await tags()).toEqual(['Dense 1', 'Feather 2', 'Fethers 2'])
  expect([await found('"feather"'), await found('"fethers"')]).toEqual([
    ['Both', 'Swirl'],
    ['Both', 'Plume'],
  ])
  await call('undo.redo', {})
  expect(await tags()).toEqual(['Dense 1', 'Feather 3'])
  expect((await call('library.verify', {})).fixed).toEqual([])
  expect(temp.context.db.values(sql`select count(*) from command`)).toEqual([2])
})

test('a name that was merged away makes the tag it always was, and clean', async () => {
  const { call, ids, tags, tagId } = await library({ name: 'Swirl', tags: ['Feather', 'Fethers'] }, { name: 'Leaf' })
  const fethers = await tagId('Fethers')
  await call('tags.edit', { id: fethers, set: { pinned: true } })
  await call('tags.merge', { ids: [fethers], into: await tagId('Feather') })
  await call('patterns.tag', { ids: [ids[1]!], add: ['fethers'] })
  expect(await tagId('Fethers')).toBe(fethers)
  expect(await tags()).toEqual(['Feather 1', 'Fethers 1'])
  expect((await call('tags.list', {})).tags.map(({ pinned }) => pinned)).toEqual([false, false])
})

test('a pattern in the trash comes back with the tag that its own was merged into', async () => {
  const { call, ids, tags, tagId } = await library(
    { name: 'Swirl', tags: ['Fethers'] },
    { name: 'Leaf', tags: ['Feather'] },
  )
  await call('trash.put', { ids: [ids[0]!] })
  await call('tags.merge', { ids: [await tagId('Fethers')], into: await tagId('Feather') })
  await call('trash.restore', { ids: [ids[0]!] })
  expect(await tags()).toEqual(['Feather 2'])
})

test('of two tags in the trash that share a name, one comes back', async () => {
  const { call, ids, tags, tagId } = await library({ name: 'Swirl', tags: ['Leaf', 'Blatt'] })
  const [id] = ids as [string]
  const [entry] = (await call('patterns.history', { id })).entries
  await call('tags.trash', { ids: [await tagId('Leaf')] })
  const blatt = await tagId('Blatt')
  await call('tags.edit', { id: blatt, set: { name: 'Leaf' } })
  await call('tags.trash', { ids: [blatt] })
  await call('patterns.goBack', { id, entryId: entry!.id })
  expect(await tags()).toEqual(['Leaf 1'])
})

test('merged collections hold the patterns of all of them', async () => {
  const { call, ids } = await library({ name: 'Swirl' }, { name: 'Plume' }, { name: 'Leaf' })
  const make = async (name: string, members: string[]) => {
    const { id } = await call('collections.create', { name })
    await call('patterns.collect', { ids: members, collectionId: id, member: true })
    return id
  }
  const anna = await make('Anna', [ids[0]!, ids[1]!])
  const hers = await make('Anna’s', [ids[1]!, ids[2]!])
  await call('collections.merge', { ids: [hers], into: anna })
  expect((await call('collections.list', {})).collections).toMatchObject([{ name: 'Anna', patterns: 3 }])
  await call('undo.undo', {})
  expect((await call('collections.list', {})).collections).toMatchObject([
    { name: 'Anna', patterns: 2 },
    { name: 'Anna’s', patterns: 2 },
  ])
})

test('a collection shows itself by up to four of its patterns that are not in the trash', async () => {
  const { call, ids } = await library(...Array.from({ length: 6 }, (_, index) => ({ name: `Swirl ${index}` })))
  const { id } = await call('collections.create', { name: 'Anna' })
  const { id: empty } = await call('collections.create', { name: 'Bea' })
  await call('patterns.collect', { ids, collectionId: id, member: true })
  await call('trash.put', { ids: ids.slice(0, 4) })
  const { faces } = await call('collections.faces', { ids: [id, empty, 'gone'] })
  expect(faces.map(face => face.patterns.length)).toEqual([2, 0])
  expect(faces[0]!.patterns[0]).toMatchObject({ sketchKey: expect.any(String), pictureKey: null })
})

test('merged designers are one, and a designer is renamed for all her patterns', async () => {
  const { call, designers, designerId, found } = await library(
    { name: 'Swirl', designer: 'Anne Bright' },
    { name: 'Plume', designer: 'Ann Bright' },
    { name: 'Leaf', designer: 'Bea' },
  )
  const [anne, bea] = [await designerId('Anne Bright'), await designerId('Bea')]
  await call('designers.merge', { ids: [await designerId('Ann Bright')], into: anne })
  expect(await designers()).toEqual(['Anne Bright 2', 'Bea 1'])
  await expect(call('designers.edit', { id: anne, name: 'bea' })).rejects.toMatchObject({
    code: 'name-taken',
    detail: { id: bea },
  })
  await call('designers.edit', { id: anne, name: 'A. Bright' })
  expect([await found('bright'), await found('anne')]).toEqual([['Plume', 'Swirl'], []])
  await call('undo.undo', {})
  await call('undo.undo', {})
  expect(await designers()).toEqual(['Ann Bright 1', 'Anne Bright 1', 'Bea 1'])
})

test('the name of a designer without patterns is free', async () => {
  const { call, ids, designers, designerId } = await library(
    { name: 'Swirl', designer: 'Anna' },
    { name: 'Leaf', designer: 'Bea' },
  )
  await call('trash.put', { ids: [ids[1]!] })
  await call('designers.edit', { id: await designerId('Anna'), name: 'Bea' })
  await call('trash.restore', { ids: [ids[1]!] })
  expect(await designers()).toEqual(['Bea 2'])
})

test('a designer that goes is taken off her patterns, and put back on them', async () => {
  const { call, ids, designers, designerId, found } = await library(
    { name: 'Swirl', designer: 'Anna' },
    { name: 'Plume', designer: 'Anna' },
  )
  await call('designers.trash', { ids: [await designerId('Anna')] })
  expect([await designers(), await found('anna')]).toEqual([[], []])
  expect((await call('patterns.get', { id: ids[0]! })).designer).toBeNull()
  await call('undo.undo', {})
  expect([await designers(), await found('anna')]).toEqual([['Anna 2'], ['Plume', 'Swirl']])
})

test('several tags are pinned, put in a group and thrown away at once, and undone as one', async () => {
  const { call, tags, tagId } = await library({ name: 'Swirl', tags: ['Feather', 'Leaf', 'Dense'] })
  const some = [await tagId('Feather'), await tagId('Leaf')]
  const { id: groupId } = await call('tagGroups.create', { name: 'Motif' })
  expect(await call('tags.arrange', { ids: some, set: { pinned: true } })).toMatchObject({ label: 'pin' })
  expect(await call('tags.arrange', { ids: some, set: { groupId } })).toMatchObject({
    args: { group: 'Motif', count: 2 },
  })
  expect((await call('tags.list', {})).tags).toMatchObject([
    { name: 'Dense', pinned: false, groupId: null },
    { name: 'Feather', pinned: true, groupId },
    { name: 'Leaf', pinned: true, groupId },
  ])
  await call('tags.trash', { ids: some })
  expect(await tags()).toEqual(['Dense 1'])
  await call('undo.undo', {})
  expect(await tags()).toEqual(['Dense 1', 'Feather 1', 'Leaf 1'])
  await call('undo.undo', {})
  await call('undo.undo', {})
  expect((await call('tags.list', {})).tags.some(tag => tag.pinned || tag.groupId !== null)).toBe(false)
})

test('collections stand in groups and leave them when these go', async () => {
  const { call } = await library()
  const { id: groupId } = await call('collectionGroups.create', { name: 'Customers' })
  const { id } = await call('collections.create', { name: 'Anna' })
  await call('collections.edit', { id, set: { groupId } })
  await call('collectionGroups.edit', { id: groupId, name: 'Quilts' })
  expect(await call('collections.list', {})).toMatchObject({
    collections: [{ groupId, pinned: false }],
    groups: [{ name: 'Quilts' }],
  })
  await call('collectionGroups.trash', { id: groupId })
  expect(await call('collections.list', {})).toMatchObject({ collections: [{ groupId: null }], groups: [] })
  await expect(call('collections.edit', { id, set: { groupId } })).rejects.toMatchObject({ code: 'group-gone' })
  await call('undo.undo', {})
  expect(await call('collections.list', {})).toMatchObject({ collections: [{ groupId }] })
})

test('what is asked while a large change is made waits for it, so that undoing goes back in order', async () => {
  const many = Array.from({ length: 450 }, (_, index) => ({ name: `Pattern ${index}`, contents: ['the same bytes'] }))
  const { call, ids, tags } = await library(...many)
  const first = call('patterns.tag', { ids, add: ['Feather'] })
  const second = call('undo.undo', {})
  const third = call('patterns.tag', { ids: [ids[0]!], add: ['Leaf'] })
  await Promise.all([first, second, third])
  expect(await tags()).toEqual(['Leaf 1'])
})

test('a tag can be made before any pattern wears it', async () => {
  const { call, tags } = await library({ name: 'Swirl', tags: ['Leaf'] })
  await call('tags.create', { name: 'Roses' })
  expect(await tags()).toEqual(['Leaf 1', 'Roses 0'])
  await expect(call('tags.create', { name: ' roses ' })).rejects.toMatchObject({ code: 'name-taken' })
  await call('undo.undo', {})
  expect(await tags()).toEqual(['Leaf 1'])
})

test('a tag on many patterns is merged and renamed as one, and every one of them is found', async () => {
  const many = Array.from({ length: 900 }, (_, index) => ({
    name: `Pattern ${index}`,
    tags: ['Fethers'],
    contents: ['the same bytes'],
  }))
  const { call, tags, tagId } = await library(...many, { name: 'Swirl', tags: ['Feather'] })
  expect(await call('tags.merge', { ids: [await tagId('Fethers')], into: await tagId('Feather') })).toMatchObject({
    patterns: 900,
  })
  expect(await tags()).toEqual(['Feather 901'])
  const found = async (query: string) => (await call('patterns.list', { query })).total
  expect(await found('"feather"')).toBe(901)
  await call('tags.edit', { id: await tagId('Feather'), set: { name: 'Plume' } })
  expect([await found('plume'), await found('"feather"')]).toEqual([901, 0])
  await call('undo.undo', {})
  expect([await found('plume'), await found('"feather"')]).toEqual([0, 901])
  await call('undo.undo', {})
  expect(await tags()).toEqual(['Feather 1', 'Fethers 900'])
})
