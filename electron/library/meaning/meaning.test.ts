import { randomBytes } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { encodeSketch } from '#shared/domain/sketch.ts'
import { sql } from '../db/sql.ts'
import { addPatterns, type SomePattern } from '../testing/some-patterns.ts'
import { tempDir } from '../testing/temp-database.ts'
import { tempLibrary } from '../testing/temp-library.ts'
import { textModel, type TinyModelOptions, writeTinyModel } from '../testing/tiny-model.ts'

/** Enough leaves that two feathers stand out. */
const LEAVES = Array.from({ length: 12 }, (_, index): SomePattern => ({ name: `Leaf ${index}`, tags: ['leaf'] }))

async function libraryWith(patterns: readonly SomePattern[], options?: TinyModelOptions) {
  const temp = await tempLibrary()
  onTestFinished(() => temp.remove())
  const ids = await addPatterns(temp.context, patterns)
  const folder = tempDir()
  if (options) writeTinyModel(folder, options)
  async function search(query: string) {
    const { patterns } = await temp.call('patterns.list', { query, sort: 'best' })
    await temp.services.meaning.idle()
    return patterns.map(({ name, also }) => (also ? `${name} (also similar)` : name))
  }
  async function turnOn() {
    await temp.call('meaning.set', { on: true, folder })
    await temp.services.meaning.idle()
    return temp.call('meaning.get', {})
  }
  return { ...temp, temp, ids, folder, search, turnOn }
}

test('off as it comes: nothing is loaded, nothing is made', async () => {
  const { call, search } = await libraryWith(LEAVES, {})
  expect(await call('meaning.get', {})).toMatchObject({ on: false, state: 'off', model: null })
  expect(await search('zorblatt')).toEqual([])
})

test('a pattern is found by what it means, marked, behind what the words found', async () => {
  const { search, turnOn } = await libraryWith([...LEAVES, { name: 'Old feather' }, { name: 'Zorblatt' }], {})
  expect(await turnOn()).toMatchObject({
    state: 'ready',
    model: { name: 'Tiny words', licence: 'CC0-1.0', knows: 'words' },
    done: 14,
    total: 14,
  })
  expect(await search('zorblatt')).toEqual(['Zorblatt'])
  expect(await search('zorblatt')).toEqual(['Zorblatt', 'Old feather (also similar)'])
})

test('the counts and "choose all" agree with the wall', async () => {
  const { call, search, turnOn } = await libraryWith([...LEAVES, { name: 'Old feather' }], {})
  await turnOn()
  await search('zorblatt')
  expect((await call('patterns.ids', { query: 'zorblatt' })).ids).toHaveLength(1)
  expect((await call('patterns.facets', { query: 'zorblatt' })).total).toBe(1)
})

test('the window is told when more was found', async () => {
  const { context, search, turnOn } = await libraryWith([...LEAVES, { name: 'Old feather' }], {})
  const told = vi.fn()
  context.events.on('meaning.found', told)
  await turnOn()
  await search('zorblatt')
  await search('zorblatt')
  expect(told.mock.calls).toEqual([[{ query: 'zorblatt' }]])
})

test('a helper that looks knows patterns by their drawn line', async () => {
  const { context, search, turnOn } = await libraryWith([...LEAVES, { name: 'Column' }], { pictures: true })
  const drawn = (width: number, height: number) =>
    encodeSketch({ width, height, closed: false, runs: [Int16Array.of(0, 0, width, height)] })
  context.db.run(sql`update original set sketch = ${drawn(1023, 300)}`)
  context.db.run(sql`update original set sketch = ${drawn(100, 1023)}
    where hash = (select main_hash from pattern where name = 'Column')`)
  expect(await turnOn()).toMatchObject({ state: 'ready', model: { knows: 'pictures' }, done: 13 })
  await search('tall')
  expect(await search('tall')).toEqual(['Column (also similar)'])
})

test('what is added and renamed later is learnt too, and what is done is not done again', async () => {
  const { context, call, ids, search, temp, turnOn } = await libraryWith(LEAVES, {})
  await turnOn()
  const made = () => context.db.values<number>(sql`select max(id) from text_vec`)[0]
  expect(made()).toBe(12)
  await call('patterns.edit', { ids: [ids[0]!], set: { name: 'Feather, long ago' } })
  await vi.waitFor(() => expect(made()).toBe(13), { timeout: 10_000 })
  await search('zorblatt')
  expect(await search('zorblatt')).toEqual(['Feather, long ago (also similar)'])
  await temp.reopen()
  await temp.services.meaning.start()
  await temp.services.meaning.idle()
  expect(await temp.call('meaning.get', {})).toMatchObject({ state: 'ready', done: 12 })
  expect(temp.context.db.values<number>(sql`select max(id) from text_vec`)).toEqual([13])
})

test('turned off, search is as before; taken away, nothing of it is left but her own download', async () => {
  const { call, context, folder, search, turnOn } = await libraryWith([...LEAVES, { name: 'Old feather' }], {})
  await turnOn()
  await search('zorblatt')
  expect(await search('zorblatt')).toHaveLength(1)
  await call('meaning.set', { on: false })
  expect(await search('zorblatt')).toEqual([])
  expect(await call('meaning.remove', {})).toMatchObject({ on: false, folder: null, state: 'off' })
  expect(context.db.values(sql`select count(*) from text_vec`)).toEqual([0])
  expect(existsSync(join(folder, 'text.onnx'))).toBe(true)
})

test('without a chosen folder it is looked for among the models of the library', async () => {
  const { call, dir, services } = await libraryWith(LEAVES)
  writeTinyModel(join(dir, 'models', 'tiny'), { name: 'Beside the library' })
  await call('meaning.set', { on: true })
  await services.meaning.idle()
  expect(await call('meaning.get', {})).toMatchObject({ state: 'ready', model: { name: 'Beside the library' } })
})

test.each<[string, string, TinyModelOptions | undefined]>([
  ['a folder without a helper', 'meaning-none', undefined],
  ['a model that is none', 'meaning-broken', { replace: { 'text.onnx': randomBytes(2_000) } }],
  ['half a model', 'meaning-broken', { replace: { 'text.onnx': textModel().subarray(0, 150) } }],
  ['vectors of another length', 'meaning-broken', { describe: manifest => ({ ...manifest, dims: 8 }) }],
  [
    'a vocabulary that goes past the table',
    'meaning-broken',
    { replace: { 'vocab.txt': `${'x\n'.repeat(500)}[UNK]\n[CLS]\n[SEP]` } },
  ],
  [
    'an input of another name',
    'meaning-broken',
    { describe: ({ text, ...rest }) => ({ ...rest, text: { ...(text as object), inputs: { ids: 'tokens' } } }) },
  ],
])('%s is refused (%s), and her search works as before', async (_, code, options) => {
  const { search, turnOn } = await libraryWith([...LEAVES, { name: 'Old feather' }], options)
  const state = await turnOn()
  expect(state).toMatchObject({ on: true, state: 'refused', problem: { code }, model: null })
  expect(await search('feather')).toEqual(['Old feather'])
})

test('a helper that is changed while it is in use is refused when it is read again', async () => {
  const { call, folder, services, turnOn } = await libraryWith(LEAVES, {})
  await turnOn()
  writeFileSync(join(folder, 'vocab.txt'), 'nothing')
  await call('meaning.set', { on: true })
  await services.meaning.idle()
  expect(await call('meaning.get', {})).toMatchObject({ state: 'refused', problem: { code: 'meaning-file-changed' } })
})

test('a folder that is not there is said at once', async () => {
  const { call } = await libraryWith([])
  await expect(call('meaning.set', { folder: '/nowhere/at/all' })).rejects.toMatchObject({ code: 'folder-not-found' })
})
