import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Change } from '#shared/contract/library/common.ts'
import { createCollections } from '../collections/collections.ts'
import { commit } from '../db/commit.ts'
import { sql } from '../db/sql.ts'
import { createPatternEdits } from '../patterns/edit.ts'
import { createTags } from '../tags/tags.ts'
import { seen, tempDatabase } from '../testing/temp-database.ts'
import { createTrash } from '../trash/trash.ts'
import { createUndo } from './undo.ts'

const name = fc.constantFrom('Swirl', 'Feather', 'swirl', 'Leaf', 'Border 2')
const some = fc.array(fc.nat(5), { minLength: 1, maxLength: 4 })
const step = fc.oneof(
  fc.record({ do: fc.constant('add' as const), name, tag: name }),
  fc.record({ do: fc.constant('edit' as const), some, name, designer: fc.option(name) }),
  fc.record({ do: fc.constant('favourite' as const), some, on: fc.boolean() }),
  fc.record({ do: fc.constant('tag' as const), some, name, off: fc.option(fc.nat(3)) }),
  fc.record({ do: fc.constant('trash' as const), some }),
  fc.record({ do: fc.constant('restore' as const), some }),
  fc.record({ do: fc.constant('collect' as const), some, which: fc.nat(2), member: fc.boolean() }),
  fc.record({ do: fc.constant('make-collection' as const), name }),
  fc.record({ do: fc.constant('trash-collection' as const), which: fc.nat(2) }),
  fc.record({ do: fc.constant('trash-tag' as const), which: fc.nat(3) }),
  fc.record({ do: fc.constant('rename-tag' as const), which: fc.nat(3), name }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** A library of services without threads or files: what a quilter can do to her records. */
async function hands() {
  const context = await tempDatabase()
  let next = 0
  const whole = { ...context, newId: () => `id-${String(next++).padStart(4, '0')}` }
  const edits = createPatternEdits(whole)
  const tags = createTags(whole)
  const collections = createCollections(whole)
  const trash = createTrash(whole)
  const undo = createUndo(whole)
  const { db } = context
  const pick = (table: 'pattern' | 'tag' | 'collection', index: number): string | undefined => {
    const ids = db.values<string>({ text: `select id from ${table} order by id`, params: [] })
    return ids[index % Math.max(1, ids.length)]
  }
  const patterns = (some: number[]) => some.flatMap(index => pick('pattern', index) ?? [])

  async function take(step: Step): Promise<Change | null> {
    switch (step.do) {
      case 'add': {
        const id = whole.newId()
        const set = { name: step.name, kind: 'other', state: 'readable' }
        const made = commit(whole, { label: 'import', args: {}, changes: [{ table: 'pattern', id, set }] })
        await tags.tag([id], [step.tag], [])
        return made
      }
      case 'edit': {
        const set = { name: step.name, ...(step.designer === null ? {} : { designer: step.designer }) }
        return edits.edit(patterns(step.some), set)
      }
      case 'favourite':
        return edits.edit(patterns(step.some), { favourite: step.on })
      case 'tag': {
        const off = step.off === null ? undefined : pick('tag', step.off)
        return tags.tag(patterns(step.some), [step.name], off === undefined ? [] : [off])
      }
      case 'trash':
        return trash.put(patterns(step.some))
      case 'restore':
        return trash.restore(patterns(step.some))
      case 'collect': {
        const id = pick('collection', step.which)
        return id === undefined ? null : collections.collect(patterns(step.some), id, step.member)
      }
      case 'make-collection':
        return collections.make(step.name).change
      case 'trash-collection': {
        const id = pick('collection', step.which)
        return id === undefined ? null : collections.trash([id])
      }
      case 'trash-tag': {
        const id = pick('tag', step.which)
        return id === undefined ? null : tags.trash([id])
      }
      case 'rename-tag': {
        const id = pick('tag', step.which)
        return id === undefined ? null : tags.edit(id, { name: step.name })
      }
    }
  }

  /** What cannot be done (a name that is taken, a thing in the trash) is refused with a code and changes nothing. */
  async function attempt(step: Step): Promise<void> {
    const before = seen(db)
    try {
      await take(step)
    } catch (error) {
      expect(error).toHaveProperty('code')
      expect(seen(db)).toEqual(before)
    }
  }
  const commands = () =>
    db.values<number>(sql`select count(*) from command where undoable = 1 and undone_at is null`)[0] ?? 0
  return { db, undo, attempt, commands }
}

test('whatever was done, undoing it all gives back what was seen before, and redoing it all what was seen after', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async steps => {
      const { db, undo, attempt, commands } = await hands()
      const before = seen(db)
      for (const one of steps) await attempt(one)
      const after = seen(db)
      const count = commands()
      for (let index = 0; index < count; index++) await undo.undo()
      expect(seen(db)).toEqual(before)
      for (let index = 0; index < count; index++) await undo.redo()
      expect(seen(db)).toEqual(after)
    }),
    { numRuns: 60 },
  )
})
