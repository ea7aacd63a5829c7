import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Like } from '#shared/contract/library/patterns.ts'
import { formatOf } from '#shared/formats/registry.ts'
import { RunBuilder } from '#shared/geometry/run-builder.ts'
import { sql } from '../db/sql.ts'
import { addPatterns, hashOf } from '../testing/some-patterns.ts'
import { describeAs, vectorFor } from '../testing/some-vectors.ts'
import { type TempLibrary, tempLibrary } from '../testing/temp-library.ts'
import { weightsOf } from '#shared/shape/weights.ts'
import { similarityOf, weighted } from './vector-index.ts'

let temp: TempLibrary
const ids = new Map<string, string>()
const idOf = (name: string) => ids.get(name) ?? ''

/** The text of a QLI file with a line in it. */
function zigzag(teeth: number): string {
  const run = new RunBuilder(0, 0)
  for (let tooth = 1; tooth <= teeth; tooth++) run.line(tooth * 10, tooth % 2 === 0 ? 0 : 40)
  const written = formatOf('qli')?.write?.({ runs: [run.build()], metadata: { notes: [], size: 'stated' } })
  if (!written?.ok) throw new Error('QLI could not be written')
  return new TextDecoder().decode(written.value.bytes)
}

beforeAll(async () => {
  temp = await tempLibrary()
  const patterns = [
    { name: 'Feather Swirl', kind: 'border' as const },
    { name: 'Feather Wreath', kind: 'block' as const },
    { name: 'Apple Swirl', kind: 'border' as const },
    { name: 'Maple Leaf', kind: 'block' as const },
    { name: 'Not Looked At', kind: 'border' as const, contents: [zigzag(9)] },
    { name: 'Blank', kind: 'border' as const },
  ]
  const made = await addPatterns(temp.context, patterns)
  patterns.forEach(({ name }, at) => ids.set(name, made[at] ?? ''))
  const seeds = { 'Feather Swirl': 1, 'Feather Wreath': 2, 'Apple Swirl': 3, 'Maple Leaf': 4 }
  for (const [name, seed] of Object.entries(seeds)) describeAs(temp.context, hashOf(`${name}.qli`), seed)
})
afterAll(() => temp.remove())

const DESCRIBED = ['Feather Swirl', 'Feather Wreath', 'Apple Swirl', 'Maple Leaf']
const like = (name: string, likeness = 0.5): Like => ({ patternId: idOf(name), likeness })

/** The names by likeness, worked out by hand. */
function expected(name: string, likeness: number, others = DESCRIBED) {
  const query = weighted(vectorFor(DESCRIBED.indexOf(name) + 1), weightsOf(likeness))
  const scoreOf = (other: string) => {
    const row = vectorFor(DESCRIBED.indexOf(other) + 1)
    return row.reduce(
      (sum, value, at) =>
        sum + value * (query.vector[at] ?? 0) * (at < 64 ? query.motif : at < 128 ? query.whole : query.upright),
      0,
    )
  }
  return others
    .filter(other => other !== name)
    .sort((a, b) => scoreOf(b) - scoreOf(a))
    .map(other => [other, similarityOf(scoreOf(other))])
}

test.each([0, 0.5, 1])(
  'what looks like a pattern comes best first, without the pattern itself (likeness %d)',
  async likeness => {
    const { total, patterns } = await temp.call('patterns.list', {
      like: like('Feather Swirl', likeness),
      sort: 'best',
    })
    expect(total).toBe(3)
    expect(patterns.map(card => [card.name, card.similarity])).toEqual(expected('Feather Swirl', likeness))
  },
)

test('words and filters keep working inside what is alike, and so does the trash', async () => {
  const ask = async (input: object) =>
    (await temp.call('patterns.list', { like: like('Feather Swirl'), sort: 'best', ...input })).patterns.map(
      card => card.name,
    )
  expect(await ask({ filter: { kinds: ['border'] } })).toEqual(['Apple Swirl'])
  expect(await ask({ query: 'feather' })).toEqual(['Feather Wreath'])
  expect(await ask({ query: 'feather', filter: { kinds: ['border'] } })).toEqual([])
  await temp.call('trash.put', { ids: [idOf('Maple Leaf')] })
  expect(await ask({})).not.toContain('Maple Leaf')
  expect(await ask({ filter: { trashed: true } })).toEqual(['Maple Leaf'])
  await temp.call('trash.restore', { ids: [idOf('Maple Leaf')] })
  expect(await ask({})).toContain('Maple Leaf')
})

test('in another order it is the same patterns, and "choose everything" has the same', async () => {
  const input = { like: like('Feather Swirl'), sort: 'name' as const }
  const { patterns } = await temp.call('patterns.list', input)
  expect(patterns.map(card => card.name)).toEqual(['Apple Swirl', 'Feather Wreath', 'Maple Leaf'])
  expect((await temp.call('patterns.ids', input)).ids).toEqual(patterns.map(card => card.id))
})

test('every count is what the wall holds once that value is chosen', async () => {
  const facets = await temp.call('patterns.facets', { like: like('Feather Swirl'), of: ['kinds'] })
  expect(facets.total).toBe(3)
  for (const { value, patterns } of facets.kinds ?? []) {
    const wall = await temp.call('patterns.list', { like: like('Feather Swirl'), filter: { kinds: [value] } })
    expect(wall.total).toBe(patterns)
  }
  expect(facets.kinds?.length).toBe(2)
})

test('what is hardly alike is left out, and not counted, when that is asked for', async () => {
  const [, second] = expected('Feather Swirl', 0.5)
  const least = Number(second?.[1])
  const input = { like: { ...like('Feather Swirl'), least } }
  const { total } = await temp.call('patterns.list', input)
  expect(total).toBe(least > 0 ? 2 : 3)
  expect((await temp.call('patterns.facets', { ...input, of: [] })).total).toBe(total)
})

test('a drawing finds what looks like it; without a line there is nothing to find', async () => {
  const line = Float64Array.from({ length: 60 }, (_, at) => (at % 2 ? Math.sin(at / 3) : at))
  const { total } = await temp.call('patterns.list', { like: { lines: [line], likeness: 0.5 }, sort: 'best' })
  expect(total).toBe(4)
  const dot = temp.call('patterns.list', { like: { lines: [Float64Array.of(1, 1)], likeness: 0.5 } })
  await expect(dot).rejects.toMatchObject({ code: 'nothing-drawn' })
})

test('what is described meanwhile, behind her back, is there with the next question', async () => {
  const ask = async () =>
    (await temp.call('patterns.list', { like: like('Feather Swirl'), sort: 'best' })).patterns.map(card => card.name)
  expect(await ask()).not.toContain('Blank')
  describeAs(temp.context, hashOf('Blank.qli'), 1)
  expect((await ask())[0]).toBe('Blank')
  temp.context.db.run(sql`delete from descriptor where hash = ${hashOf('Blank.qli')}`)
  expect(await ask()).not.toContain('Blank')
})

test('a pattern nobody looked at yet is looked at now; one without a line says so', async () => {
  const { patterns } = await temp.call('patterns.list', { like: like('Not Looked At'), sort: 'best' })
  expect(patterns.map(card => card.name).sort()).toEqual([...DESCRIBED].sort())
  const blank = temp.call('patterns.list', { like: like('Blank') })
  await expect(blank).rejects.toMatchObject({ code: 'nothing-to-compare' })
  const gone = temp.call('patterns.list', { like: { patternId: 'gone', likeness: 0.5 } })
  await expect(gone).rejects.toMatchObject({ code: 'pattern-gone' })
})

test('the core asks for neighbours of a pattern or a vector, those in the trash left out', async () => {
  const { reader } = temp.context
  const near = await reader.ask('neighbours', { of: { patternId: idOf('Feather Swirl') }, k: 2 })
  expect(near.map(({ id, similarity }) => [id, similarity])).toEqual(
    expected('Feather Swirl', 0.5)
      .slice(0, 2)
      .map(([name, similarity]) => [idOf(String(name)), similarity]),
  )
  const [self] = await reader.ask('neighbours', { of: { vector: vectorFor(1) }, k: 1 })
  expect(self?.id).toBe(idOf('Feather Swirl'))
  expect(await reader.ask('neighbours', { of: { patternId: idOf('Blank') }, k: 5 })).toEqual([])
})
