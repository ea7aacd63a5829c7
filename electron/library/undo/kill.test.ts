import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commandToUndo } from '../db/tables/command.ts'
import { createDice } from '../testing/dice.ts'
import {
  expectSame,
  expectSound,
  expectStamped,
  expectUndone,
  type LibraryState,
  stateOf,
} from '../testing/library-state.ts'
import { callerOf, makeShelves } from '../testing/moves.ts'
import { addPatterns } from '../testing/some-patterns.ts'
import { tempLibrary } from '../testing/temp-library.ts'

/** Times the core is cut off; raised by `npm run soak`. */
const RUNS = Number(process.env.KILL_RUNS ?? 3)
const SEED = Number(process.env.BOBBIN_SEED ?? (process.env.BOBBIN_SOAK ? Date.now() % 1_000_000 : 7))
/** Enough that a change of all of them takes several steps. */
const PATTERNS = 450

const child = fileURLToPath(new URL('../testing/fuzz-child.ts', import.meta.url))
const place = mkdtempSync(join(tmpdir(), 'bobbin-undo-killed-'))
const [whole, shelves] = [join(place, 'whole'), join(place, 'shelves')]
let before: LibraryState
let first: number

beforeAll(async () => {
  makeShelves(shelves)
  const temp = await tempLibrary({ dir: whole })
  await addPatterns(
    temp.context,
    Array.from({ length: PATTERNS }, (_, index) => ({
      name: `Pattern ${index}`,
      tags: index % 3 === 0 ? ['Feather', 'Dense'] : ['Fethers'],
      ...(index % 2 === 0 ? { designer: 'Anna' } : {}),
      contents: ['the same bytes'],
    })),
  )
  before = await stateOf(temp.context.db, callerOf(temp.library))
  first = commandToUndo(temp.context.db)!.id
  await temp.library.close()
}, 60_000)
afterAll(() => rmSync(place, { recursive: true, force: true }))

test.each(Array.from({ length: RUNS }, (_, index) => SEED + index))(
  'killed in the middle of anything, all of it can still be undone and done again (BOBBIN_SEED=%i)',
  async seed => {
    const dir = mkdtempSync(join(place, 'library-'))
    cpSync(whole, dir, { recursive: true })
    await killedAt(dir, seed, 20 + createDice(seed).number(2_500))

    const temp = await tempLibrary({ dir })
    try {
      const { db } = temp.context
      const call = callerOf(temp.library)
      expect((await call('library.info', {})).notice).toBeNull()
      await importsAtRest(call)
      expectSound(db, 'the kill')
      expectStamped(db, 'the kill')
      expect(await call('library.verify', {})).toMatchObject({ database: 'ok', fixed: [] })
      const found = await stateOf(db, call)
      let undone = 0
      for (; (commandToUndo(db)?.id ?? 0) > first; undone++) await call('undo.undo', {})
      expectUndone(await stateOf(db, call), before, new Set())
      for (let index = 0; index < undone; index++) await call('undo.redo', {})
      expectSame(await stateOf(db, call), found)
    } finally {
      await temp.remove()
    }
  },
  120_000,
)

/** Ends it by the operating system's hardest means so long after the library was open. */
async function killedAt(dir: string, seed: number, afterMs: number): Promise<void> {
  const working = spawn(process.execPath, [child, dir, shelves, String(seed)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const over = new Promise<number | null>(resolve => working.once('exit', resolve))
  await Promise.race([new Promise(resolve => working.stdout.once('data', resolve)), over])
  await wait(afterMs)
  working.kill('SIGKILL')
  expect(await over, 'it worked until it was killed').toBeNull()
}

/** An import that was cut off goes on by itself. */
async function importsAtRest(call: ReturnType<typeof callerOf>): Promise<void> {
  for (;;) {
    const { imports } = await call('imports.recent', {})
    if (imports.every(({ step, paused }) => paused || !['looking', 'adding'].includes(step))) return
    await wait(20)
  }
}
