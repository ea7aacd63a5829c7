import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCollections } from '../collections/collections.ts'
import { commit } from '../db/commit.ts'
import { readRow } from '../db/rows.ts'
import { sql } from '../db/sql.ts'
import { createTags } from '../tags/tags.ts'
import { tempDatabase } from '../testing/temp-database.ts'
import { createTrash } from '../trash/trash.ts'
import { createUndo } from '../undo/undo.ts'
import { OWN_FIELDS } from './as-it-was.ts'
import { detailOf } from './detail.ts'
import { createPatternEdits } from './edit.ts'
import { goBack } from './go-back.ts'
import { historyOf } from './history.ts'

const word = fc.constantFrom('Swirl', 'Feather', 'Leaf', 'Border 2')
const who = fc.constantFrom('both' as const, 'this' as const, 'other' as const)
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('name' as const), who, word }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('designer' as const), who, word: fc.option(word) }) },
  fc.record({ do: fc.constant('notes' as const), who, word }),
  fc.record({ do: fc.constant('favourite' as const), who, on: fc.boolean() }),
  { weight: 3, arbitrary: fc.record({ do: fc.constant('tag' as const), who, word, off: fc.option(word) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('collect' as const), who, which: fc.nat(1), member: fc.boolean() }),
  },
  fc.record({ do: fc.constant('delete-tag' as const), word }),
  fc.record({ do: fc.constant('trash' as const) }),
  fc.record({ do: fc.constant('restore' as const) }),
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const), times: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('redo' as const), times: fc.integer({ min: 1, max: 2 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('go-back' as const), to: fc.nat(5) }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** Two patterns, two collections, and the hands of a quilter who never comes to rest. */
async function hands() {
  const context = await tempDatabase()
  let next = 0
  const whole = { ...context, newId: () => `id-${String(next++).padStart(4, '0')}` }
  const { db } = context
  const edits = createPatternEdits(whole)
  const tags = createTags(whole)
  const collections = createCollections(whole)
  const trash = createTrash(whole)
  const undo = createUndo(whole)
  const shelves = ['Wedding', 'Baby'].map(name => collections.make(name).id)
  const [id, other] = ['pattern-a', 'pattern-b'] as const
  for (const one of [id, other]) {
    const set = { name: 'Swirl', kind: 'other', state: 'readable' }
    commit(whole, { label: 'import', args: {}, changes: [{ table: 'pattern', id: one, set }] })
  }
  const floor = db.values<number>(sql`select max(id) from command`)[0]!
  const ids = (who: 'both' | 'this' | 'other') => (who === 'both' ? [id, other] : who === 'this' ? [id] : [other])
  const tagOf = (name: string) => db.values<string>(sql`select id from tag where name = ${name}`)

  /** What a quilter sees of the pattern that is hers to write. */
  const shown = () => {
    const row = readRow(db, 'pattern', id)!
    const { tags, collections, designer } = detailOf(db, id)
    return {
      ...Object.fromEntries(OWN_FIELDS.map(field => [field, row[field]])),
      designer,
      tags: tags.map(tag => tag.name),
      collections: collections.map(one => one.name),
    }
  }

  async function take(step: Step): Promise<unknown> {
    switch (step.do) {
      case 'name':
        return edits.edit(ids(step.who), { name: step.word })
      case 'designer':
        return edits.edit(ids(step.who), { designer: step.word ?? '' })
      case 'notes':
        return edits.edit(ids(step.who), { notes: step.word })
      case 'favourite':
        return edits.edit(ids(step.who), { favourite: step.on })
      case 'tag':
        return tags.tag(ids(step.who), [step.word], step.off === null ? [] : tagOf(step.off))
      case 'collect':
        return collections.collect(ids(step.who), shelves[step.which]!, step.member)
      case 'delete-tag': {
        const [tag] = db.values<string>(sql`select id from tag where name = ${step.word} and trashed_at is null`)
        return tag === undefined ? null : tags.trash([tag])
      }
      case 'trash':
        return trash.put([id])
      case 'restore':
        return trash.restore([id])
      case 'undo':
        for (let time = 0; time < step.times; time++) {
          const [last] = db.values<number>(sql`select max(id) from command where undoable = 1 and undone_at is null`)
          if ((last ?? 0) > floor) await undo.undo()
        }
        return null
      case 'redo':
        for (let time = 0; time < step.times; time++) {
          const undone = db.get(sql`select 1 from command where undone_at is not null and superseded = 0`)
          if (undone !== undefined) await undo.redo()
        }
        return null
      case 'go-back': {
        const entries = historyOf(db, id)
        return goBack(whole, id, entries[step.to % entries.length]!.id)
      }
    }
  }
  return { whole, db, id, take, shown }
}

test('going back to any entry gives exactly what was seen right after it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 16 }), async steps => {
      const { whole, db, id, take, shown } = await hands()
      const snapshots = new Map<number, ReturnType<typeof shown>>()
      const remember = () => {
        const newest = historyOf(db, id)[0]
        if (newest && !snapshots.has(newest.id)) snapshots.set(newest.id, shown())
      }
      remember()
      for (const one of steps) {
        await take(one)
        remember()
      }
      const last = shown()
      const undo = createUndo(whole)
      for (const [entryId, then] of snapshots) {
        const { change, left } = goBack(whole, id, entryId)
        expect(left).toEqual([])
        expect(shown()).toEqual(then)
        if (change.commandId === null) continue
        await undo.undo()
        expect(shown()).toEqual(last)
      }
    }),
    { numRuns: 60 },
  )
})
