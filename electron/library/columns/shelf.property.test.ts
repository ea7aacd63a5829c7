import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { FACETS, type PatternFilter, type PatternSort } from '#shared/contract/library/patterns.ts'
import { openForReading } from '../db/open-for-reading.ts'
import { createReaderDesk } from '../reader/readings.ts'
import { countFacets } from '../search/facets.ts'
import { addPatterns } from '../testing/some-patterns.ts'
import { tempLibrary } from '../testing/temp-library.ts'

const name = fc.constantFrom('Swirl', 'Feather', 'Leaf', 'Border 2')
const which = fc.nat(7)
const step = fc.oneof(
  fc.record({ do: fc.constant('add' as const), name, tag: name }),
  fc.record({
    do: fc.constant('edit' as const),
    which,
    name,
    kind: fc.constantFrom('border' as const, 'block' as const),
  }),
  fc.record({ do: fc.constant('designer' as const), which, name: fc.option(name, { nil: '' }) }),
  fc.record({ do: fc.constant('tag' as const), which, name }),
  fc.record({ do: fc.constant('trash-tag' as const), which }),
  fc.record({ do: fc.constant('merge-tags' as const), which, into: which }),
  fc.record({ do: fc.constant('rename-designer' as const), which, name: fc.constantFrom('Anna', 'Zoe') }),
  fc.record({ do: fc.constant('collect' as const), which, member: fc.boolean() }),
  fc.record({ do: fc.constant('touch' as const), which }),
  fc.record({ do: fc.constant('trash' as const), which }),
  fc.record({ do: fc.constant('restore' as const), which }),
  fc.record({ do: fc.constant('delete' as const), which }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('redo' as const) }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const SORTS: readonly PatternSort[] = ['newest', 'name', 'designer', 'last-used', 'size']
const FILTERS: readonly PatternFilter[] = [{}, { kinds: ['border'] }, { untagged: true }, { trashed: true }]

const temp = await tempLibrary()
afterAll(() => temp.remove())

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)]

async function take(one: Step): Promise<unknown> {
  const { call } = temp
  const wall = (await call('patterns.ids', {})).ids
  const trash = (await call('patterns.ids', { filter: { trashed: true } })).ids
  const ids = 'which' in one ? [at(wall, one.which)].filter(id => id !== undefined) : []
  const thrown = 'which' in one ? [at(trash, one.which)].filter(id => id !== undefined) : []
  switch (one.do) {
    case 'add':
      return addPatterns(temp.context, [{ name: one.name, tags: [one.tag] }])
    case 'edit':
      return call('patterns.edit', { ids, set: { name: one.name, kind: one.kind } })
    case 'designer':
      return call('patterns.edit', { ids, set: { designer: one.name ?? '' } })
    case 'tag':
      return call('patterns.tag', { ids, add: [one.name] })
    case 'trash-tag': {
      const tag = at((await call('tags.list', {})).tags, one.which)
      return tag && call('tags.trash', { ids: [tag.id] })
    }
    case 'merge-tags': {
      const { tags } = await call('tags.list', {})
      const [from, into] = [at(tags, one.which), at(tags, one.into)]
      return from && into && from !== into && call('tags.merge', { ids: [from.id], into: into.id })
    }
    case 'rename-designer': {
      const designer = at((await call('designers.list', {})).designers, one.which)
      return designer && call('designers.edit', { id: designer.id, name: `${one.name} ${designer.id.slice(0, 4)}` })
    }
    case 'collect': {
      const { collections } = await call('collections.list', {})
      const id = collections[0]?.id ?? (await call('collections.create', { name: 'Wedding' })).id
      return call('patterns.collect', { ids, collectionId: id, member: one.member })
    }
    case 'touch':
      return ids[0] && call('patterns.touch', { id: ids[0] })
    case 'trash':
      return call('trash.put', { ids })
    case 'restore':
      return call('trash.restore', { ids: thrown })
    case 'delete':
      return call('trash.deleteForGood', { ids: thrown })
    case 'undo':
      return call('undo.undo', {}).catch(() => null)
    case 'redo':
      return call('undo.redo', {}).catch(() => null)
  }
}

/** The same questions to a reader that opens the library this moment and knows nothing from before. */
function fromScratch() {
  const reading = openForReading(temp.context.dir.database)
  const desk = createReaderDesk(reading.db)
  const now = temp.clock.now()
  try {
    return FILTERS.map(filter => ({
      ids: SORTS.map(sort => desk.results.ids({ query: '', filter, sort, now })),
      facets: countFacets(desk.db, desk.shelf, desk.keyword, { query: '', filter, of: FACETS, now }),
    }))
  } finally {
    reading.close()
  }
}

async function asKept() {
  const { call } = temp
  const all = []
  for (const filter of FILTERS) {
    const ids: string[][] = []
    for (const sort of SORTS) ids.push((await call('patterns.ids', { filter, sort })).ids)
    all.push({ ids, facets: await call('patterns.facets', { filter }) })
  }
  return all
}

test('whatever is changed in whatever order, the wall and its counts are those of a library just opened', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async steps => {
      for (const one of steps) {
        await take(one)
        expect(await asKept()).toEqual(fromScratch())
      }
    }),
    { numRuns: 25, endOnFailure: true },
  )
}, 60_000)
