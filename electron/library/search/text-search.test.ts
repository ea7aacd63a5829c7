import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { quiltersLanguage } from './quilters-language.ts'
import { openForReading } from '../db/open-for-reading.ts'
import { createOriginals } from '../files/originals.ts'
import { createReaderDesk } from '../reader/readings.ts'
import { addPatterns, type SomePattern } from '../testing/some-patterns.ts'
import { tempDatabase } from '../testing/temp-database.ts'
import { tempLibrary } from '../testing/temp-library.ts'
import { createIndexFile } from './index/index-file.ts'
import type { Language } from './language.ts'
import { suggestionsFor } from './suggestions.ts'

const NEVER = { filter: {}, sort: 'best', now: 0, offset: 0, limit: 50 } as const

async function library(...patterns: SomePattern[]) {
  const context = await tempDatabase()
  let next = 0
  const originals = createOriginals(join(context.path, '..', 'originals'))
  const add = (more: readonly SomePattern[]) =>
    addPatterns({ ...context, originals, newId: () => `id-${next++}` }, more)
  await add(patterns)
  const said: string[] = []
  const desk = (path = context.path, language: Language = quiltersLanguage) => {
    const reading = openForReading(path)
    onTestFinished(reading.close)
    const indexFile = createIndexFile(`${context.path}.index`, error => said.push(String(error)))
    const made = createReaderDesk(reading.db, { language, indexFile, say: (_level, _facts, text) => said.push(text) })
    const find = (query: string) => made.results.page({ ...NEVER, query }).patterns.map(card => card.name)
    return { ...made, find }
  }
  return { context, add, desk, said }
}

test('the window is told what was understood, and what slip was forgiven', async () => {
  const { desk } = await library({ name: 'Butterfly Border', kind: 'border' }, { name: 'Rose' })
  const page = desk().results.page({ ...NEVER, query: 'buterfly border' })
  expect(page.patterns[0]?.name).toBe('Butterfly Border')
  expect(page.understood).toMatchObject([
    { from: 0, to: 8, repairedFrom: 'buterfly', not: false },
    { from: 9, to: 15, kind: 'kind', not: false },
  ])
})

test('what must not be there is not', async () => {
  const { desk } = await library({ name: 'Feather with hearts' }, { name: 'Feather Plain' })
  expect(desk().find('feather without hearts')).toEqual(['Feather Plain'])
})

test('where nothing is found, words that do find something are offered', async () => {
  const { desk } = await library({ name: 'Zebra Crossing' })
  const { total, nearest } = desk().results.page({ ...NEVER, query: 'zebqqxa' })
  expect(total).toBe(0)
  expect(nearest).toContain('zebra')
})

test('two words of a designer’s name mean the designer, and what they mean by themselves comes after', async () => {
  const { desk } = await library(
    { name: 'Thistle Wreath' },
    { name: 'Spool of Thread' },
    { name: 'Waves', designer: 'Thistle & Thread' },
  )
  const page = desk().results.page({ ...NEVER, query: 'thistle and thread' })
  expect(page.patterns[0]?.name).toBe('Waves')
  expect(page.understood).toMatchObject([{ label: 'thistle and thread' }])
})

test('an index kept from before is brought up to date before it answers', async () => {
  const names = Array.from({ length: 200 }, (_, index) => ({ name: `Swirl ${index}` }))
  const { context, add, desk, said } = await library(...names)
  const first = desk()
  while (first.warm());
  first.text.keep()
  expect(existsSync(`${context.path}.index`)).toBe(true)
  const before = join(context.path, '..', 'before.db')
  await context.db.run({ text: 'vacuum into ?', params: [before] })
  await add([{ name: 'Dragonfly' }])
  context.db.run({ text: `delete from pattern_doc where seq = 1`, params: [] })
  expect(desk().find('dragonfly')).toEqual(['Dragonfly'])
  expect(desk().find('swirl 0')).not.toContain('Swirl 0')
  // The same file beside a library as it was earlier: a safety copy, or another computer's.
  expect(desk(before).find('dragonfly')).toEqual([])
  expect(desk(before).find('swirl 0')[0]).toBe('Swirl 0')
  copyFileSync(before, `${context.path}.index`)
  expect(desk().find('swirl 7')[0]).toBe('Swirl 7')
  expect(said).toEqual([])
})

test('while many patterns are still to be read SQLite answers, and the log says so', async () => {
  const { desk, said } = await library(...Array.from({ length: 210 }, (_, index) => ({ name: `Swirl ${index}` })))
  const { find, warm, results } = desk()
  expect(find('swirl 7')).toContain('Swirl 7')
  expect(said).toEqual(['searching in the database until the index is read'])
  while (warm());
  expect(results.page({ ...NEVER, query: 'swirl 7' }).understood).not.toEqual([])
})

test('an index that breaks leaves the search to SQLite, once and for all', async () => {
  const broken: Language = {
    ...quiltersLanguage,
    understand() {
      throw new Error('a mistake of ours')
    },
  }
  const { context, desk, said } = await library({ name: 'Swirl' })
  const { find } = desk(context.path, broken)
  expect(find('swirl')).toEqual(['Swirl'])
  expect(find('swir')).toEqual(['Swirl'])
  expect(said).toEqual(['the search index failed; searching in the database'])
})

test('what is typed may become words, tags, designers and names of the library', async () => {
  const { desk } = await library(
    { name: 'Maple Dance', tags: ['Maple Leaf'], designer: 'Mapleton Designs' },
    { name: 'Maples' },
  )
  const { db, text } = desk()
  const suggestions = suggestionsFor(db, text, 'soft map')
  expect(suggestions).toContainEqual({ kind: 'tag', text: 'soft Maple Leaf' })
  expect(suggestions).toContainEqual({ kind: 'designer', text: 'soft Mapleton Designs' })
  expect(suggestions).toContainEqual({ kind: 'word', text: 'soft maple' })
  expect(suggestionsFor(db, text, 'map')).toContainEqual({ kind: 'pattern', text: 'Maple Dance' })
  expect(suggestionsFor(db, text, ' ')).toEqual([])
})

test('tags and files of many patterns come in one answer, in the order asked', async () => {
  const temp = await tempLibrary()
  onTestFinished(() => temp.remove())
  const ids = await addPatterns(temp.context, [
    { name: 'One', tags: ['B', 'A'], files: ['one.qli', 'one.dxf'] },
    { name: 'Two', files: ['two.qli'] },
  ])
  const { patterns } = await temp.call('patterns.describe', { ids: [ids[1]!, 'gone', ids[0]!] })
  expect(patterns).toEqual([
    { id: ids[1], tags: [], files: [{ name: 'two.qli', format: 'qli' }] },
    {
      id: ids[0],
      tags: ['A', 'B'],
      files: [
        { name: 'one.dxf', format: 'qli' },
        { name: 'one.qli', format: 'qli' },
      ],
    },
  ])
})

test('who would rather wait is answered when all words are read', async () => {
  const temp = await tempLibrary()
  onTestFinished(() => temp.remove())
  await addPatterns(
    temp.context,
    Array.from({ length: 210 }, (_, index) => ({ name: `Swirl ${index}`, files: ['one.qli'] })),
  )
  await temp.call('search.prepare', {})
  expect((await temp.call('patterns.list', { query: 'swirls', sort: 'best' })).understood).not.toEqual([])
})
