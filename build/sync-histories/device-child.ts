// Run as a process of its own, and killed: node device-child.ts <library folder> <errand>. Opens a library that is signed in, types, and
// backs up; ends itself by the hardest means at the moment the errand names, or when all is done. Says each thing that was committed.
import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import Database from 'better-sqlite3'
import { commit } from '#library/db/commit.ts'
import { assembleLibrary } from '#library/library.ts'
import { createTokenFile } from '#library/sync/auth/token-file.ts'
import { systemTimers, unknownPower } from '#library/sync/world.ts'
import { seededDice } from '#shared/sync/testing/dice.ts'
import type { Errand, Said } from './device-errand.ts'

const [dir, words] = process.argv.slice(2)
if (dir === undefined || words === undefined) throw new Error('name the library and the errand')
const errand = JSON.parse(words) as Errand
const MORE = 20
const dice = seededDice(errand.seed)

/** At once, and without the pipe's own time: a line that was written is read after the kill. */
const say = (said: Said): void => void writeSync(1, `${JSON.stringify(said)}\n`)

/** Statements that write, from the moment on that the errand names. */
let left: number | null = null
function die(): never {
  process.kill(process.pid, 'SIGKILL')
  for (;;);
}
const statement = Object.getPrototypeOf(new Database(':memory:').prepare('select 1')) as {
  run(...asked: unknown[]): unknown
}
const { run } = statement
statement.run = function counting(this: unknown, ...asked: unknown[]) {
  if (left !== null && left-- <= 0) die()
  return Reflect.apply(run, this, asked)
}

/** Between asking and answering, the errand's moment comes. */
const watched: typeof fetch = async (input, init) => {
  const { pathname } = new URL(input instanceof Request ? input.url : input)
  const isPush = pathname === '/v1/records' && init?.method === 'POST'
  if (isPush && errand.moment === 'sent') setTimeout(die, errand.after)
  const answer = await fetch(input, init)
  if (isPush && errand.moment === 'answer') left ??= errand.after
  if (pathname === '/v1/shape' && errand.moment === 'pull' && answer.ok) left ??= errand.after
  return answer
}

const { library, context, sync } = await assembleLibrary({
  dir,
  clock: { now: () => Date.now() },
  random: { bytes: count => randomBytes(count) },
  host: {
    drives: { list: async () => [], eject: async () => 'please-eject' as const },
    tokens: createTokenFile(dir),
    sync: {
      fetch: watched,
      timers: systemTimers,
      random: { bytes: count => randomBytes(count) },
      power: unknownPower,
      networkMark: () => '',
      computer: { name: 'laptop', platform: 'test' },
      version: '1',
    },
  },
  log: { debug() {}, info() {}, warn() {}, error() {} },
  choresAfterMs: 2 ** 31 - 1,
  threads: {
    reader: new URL('../../electron/library/entry.reader.ts', import.meta.url),
    worker: new URL('../../electron/library/entry.worker.ts', import.meta.url),
  },
})

const ids = context.db.values<string>({ text: 'select id from pattern order by id', params: [] })
let typed = 0
function type(): void {
  const id = dice.pick(ids)
  const value = `laptop ${errand.seed} ${++typed}`
  commit(context, { label: 'rename', args: {}, changes: [{ table: 'pattern', id, set: { name: value } }] })
  say({ typed: { id, value } })
}

for (let count = errand.types; count > 0; count--) type()
// And some while it speaks with the cloud.
let more = errand.moment === 'never' ? 0 : MORE
const typing = setInterval(() => (more-- > 0 ? type() : clearInterval(typing)), 20)
const { waiting } = await sync.now(new AbortController().signal)
clearInterval(typing)
await library.close()
say({ done: waiting })
