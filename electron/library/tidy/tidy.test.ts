import { expect, onTestFinished, test } from 'vitest'
import type { Design } from '#shared/geometry/design.ts'
import { rotate } from '#shared/geometry/transform.ts'
import type { FormatId } from '#shared/formats/types.ts'
import type { Kind } from '#shared/domain/pattern.ts'
import { sql } from '../db/sql.ts'
import { seen } from '../testing/temp-database.ts'
import { drawn, written } from '../testing/design-files.ts'
import { addRealPattern } from '../testing/real-patterns.ts'
import { addPatterns } from '../testing/some-patterns.ts'
import { tempLibrary } from '../testing/temp-library.ts'

async function tidying() {
  const temp = await tempLibrary()
  onTestFinished(() => temp.remove())
  async function add(
    name: string,
    { design = drawn(1), kind = 'edge-to-edge' as Kind, format = 'qli' as FormatId, tags = [] as string[] } = {},
  ) {
    const files = [{ name: `${name}.${format}`, bytes: written(design, format) }]
    const id = await addRealPattern(temp.context, { name, kind, tags, files })
    await temp.call('patterns.redraw', { ids: [id] })
    return id
  }
  const names = async (group: 'untagged' | 'way-up' | 'no-picture' | 'size-unknown') =>
    (await temp.call('tidy.list', { group })).items.map(({ pattern }) => pattern.name)
  return Object.assign(temp, { add, names, undo: () => temp.call('undo.undo', {}) })
}

const turned = (design: Design, degrees: number) => rotate(design, (degrees * Math.PI) / 180)

test('a pattern without tags is listed until it wears one, and again when that is undone', async () => {
  const { add, call, names, undo } = await tidying()
  await add('Feather swirl', { tags: ['feather'] })
  const id = await add('Sunflowers')
  expect(await names('untagged')).toEqual(['Sunflowers'])
  await call('tidy.accept', { items: [{ id, tags: ['sunflower'] }] })
  expect(await names('untagged')).toEqual([])
  await undo()
  expect(await names('untagged')).toEqual(['Sunflowers'])
})

test('its name and file names say tags; hers are taken as she writes them', async () => {
  const { add, call } = await tidying()
  await add('Any', { tags: ['FEATHERS'] })
  const id = await add('Feathered Butterfly Border')
  const { suggestions } = await call('tidy.suggest', { ids: [id] })
  expect(suggestions.map(({ tag }) => tag)).toEqual(expect.arrayContaining(['FEATHERS', 'butterflies', 'border']))
  expect(suggestions[0]?.reason).toEqual({ alike: null, named: true })
})

test('what the pattern is for already is no tag to suggest', async () => {
  const { add, call } = await tidying()
  const id = await add('Plain Border', { kind: 'border' })
  const { suggestions } = await call('tidy.suggest', { ids: [id] })
  expect(suggestions.map(({ tag }) => tag)).not.toContain('border')
})

test('those that look alike vote', async () => {
  const { add, call } = await tidying()
  for (let index = 0; index < 8; index++)
    await add(`Copy ${index}`, {
      design: drawn(3, { widthMm: 200 + index }),
      tags: index < 7 ? ['My favourite line'] : ['Other'],
    })
  const id = await add('X0001', { design: drawn(3, { widthMm: 300 }) })
  const { suggestions } = await call('tidy.suggest', { ids: [id] })
  expect(suggestions).toEqual([
    { tag: 'My favourite line', reason: { alike: { having: 7, of: 8 }, named: false }, ids: [id] },
  ])
})

test('"No thanks" is remembered, and taken back by undo', async () => {
  const temp = await tidying()
  const { add, call } = temp
  const id = await add('Sunflowers')
  const tags = async () => (await call('tidy.suggest', { ids: [id] })).suggestions.map(({ tag }) => tag)
  const before = await tags()
  expect(before).toContain('sunflowers')
  await call('tidy.decline', { ids: [id], tags: before })
  expect(await tags()).toEqual([])
  await temp.reopen()
  expect((await temp.call('tidy.suggest', { ids: [id] })).suggestions).toEqual([])
  await temp.call('undo.undo', {})
  expect((await temp.call('tidy.suggest', { ids: [id] })).suggestions.map(({ tag }) => tag)).toEqual(before)
})

test('for several, each gets what is suggested for it, as one change', async () => {
  const { add, call, context, undo } = await tidying()
  const ids = [await add('Sunflowers'), await add('Sunflower field'), await add('Butterfly')]
  const before = seen(context.db)
  const { suggestions, looked } = await call('tidy.suggest', { ids })
  expect(looked).toBe(3)
  const sunflower = suggestions.find(({ tag }) => tag === 'sunflowers')
  expect(new Set(sunflower?.ids)).toEqual(new Set(ids.slice(0, 2)))
  await call('tidy.accept', {
    items: ids.map(id => ({ id, tags: suggestions.filter(one => one.ids.includes(id)).map(({ tag }) => tag) })),
  })
  expect((await call('patterns.get', { id: ids[2]! })).tags.map(({ name }) => name)).toContain('butterflies')
  await undo()
  expect(seen(context.db)).toEqual(before)
})

test('a row saved on its side is found, turned as a version, and undone', async () => {
  const { add, call, names, undo } = await tidying()
  await add('Lies right')
  const id = await add('On its side', { design: turned(drawn(1), 90) })
  expect(await names('way-up')).toEqual(['On its side'])
  await call('tidy.turn', { id })
  expect(await names('way-up')).toEqual([])
  const { files, versionId } = await call('patterns.get', { id })
  const version = files.find(file => file.id === versionId)?.version
  expect(version!.widthMm!).toBeGreaterThan(version!.heightMm!)
  await undo()
  expect(await names('way-up')).toEqual(['On its side'])
})

test('"It is right so" is remembered for that group alone', async () => {
  const { add, call, names, undo } = await tidying()
  const id = await add('From the right', { design: turned(drawn(1), 180) })
  expect(await names('way-up')).toEqual(['From the right'])
  await call('tidy.rightSo', { ids: [id], group: 'way-up' })
  expect(await names('way-up')).toEqual([])
  expect(await names('untagged')).toEqual(['From the right'])
  await undo()
  expect(await names('way-up')).toEqual(['From the right'])
})

test('a pattern that lies right is not turned', async () => {
  const { add, call } = await tidying()
  const id = await add('Lies right')
  await expect(call('tidy.turn', { id })).rejects.toMatchObject({ code: 'lies-right' })
})

test('a size that only she knows is typed once, and the pattern has it; undo takes both back', async () => {
  const { add, call, context, names, undo } = await tidying()
  const id = await add('Of any size', { format: 'cqp' })
  // As an import leaves it.
  context.db.run(sql`update pattern set size_source = 'unknown' where id = ${id}`)
  expect(await names('size-unknown')).toEqual(['Of any size'])
  const before = await call('patterns.get', { id })
  await call('tidy.size', { id, widthMm: 304.8 })
  expect(await names('size-unknown')).toEqual([])
  const after = await call('patterns.get', { id })
  expect(after).toMatchObject({ widthMm: 304.8, sizeUnknown: false })
  expect(after.heightMm! / after.widthMm!).toBeCloseTo(before.heightMm! / before.widthMm!, 6)
  expect(after.files.find(file => file.id === after.versionId)?.version?.widthMm).toBeCloseTo(304.8, 1)
  await expect(call('tidy.size', { id, widthMm: 100 })).rejects.toMatchObject({ code: 'size-known' })
  await undo()
  expect(await names('size-unknown')).toEqual(['Of any size'])
  expect(await call('patterns.get', { id })).toEqual(before)
})

test('what has no picture is listed, and the counts tell of every group', async () => {
  const { add, call, context, names } = await tidying()
  await add('Seen', { tags: ['x'] })
  await addPatterns(context, [{ name: 'Locked one' }])
  context.db.run({
    text: 'update original set sketch = null where format = ? and parse_version > 0 and facts is null',
    params: ['qli'],
  })
  expect(await names('no-picture')).toEqual(['Locked one'])
  expect(await call('tidy.counts', {})).toEqual({
    groups: { untagged: 1, 'way-up': 0, 'no-picture': 1, 'size-unknown': 0 },
    missed: 0,
  })
})

test('pages of a group follow one another', async () => {
  const { call, context } = await tidying()
  await addPatterns(
    context,
    Array.from({ length: 7 }, (_, index) => ({ name: `P${index}` })),
  )
  const first = await call('tidy.list', { group: 'untagged', limit: 4 })
  const second = await call('tidy.list', { group: 'untagged', limit: 4, offset: 4 })
  expect([first.total, second.total]).toEqual([7, 7])
  expect([...first.items, ...second.items].map(({ pattern }) => pattern.name)).toEqual([
    'P6',
    'P5',
    'P4',
    'P3',
    'P2',
    'P1',
    'P0',
  ])
})

test('what she opened soon after a search that found nothing is offered first', async () => {
  const { call, context, clock } = await tidying()
  const [, opened] = await addPatterns(context, [
    { name: 'Before' },
    { name: 'Found another way' },
    { name: 'Much later' },
  ])
  context.db.run(sql`insert into missed_search (id, query, query_key, times, last_at)
    values ('m', 'zorblatt', 'zorblatt', 1, ${clock.now()})`)
  await call('patterns.touch', { id: opened! })
  expect((await call('missed.meant', { id: 'm' })).patterns.map(({ name }) => name)).toEqual(['Found another way'])
})

test('for a search that found nothing, patterns are offered that one word of it finds', async () => {
  const { call, context } = await tidying()
  await addPatterns(context, [{ name: 'Stripes' }, { name: 'Leaf' }])
  context.db.run({
    text: `insert into missed_search (id, query, query_key, times, last_at) values ('m', 'zzyzx stripes', 'zzyzx stripes', 1, 1)`,
    params: [],
  })
  const { patterns } = await call('missed.meant', { id: 'm' })
  expect(patterns.map(({ name }) => name)).toEqual(['Stripes'])
})
