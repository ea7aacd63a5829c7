import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openForReading } from '../db/open-for-reading.ts'
import { createOriginals } from '../files/originals.ts'
import { createReaderDesk } from '../reader/readings.ts'
import { addPatterns, type SomePattern } from '../testing/some-patterns.ts'
import { tempDatabase } from '../testing/temp-database.ts'
import { tempLibrary } from '../testing/temp-library.ts'

/** A real database with a second connection that searches it, as the reader thread does. */
async function searching(...patterns: SomePattern[]) {
  const context = await tempDatabase()
  let next = 0
  const originals = createOriginals(join(context.path, '..', 'originals'))
  const ids = await addPatterns({ ...context, originals, newId: () => `id-${next++}` }, patterns)
  const reading = openForReading(context.path)
  onTestFinished(reading.close)
  const { results } = createReaderDesk(reading.db)
  const find = (query: string) =>
    results.page({ query, filter: {}, sort: 'best', now: 0, offset: 0, limit: 50 }).patterns.map(card => card.name)
  return { ids, find, results }
}

test('a pattern is found by its name, tags, designer, notes and file names', async () => {
  const { find } = await searching({
    name: 'Winter Song',
    tags: ['Snow'],
    designer: 'Anne Bright',
    notes: 'Stitch it at ten inches',
    files: ['OakLeaf_B2B.qli'],
  })
  for (const query of ['song', 'winter', 'snow', 'bright', 'ten inches', 'oak', 'leaf', 'oakleaf', 'b2b'])
    expect([query, find(query)]).toEqual([query, ['Winter Song']])
  expect(find('summer')).toEqual([])
})

test('every letter typed towards a word finds it', async () => {
  const { find } = await searching({ name: 'Feathering Borders' })
  const word = 'feathering borders'
  for (let end = 1; end <= word.length; end++)
    expect([word.slice(0, end), find(word.slice(0, end))]).toEqual([word.slice(0, end), ['Feathering Borders']])
})

test('the name counts more than a tag, a tag more than a note', async () => {
  const { find } = await searching(
    { name: 'In the notes', notes: 'goes well with a feather' },
    { name: 'In the tags', tags: ['Feather'] },
    { name: 'Feather' },
  )
  expect(find('feather')).toEqual(['Feather', 'In the tags', 'In the notes'])
})

test('patterns with all words come first; while these are few, those with some of the words follow', async () => {
  const { find } = await searching({ name: 'Feather Block' }, { name: 'Leaf Border' }, { name: 'Feather Border' })
  expect(find('feather border')).toEqual(['Feather Border', 'Feather Block', 'Leaf Border'])
  expect(find('feather zebra').toSorted()).toEqual(['Feather Block', 'Feather Border'])
})

test('where a screenful has all words, nothing else is shown', async () => {
  const many = Array.from({ length: 30 }, (_, index) => ({ name: `Feather Border ${index}` }))
  const { results } = await searching({ name: 'Feather Block' }, { name: 'Leaf Border' }, ...many)
  const page = results.page({ query: 'feather border', filter: {}, sort: 'best', now: 0, offset: 0, limit: 50 })
  expect(page.total).toBe(30)
})

test('a part of a name is enough where no whole word fits', async () => {
  const { find } = await searching({ name: 'Dragonfly Dance' }, { name: 'Leaf', files: ['xmasdragonfly.qli'] })
  expect(find('gonfl').toSorted()).toEqual(['Dragonfly Dance', 'Leaf'])
  expect(find('gonfl dance')).toEqual(['Dragonfly Dance', 'Leaf'])
})

test('plural and singular are one', async () => {
  const { find } = await searching({ name: 'Feathers' }, { name: 'Leaf and Butterfly' })
  expect(find('feather ')).toEqual(['Feathers'])
  expect(find('butterflies ')).toEqual(['Leaf and Butterfly'])
})

test('accents and case count for nothing', async () => {
  const { find } = await searching({ name: 'Étoile de Noël' })
  expect(find('ETOILE noel')).toEqual(['Étoile de Noël'])
})

test.each(['border', 'borders', 'edge to edge', 'e2e', 'pantograph', 'panto', 'edge2edge'])(
  'the word “%s” finds patterns of that kind',
  async query => {
    const { find } = await searching(
      { name: 'One', kind: 'border' },
      { name: 'Two', kind: 'edge-to-edge' },
      { name: 'Three', kind: 'block' },
    )
    expect(find(query)).toEqual([query.startsWith('border') ? 'One' : 'Two'])
  },
)

test.each([
  '"',
  'a"b',
  'NEAR(',
  'name:',
  'AND',
  'OR OR',
  'NOT feather',
  '^',
  '*',
  '-',
  '(',
  '{name}',
  "'; drop",
  '+',
  '\u0000',
  '%',
  '😀',
])('whatever is typed (%j) is looked for and never an error', async query => {
  const { find } = await searching({ name: 'Feather' })
  expect(Array.isArray(find(query))).toBe(true)
  expect(Array.isArray(find(`feather ${query}`))).toBe(true)
})

test('words and filters go together, and any order may be asked', async () => {
  const { results, ids } = await searching(
    { name: 'Feather 10', kind: 'border' },
    { name: 'Feather 2', kind: 'border' },
    { name: 'Feather 3', kind: 'block' },
  )
  const borders = { query: 'feather', filter: { kinds: ['border' as const] }, sort: 'name' as const, now: 0 }
  const found = results.page({ ...borders, offset: 0, limit: 10 })
  expect(found.patterns.map(card => card.name)).toEqual(['Feather 2', 'Feather 10'])
  expect(results.ids({ query: 'feather', filter: {}, sort: 'name', now: 0 })).toEqual([ids[1], ids[2], ids[0]])
})

test('what was just changed is found at once by its new words, and no more by the old', async () => {
  const temp = await tempLibrary()
  onTestFinished(() => temp.remove())
  const pattern = { name: 'Swirl', tags: ['Floral'], designer: 'Anne', files: ['1.qli'] }
  const ids = await addPatterns(temp.context, [pattern])
  const find = async (query: string) => (await temp.call('patterns.list', { query })).patterns.map(card => card.name)
  expect(await find('swirl')).toEqual(['Swirl'])
  await temp.call('patterns.edit', { ids, set: { name: 'Leaf', designer: 'Berta', kind: 'corner' } })
  const floral = (await temp.call('tags.list', {})).tags[0]!.id
  await temp.call('tags.edit', { id: floral, set: { name: 'Botanic' } })
  for (const gone of ['swirl', 'floral', 'anne']) expect([gone, await find(`${gone} `)]).toEqual([gone, []])
  for (const there of ['leaf', 'botanic', 'berta', 'corner'])
    expect([there, await find(there)]).toEqual([there, ['Leaf']])
})
