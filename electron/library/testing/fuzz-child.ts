// Run as a process of its own and killed: node fuzz-child.ts <library folder> <shelves> <seed>. Does one thing after the other.
import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { commandToUndo } from '#library/db/tables/command.ts'
import { assembleLibrary } from '#library/library.ts'
import { createDice } from './dice.ts'
import { callerOf, makeMove } from './moves.ts'

const [dir, shelves, seed] = process.argv.slice(2)
if (dir === undefined || shelves === undefined || seed === undefined)
  throw new Error('name the library, shelves and seed')

/** What is older than two hundred things cannot be undone any more. */
const MOVES = 150
/** Longer than anybody waits before the kill. */
const LONG_MS = 600_000

const quiet = { debug() {}, info() {}, warn() {}, error() {} }
const { library, context } = await assembleLibrary({
  dir,
  clock: { now: () => Date.now() },
  random: { bytes: count => randomBytes(count) },
  host: { drives: { list: async () => [], eject: async () => 'please-eject' as const } },
  log: quiet,
  threads: {
    reader: new URL('../entry.reader.ts', import.meta.url),
    worker: new URL('../entry.worker.ts', import.meta.url),
  },
})
const call = callerOf(library)
const dice = createDice(Number(seed))
const { db } = context
const first = commandToUndo(db)?.id ?? 0
process.stdout.write('open\n')
for (let count = 0; count < MOVES; count++) {
  // What there was at the beginning stays, so that it can be compared.
  const without = new Set(['forGood', ...((commandToUndo(db)?.id ?? 0) > first ? [] : ['undo'])])
  try {
    await makeMove({ call, db, dice, shelves }, without)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
  }
}
await setTimeout(LONG_MS)
