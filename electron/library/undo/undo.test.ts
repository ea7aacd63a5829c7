import { expect, onTestFinished, test } from 'vitest'
import { sql } from '../db/sql.ts'
import { COMMANDS_KEPT } from '../db/tables/command.ts'
import { addPatterns } from '../testing/some-patterns.ts'
import { tempLibrary } from '../testing/temp-library.ts'

async function libraryWith(...names: string[]) {
  const temp = await tempLibrary()
  onTestFinished(() => temp.remove())
  const ids = await addPatterns(
    temp.context,
    names.map(name => ({ name, designer: 'Anna Bright', tags: ['Floral'] })),
  )
  const nameOf = async (id: string) => (await temp.call('patterns.get', { id })).name
  return { temp, ids, nameOf, first: ids[0]! }
}

test('undo and redo go back and forth over the last things done, also after a restart', async () => {
  const { temp, first, nameOf } = await libraryWith('Swirl')
  await temp.call('patterns.edit', { ids: [first], set: { name: 'Feather' } })
  await temp.call('patterns.edit', { ids: [first], set: { name: 'Leaf' } })
  await temp.reopen()
  expect((await temp.call('library.info', {})).undo).toMatchObject({ label: 'rename', args: { name: 'Leaf' } })
  expect(await temp.call('undo.undo', {})).toMatchObject({
    label: 'undo',
    args: { label: 'rename', left: 0 },
    patterns: 1,
  })
  expect(await nameOf(first)).toBe('Feather')
  await temp.call('undo.undo', {})
  expect(await nameOf(first)).toBe('Swirl')
  await temp.reopen()
  await temp.call('undo.redo', {})
  expect(await nameOf(first)).toBe('Feather')
  await temp.call('undo.redo', {})
  expect(await nameOf(first)).toBe('Leaf')
  await expect(temp.call('undo.redo', {})).rejects.toMatchObject({ code: 'nothing-to-redo' })
})

test('something new done after an undo takes the redo’s place', async () => {
  const { temp, first, nameOf } = await libraryWith('Swirl')
  await temp.call('patterns.edit', { ids: [first], set: { name: 'Feather' } })
  await temp.call('undo.undo', {})
  await temp.call('patterns.edit', { ids: [first], set: { name: 'Leaf' } })
  expect((await temp.call('library.info', {})).redo).toBeNull()
  await temp.call('undo.undo', {})
  expect(await nameOf(first)).toBe('Swirl')
})

test('a change of many patterns is undone as one', async () => {
  const names = Array.from({ length: 450 }, (_, index) => `Pattern ${index}`)
  const { temp, ids } = await libraryWith(...names)
  await temp.call('patterns.tag', { ids, add: ['Winter'] })
  expect((await temp.call('tags.list', {})).tags.find(tag => tag.name === 'Winter')?.patterns).toBe(450)
  expect(await temp.call('undo.undo', {})).toMatchObject({ patterns: 450 })
  expect((await temp.call('tags.list', {})).tags.map(tag => tag.name)).toEqual(['Floral'])
})

test('undoing that was cut off half-way is finished at the next start', async () => {
  const names = Array.from({ length: 1_200 }, (_, index) => `Pattern ${index}`)
  const { temp, ids } = await libraryWith(...names)
  await temp.call('patterns.tag', { ids, add: ['Winter'] })
  const cutOff = temp.services.undo.undo().catch(() => 'cut off')
  await temp.reopen()
  expect(await cutOff).toBe('cut off')
  expect((await temp.call('tags.list', {})).tags.map(tag => tag.name)).toEqual(['Floral'])
  await temp.call('undo.redo', {})
  expect((await temp.call('tags.list', {})).tags.map(tag => `${tag.name} ${tag.patterns}`)).toEqual([
    'Floral 1200',
    'Winter 1200',
  ])
})

test('an import taken back is in the trash; what it brought comes back with its tags', async () => {
  const { temp, ids } = await libraryWith('Swirl', 'Feather')
  await temp.call('undo.undo', {})
  expect((await temp.call('patterns.list', {})).total).toBe(0)
  expect((await temp.call('patterns.list', { filter: { trashed: true } })).total).toBe(2)
  expect((await temp.call('tags.list', {})).tags).toEqual([])
  await temp.call('trash.restore', { ids: [ids[0]!] })
  expect((await temp.call('patterns.get', { id: ids[0]! })).tags).toMatchObject([{ name: 'Floral' }])
  expect((await temp.call('patterns.list', { query: 'floral' })).total).toBe(1)
})

test('“Undo this import” works after other things were done, and can itself be undone', async () => {
  const { temp, ids, first, nameOf } = await libraryWith('Swirl', 'Feather')
  const [later] = await addPatterns(temp.context, [{ name: 'Later', tags: ['Floral'] }])
  await temp.call('patterns.edit', { ids: [first], set: { name: 'Renamed' } })
  const importId = 1
  expect(await temp.services.undo.takeBack(importId, 'undo-import')).toMatchObject({
    label: 'undo-import',
    patterns: 2,
  })
  expect((await temp.call('patterns.list', {})).patterns.map(card => card.id)).toEqual([later])
  expect((await temp.call('patterns.get', { id: later! })).tags).toMatchObject([{ name: 'Floral' }])
  await expect(temp.services.undo.takeBack(importId, 'undo-import')).rejects.toThrow('undone already')
  await temp.call('undo.undo', {})
  expect((await temp.call('patterns.list', {})).total).toBe(3)
  expect(await nameOf(first)).toBe('Renamed')
  await temp.call('undo.redo', {})
  expect((await temp.call('patterns.list', {})).total).toBe(1)
  await temp.call('undo.undo', {})
  await temp.call('undo.undo', {})
  expect(await nameOf(ids[0]!)).toBe('Swirl')
})

test('“Undo this import” leaves a designer and a tag that the import had taken out of the trash to what wears them since', async () => {
  const { temp, ids } = await libraryWith('Swirl')
  const anna = (await temp.call('designers.list', {})).designers[0]!.id
  const floral = (await temp.call('tags.list', {})).tags[0]!.id
  await temp.call('designers.trash', { ids: [anna] })
  await temp.call('tags.trash', { ids: [floral] })
  await addPatterns(temp.context, [{ name: 'Feather', designer: 'Anna Bright', tags: ['Floral'] }])
  const importId = temp.context.db.values<number>(sql`select max(id) from command`)[0]!
  await temp.call('patterns.edit', { ids, set: { designer: 'Anna Bright' } })
  await temp.call('patterns.tag', { ids, add: ['Floral'] })
  await temp.services.undo.takeBack(importId, 'undo-import')
  expect((await temp.call('designers.list', {})).designers).toMatchObject([{ id: anna, patterns: 1 }])
  expect((await temp.call('tags.list', {})).tags).toMatchObject([{ id: floral, patterns: 1 }])
})

test('undoing never runs over something newer', async () => {
  const { temp, first, nameOf } = await libraryWith('Swirl')
  await temp.call('patterns.edit', { ids: [first], set: { name: 'Feather', notes: 'ten inches' } })
  const edit = (await temp.call('patterns.history', { id: first })).entries[0]!.id
  await temp.call('patterns.edit', { ids: [first], set: { name: 'Hers' } })
  expect(await temp.services.undo.takeBack(edit, 'undo')).toMatchObject({ args: { left: 1 } })
  expect(await nameOf(first)).toBe('Hers')
  expect((await temp.call('patterns.get', { id: first })).notes).toBe('')
})

test('looking at a pattern is nothing to undo', async () => {
  const { temp, first } = await libraryWith('Swirl')
  await temp.call('patterns.touch', { id: first })
  expect((await temp.call('library.info', {})).undo).toMatchObject({ label: 'import' })
  expect((await temp.call('patterns.list', { filter: { used: true } })).total).toBe(1)
})

test('the last two hundred things can be undone, and not one more', async () => {
  const { temp, first, nameOf } = await libraryWith('Name 0')
  for (let index = 1; index <= COMMANDS_KEPT + 5; index++)
    await temp.call('patterns.edit', { ids: [first], set: { name: `Name ${index}` } })
  for (let index = 0; index < COMMANDS_KEPT; index++) await temp.call('undo.undo', {})
  expect(await nameOf(first)).toBe('Name 5')
  await expect(temp.call('undo.undo', {})).rejects.toMatchObject({ code: 'nothing-to-undo' })
})
