import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { DESCRIPTOR_VERSION } from '#shared/shape/describe.ts'
import { openForReading } from '../db/open-for-reading.ts'
import { sql } from '../db/sql.ts'
import { addPatterns, hashOf } from '../testing/some-patterns.ts'
import { describeAs } from '../testing/some-vectors.ts'
import { tempLibrary } from '../testing/temp-library.ts'
import { SqliteIndex } from './sqlite-index.ts'
import type { VectorIndex } from './vector-index.ts'
import { createVectorShelf } from './vector-shelf.ts'

const which = fc.nat(7)
const content = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const step = fc.oneof(
  fc.record({ do: fc.constant('add' as const), content }),
  fc.record({ do: fc.constant('describe' as const), content, seed: fc.nat(5), old: fc.boolean() }),
  fc.record({ do: fc.constant('forget' as const), content }),
  fc.record({ do: fc.constant('other file' as const), which, content }),
  fc.record({ do: fc.constant('edit' as const), which }),
  fc.record({ do: fc.constant('trash' as const), which }),
  fc.record({ do: fc.constant('restore' as const), which }),
  fc.record({ do: fc.constant('delete' as const), which }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('keep' as const) }),
  fc.record({ do: fc.constant('start again' as const) }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const temp = await tempLibrary()
const reading = openForReading(temp.context.dir.database)
const file = join(temp.dir, 'kept.vectors')
afterAll(async () => {
  reading.close()
  await temp.remove()
})

const options = { version: DESCRIPTOR_VERSION, file }
const at = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)]

async function take(one: Exclude<Step, { do: 'keep' | 'start again' }>): Promise<unknown> {
  const { call, context } = temp
  const wall = (await call('patterns.ids', {})).ids
  const trash = (await call('patterns.ids', { filter: { trashed: true } })).ids
  const ids = 'which' in one ? [at(wall, one.which)].filter(id => id !== undefined) : []
  const thrown = 'which' in one ? [at(trash, one.which)].filter(id => id !== undefined) : []
  switch (one.do) {
    case 'add':
      return addPatterns(context, [{ name: 'Swirl', contents: [one.content] }])
    case 'describe':
      return describeAs(context, hashOf(one.content), one.seed, DESCRIPTOR_VERSION - (one.old ? 1 : 0))
    case 'forget':
      return context.db.run(sql`delete from descriptor where hash = ${hashOf(one.content)}`)
    case 'other file':
      return context.db.run(sql`update pattern set main_hash = ${hashOf(one.content)} where id = ${ids[0] ?? ''}`)
    case 'edit':
      return call('patterns.edit', { ids, set: { name: 'Feather' } })
    case 'trash':
      return call('trash.put', { ids })
    case 'restore':
      return call('trash.restore', { ids: thrown })
    case 'delete':
      return call('trash.deleteForGood', { ids: thrown })
    case 'undo':
      return call('undo.undo', {}).catch(() => null)
  }
}

/** Everything the library has, read in the plainest way. */
function asInTheLibrary(): Map<number, number[]> {
  const rows = reading.db.all<{ seq: number; v: Uint8Array }>(sql`select seq, v from pattern
    join descriptor on hash = main_hash where version = ${DESCRIPTOR_VERSION}`)
  return new Map(rows.map(({ seq, v }) => [seq, [...new Int8Array(v.buffer, v.byteOffset, v.length)]]))
}

function contentOf(index: VectorIndex): Map<number, number[]> {
  const seqs = reading.db.values<number>(sql`select seq from pattern order by seq`)
  return new Map(
    seqs.flatMap(seq => {
      const vector = index.vectorOf(seq)
      return vector ? [[seq, [...vector]] as const] : []
    }),
  )
}

test.each([
  ['the scan', undefined],
  ['sqlite-vec', () => new SqliteIndex()],
])(
  '%s: whatever comes, changes and goes, and whatever was kept for the start, the vectors are those of the library',
  async (_name, open) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 15 }), async steps => {
        const fresh = () => createVectorShelf(reading.db, { ...options, ...(open ? { open } : {}) })
        let shelf = fresh()
        for (const one of steps) {
          if (one.do === 'keep') await shelf.keep()
          else if (one.do === 'start again') shelf = fresh()
          else await take(one)
          const index = shelf.index()
          expect(contentOf(index)).toEqual(asInTheLibrary())
          expect(index.size).toBe(asInTheLibrary().size)
        }
      }),
      { numRuns: 25, endOnFailure: true },
    )
  },
  60_000,
)

test('a file that was cut, changed, or is of another library or another descriptor is as if it were not there', async () => {
  rmSync(file, { force: true })
  await addPatterns(temp.context, [
    { name: 'Swirl', contents: ['a'] },
    { name: 'Leaf', contents: ['b'] },
  ])
  for (const [content, seed] of [
    ['a', 1],
    ['b', 2],
  ] as const)
    describeAs(temp.context, hashOf(content), seed)
  const shelf = createVectorShelf(reading.db, options)
  shelf.index()
  await shelf.keep()
  const whole = readFileSync(file)
  const right = asInTheLibrary()
  const startWith = (bytes: Uint8Array, version = DESCRIPTOR_VERSION) => {
    writeFileSync(file, bytes)
    return contentOf(createVectorShelf(reading.db, { ...options, version }).index())
  }
  expect(startWith(whole)).toEqual(right)
  for (let at = 0; at < whole.length; at += 7) {
    const changed = Buffer.from(whole)
    changed[at] = (changed[at] ?? 0) ^ 0x40
    expect(startWith(changed)).toEqual(right)
  }
  for (const length of [0, 3, 39, 40, 41, whole.length - 1]) {
    writeFileSync(file, whole)
    truncateSync(file, length)
    expect(startWith(readFileSync(file))).toEqual(right)
  }
  expect(startWith(whole, DESCRIPTOR_VERSION + 1)).toEqual(new Map())
  // As many changes, but of another life of the library: one that went on from an older safety copy.
  temp.context.db.run(sql`update vector_change set mark = mark + 1`)
  describeAs(temp.context, hashOf('b'), 3)
  temp.context.db.run(sql`delete from vector_change where n = (select max(n) from vector_change)`)
  expect(startWith(whole)).toEqual(asInTheLibrary())
  expect(existsSync(file)).toBe(true)
})
