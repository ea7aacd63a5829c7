import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { mirror, rotate, scale } from '#shared/geometry/transform.ts'
import type { Design } from '#shared/geometry/design.ts'
import type { FormatId } from '#shared/formats/types.ts'
import { starterPatterns } from '#shared/starter/index.ts'
import { sql } from '../db/sql.ts'
import { written } from '../testing/design-files.ts'
import { expectUndone, stateOf } from '../testing/library-state.ts'
import { addRealPattern, type RealPattern } from '../testing/real-patterns.ts'
import { tempLibrary } from '../testing/temp-library.ts'

const swirl = starterPatterns.find(({ kind }) => kind === 'motif')!.draw()
const fan = starterPatterns.findLast(({ kind }) => kind === 'block')!.draw()

async function library() {
  const temp = await tempLibrary()
  onTestFinished(() => temp.remove())
  const add = (name: string, design: Design, format: FormatId, more: Partial<RealPattern> = {}) =>
    addRealPattern(temp.context, {
      name,
      files: [{ name: `${name}.${format}`, bytes: written(design, format) }],
      ...more,
    })
  const pairs = async () => {
    await temp.call('doubles.scan', {})
    return (await temp.call('doubles.list', {})).pairs
  }
  return { temp, add, pairs }
}

test('one design in two formats is found, and what it is said to be is what it is', async () => {
  const { temp, add, pairs } = await library()
  const first = await add('Swirl', swirl, 'qli', { tags: ['Mine'] })
  const second = await add('Swirl again', swirl, 'dxf')
  await add('Fan', fan, 'qli')
  const [pair, ...others] = await pairs()
  expect(others).toEqual([])
  expect(pair).toMatchObject({ kind: 'same', mirrored: false, turnDeg: 0, ends: false })
  expect([pair!.first.id, pair!.second.id].toSorted()).toEqual([first, second].toSorted())
  expect(pair!.suggestion).toEqual({ action: 'combine', keep: first, why: 'other-format' })
  expect(await temp.call('doubles.state', {})).toMatchObject({ state: 'waiting', pairs: 1 })
})

test('sizes, turns and mirror images are told', async () => {
  const { add, pairs } = await library()
  await add('Swirl', swirl, 'qli')
  await add('Large', scale(swirl, 1.5), 'qli')
  expect((await pairs())[0]).toMatchObject({ kind: 'same', suggestion: { action: 'keep-both', why: 'other-size' } })
  await add('Fan', fan, 'qli')
  await add('Turned fan', rotate(fan, Math.PI / 2), 'qli')
  const kinds = (await pairs()).map(pair => pair.kind)
  expect(kinds).toHaveLength(2)
})

test('a mirror image is one design, and both are kept unless she says otherwise', async () => {
  const { add, pairs } = await library()
  const bird = starterPatterns.find(({ slug }) => slug.includes('leaf') || slug.includes('feather'))!.draw()
  await add('Left', bird, 'qli')
  await add('Right', mirror(bird, 'x'), 'qli')
  const [pair] = await pairs()
  expect(['mirrored', 'same', 'turned']).toContain(pair!.kind)
})

test('combining gives one pattern the files and words of both, and one undo makes it two again', async () => {
  const { temp, add, pairs } = await library()
  const first = await add('Swirl', swirl, 'qli', { tags: ['Mine'] })
  const second = await add('Swirl again', swirl, 'dxf', { tags: ['Bought'], notes: 'From the fair' })
  await pairs()
  const before = await stateOf(temp.context.db, temp.call)
  expect(await temp.call('doubles.combine', { keep: first, other: second })).toMatchObject({
    label: 'combine-patterns',
  })
  const one = await temp.call('patterns.get', { id: first })
  expect(one.files.map(file => file.format).toSorted()).toEqual(['dxf', 'qli'])
  expect(one.tags.map(tag => tag.name).toSorted()).toEqual(['Bought', 'Mine'])
  expect(one.notes).toBe('From the fair')
  expect((await temp.call('patterns.list', {})).total).toBe(1)
  expect(await pairs()).toEqual([])
  await temp.call('undo.undo', {})
  expectUndone(await stateOf(temp.context.db, temp.call), before, new Set())
  expect(await pairs()).toHaveLength(1)
})

test('the one that is kept takes over what the other had, and the other lies in the trash', async () => {
  const { temp, add, pairs } = await library()
  const keep = await add('Swirl', swirl, 'qli')
  const other = await add('Swirl again', scale(swirl, 1.2), 'qli', { tags: ['Bought'], notes: 'From the fair' })
  const { id: collectionId } = await temp.call('collections.create', { name: 'Anna’s quilt' })
  await temp.call('patterns.collect', { ids: [other], collectionId, member: true })
  await temp.call('patterns.edit', { ids: [other], set: { favourite: true } })
  await pairs()
  const before = await stateOf(temp.context.db, temp.call)
  await temp.call('doubles.keepOne', { keep, other })
  expect(await temp.call('patterns.get', { id: keep })).toMatchObject({
    favourite: true,
    notes: 'From the fair',
    tags: [{ name: 'Bought' }],
    collections: [{ name: 'Anna’s quilt' }],
  })
  expect((await temp.call('patterns.list', { filter: { trashed: true } })).patterns.map(card => card.id)).toEqual([
    other,
  ])
  await temp.call('undo.undo', {})
  expectUndone(await stateOf(temp.context.db, temp.call), before, new Set())
})

test('the one that went for good takes nothing with it', async () => {
  const { temp, add, pairs } = await library()
  const first = await add('Swirl', swirl, 'qli')
  const second = await add('Swirl again', swirl, 'dxf')
  await pairs()
  await temp.call('doubles.combine', { keep: first, other: second })
  await temp.call('trash.deleteForGood', { ids: [second] })
  const one = await temp.call('patterns.get', { id: first })
  expect(one.files.map(file => file.readable)).toEqual([true, true])
  expect((await temp.call('library.verify', {})).originals.missing).toEqual([])
})

test('what she has decided is asked no more, also after a restart, and undoing asks again', async () => {
  const { temp, add, pairs } = await library()
  const first = await add('Swirl', swirl, 'qli')
  const second = await add('Swirl again', swirl, 'dxf')
  await pairs()
  await temp.call('doubles.notSame', { first, second })
  expect(await pairs()).toEqual([])
  await temp.reopen()
  expect(await pairs()).toEqual([])
  await temp.call('undo.undo', {})
  expect(await pairs()).toHaveLength(1)
  await temp.call('doubles.keepBoth', { first: second, second: first })
  expect(await pairs()).toEqual([])
})

test('suggestions are accepted together and undone together', async () => {
  const { temp, add, pairs } = await library()
  await add('Swirl', swirl, 'qli')
  await add('Swirl again', swirl, 'dxf')
  await add('Fan', fan, 'qli')
  await add('Fan again', fan, 'svg')
  const found = await pairs()
  expect(found).toHaveLength(2)
  const before = await stateOf(temp.context.db, temp.call)
  const change = await temp.call('doubles.accept', { ids: found.map(pair => pair.id) })
  expect(change).toMatchObject({ label: 'accept-doubles', args: { count: 2 } })
  expect((await temp.call('patterns.list', {})).total).toBe(2)
  expect(await pairs()).toEqual([])
  await temp.call('undo.undo', {})
  expectUndone(await stateOf(temp.context.db, temp.call), before, new Set())
})

test('only what is new is looked at, and what came before Bobbin compared designs is looked at as well', async () => {
  const { temp, add, pairs } = await library()
  await add('Swirl', swirl, 'qli')
  await pairs()
  const checked = () => temp.context.db.values<number>(sql`select count(*) from outline where checked > 0`)[0]
  expect(checked()).toBe(1)
  temp.context.db.run(sql`delete from outline`)
  await add('Swirl again', swirl, 'dxf')
  expect(await pairs()).toHaveLength(1)
  expect(checked()).toBe(2)
})

test('a search that is paused goes on only when she says so', async () => {
  const { temp, add, pairs } = await library()
  await temp.call('doubles.pause', {})
  await add('Swirl', swirl, 'qli')
  await add('Swirl again', swirl, 'dxf')
  expect(await pairs()).toEqual([])
  expect(await temp.call('doubles.state', {})).toMatchObject({ state: 'paused' })
  await temp.reopen()
  expect(await temp.call('doubles.state', {})).toMatchObject({ state: 'paused' })
  await temp.call('doubles.goOn', {})
  expect(await pairs()).toHaveLength(1)
})

test('a file that nobody can read is offered to the readable one of its name', async () => {
  const { temp, add, pairs } = await library()
  const locked = await add('Swirl', swirl, 'qli')
  temp.context.db.run(sql`update pattern set state = 'locked', main_hash = null where id = ${locked}`)
  const readable = await add('Swirl', swirl, 'dxf')
  expect((await pairs())[0]).toMatchObject({
    kind: 'names',
    suggestion: { action: 'combine', keep: readable, why: 'readable' },
  })
})

test('both lines are laid upon each other, whatever their size', async () => {
  const { temp, add, pairs } = await library()
  await add('Swirl', swirl, 'qli')
  await add('Large', rotate(scale(swirl, 1.5), 1), 'svg')
  const [pair] = await pairs()
  const { overlay } = await temp.call('doubles.overlay', { first: pair!.first.id, second: pair!.second.id })
  const reach = (lines: readonly Float64Array[]) => Math.max(...lines.map(line => Math.max(...line)))
  expect(reach(overlay!.first) / reach(overlay!.second)).toBeCloseTo(1, 1)
})

test('a design that is here in another format is told before it comes in, and joins that pattern only when she says so', async () => {
  const { temp, add } = await library()
  const here = await add('Swirl', swirl, 'qli')
  const bring = async (name: string, design: Design, format: FormatId) => {
    const folder = await mkdtemp(join(tmpdir(), 'bobbin-twin-'))
    await writeFile(join(folder, `${name}.${format}`), written(design, format))
    const { id } = await temp.call('imports.look', { paths: [folder] })
    await rm(folder, { recursive: true })
    return { id, twins: (await temp.call('imports.twins', { id })).twins }
  }
  const first = await bring('A10', swirl, 'dxf')
  expect(first.twins).toMatchObject([{ name: 'A10', here: { id: here, name: 'Swirl' }, joins: false, mirrored: false }])
  await temp.call('imports.join', { id: first.id, key: first.twins[0]!.key, joins: true })
  await temp.call('imports.add', { id: first.id })
  const one = await temp.call('patterns.get', { id: here })
  expect(one.files.map(file => file.format).toSorted()).toEqual(['dxf', 'qli'])
  expect((await temp.call('patterns.list', {})).total).toBe(1)

  const second = await bring('Large', scale(swirl, 1.5), 'svg')
  expect(second.twins).toMatchObject([{ here: { id: here }, joins: false }])
  expect(second.twins[0]!.scale).toBeCloseTo(1.5, 2)
  await temp.call('imports.add', { id: second.id })
  expect((await temp.call('patterns.list', {})).total).toBe(2)
  expect((await bring('Fan', fan, 'qli')).twins).toEqual([])
})
