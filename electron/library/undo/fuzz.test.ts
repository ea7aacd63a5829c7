import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commandToUndo, COMMANDS_KEPT } from '../db/tables/command.ts'
import { sql } from '../db/sql.ts'
import { createDice } from '../testing/dice.ts'
import { expectSame, expectSound, expectStamped, expectUndone, stateOf } from '../testing/library-state.ts'
import { callerOf, makeMove, makeShelves } from '../testing/moves.ts'
import { addPatterns } from '../testing/some-patterns.ts'
import { tempLibrary } from '../testing/temp-library.ts'

/** Sequences; raised by `npm run soak`. */
const RUNS = Number(process.env.UNDO_RUNS ?? 2)
const SEED = Number(process.env.BOBBIN_SEED ?? (process.env.BOBBIN_SOAK ? Date.now() % 1_000_000 : 1))

const shelves = mkdtempSync(join(tmpdir(), 'bobbin-shelves-'))
afterAll(() => rmSync(shelves, { recursive: true, force: true }))

beforeAll(() => makeShelves(shelves))

test.each(Array.from({ length: RUNS }, (_, index) => SEED + index))(
  'two hundred things undone give back the exact library, and redone the same again (BOBBIN_SEED=%i)',
  async seed => {
    const temp = await tempLibrary()
    try {
      const { db } = temp.context
      const call = callerOf(temp.library)
      const dice = createDice(seed)
      await addPatterns(
        temp.context,
        Array.from({ length: 12 }, (_, index) => ({
          name: `Pattern ${index}`,
          tags: index % 3 === 0 ? ['Feather', 'Dense'] : [],
          ...(index % 2 === 0 ? { designer: 'Anna' } : {}),
        })),
      )
      const before = await stateOf(db, call)
      const first = commandToUndo(db)!.id
      const made: string[] = []

      const done = () =>
        db.values<number>(sql`select count(*) from command where undoable = 1 and id > ${first}`)[0] ?? 0
      while (done() < COMMANDS_KEPT - 1) {
        const there = db.values<number>(sql`select coalesce(max(id), 0) from command_change`)[0]
        try {
          made.push(await makeMove({ call, db, dice, shelves }, undoable(db, first)))
        } catch (error) {
          // What cannot be done is refused with a sentence, and nothing has changed.
          expect(error, made.slice(-5).join(', ')).toHaveProperty('code')
          expect(db.values<number>(sql`select coalesce(max(id), 0) from command_change`)[0]).toBe(there)
        }
        expectSound(db, made.slice(-5).join(', '))
        if (made.length % 20 === 0) expectStamped(db, made.slice(-20).join(', '))
      }
      const gone = new Set(before.tables.pattern.map(({ id }) => id).filter(id => !isThere(db, id)))
      const after = await stateOf(db, call)

      let undone = 0
      for (; (commandToUndo(db)?.id ?? 0) > first; undone++) await call('undo.undo', {})
      expectSound(db, 'undoing it all')
      expectStamped(db, 'undoing it all')
      expectUndone(await stateOf(db, call), before, gone)
      await temp.reopen()
      const again = callerOf(temp.library)
      const reopened = temp.context.db
      for (let index = 0; index < undone; index++) await again('undo.redo', {})
      expectSame(await stateOf(reopened, again), after)
      expect((await again('library.verify', {})).fixed).toEqual([])
    } finally {
      await temp.remove()
    }
  },
  120_000,
)

type Db = Awaited<ReturnType<typeof tempLibrary>>['context']['db']

/** The library she began with stays: its import is not undone. */
function undoable(db: Db, first: number): ReadonlySet<string> {
  return new Set((commandToUndo(db)?.id ?? 0) > first ? [] : ['undo'])
}

function isThere(db: Db, id: string): boolean {
  return db.get(sql`select 1 from pattern where id = ${id}`) !== undefined
}
