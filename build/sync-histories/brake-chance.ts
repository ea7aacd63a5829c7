/**
 * Histories by dice in which patterns go by the dozen: two or three computers over real SQLite, whose windows are watched. The law
 * (SYNC.md section 2) is counted here once more, without a line of the brake's own.
 */
import { keptUuid } from '#shared/sync/ids.ts'
import type { RecordKey } from '#shared/sync/record.ts'
import type { Computer } from '#shared/sync/testing/computer.ts'
import { type Dice, seededDice } from '#shared/sync/testing/dice.ts'
import type { Drive } from '#shared/sync/testing/disk.ts'
import type { Message } from '#shared/sync/testing/message.ts'
import { exchange, settle } from '#shared/sync/testing/quiet.ts'
import { createWorld, type World } from '#shared/sync/testing/world.ts'
import type { SqliteDisk, Window } from './sqlite-drive.ts'

const DAY_MS = 86_400_000
/** A brake's answer goes fifty at a time: more than that, so that it can be killed in between. */
const PATTERNS = 70
const ROUNDS = 25

/** What happened, for whoever wants to know whether the dice rolled what they are for. */
export interface Counts {
  brakes: number
  answers: number
  kills: number
}

/** @returns what went wrong; nothing, when all rules are kept */
export async function runMasses(seed: number, drive: Drive, counts: Counts): Promise<readonly string[]> {
  const dice = seededDice(seed)
  const world = createWorld({ drive, isLog: dice.chance(0.5) })
  for (let count = dice.pick([2, 2, 3]); count > 0; count--) world.addComputer()
  const keys = Array.from(
    { length: dice.pick([12, 40, PATTERNS]) },
    (_, index): RecordKey => ({
      table: 'pattern',
      id: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    }),
  )
  for (const key of keys) world.type(world.computers[0]!, key, { name: world.ledger.nextValue(), trashed_at: null })
  for (const computer of world.computers) await exchange(world, computer)
  const happenings = happeningsIn(world, dice, counts)
  for (let step = ROUNDS; step > 0 && world.ledger.violations.length === 0; step--) await dice.pick(happenings)()
  if (world.ledger.violations.length === 0) await settle(world, { needsDigest: false, hasCopies: false })
  for (const { port } of world.computers) port.close()
  return world.ledger.violations
}

const windowOf = ({ port }: Computer): Window => (port as SqliteDisk).window

/** Her window may lose so many at once without being asked: the law's own figures, and "a handful is everyday work". */
function mayGoUnasked(gone: number, shown: number): boolean {
  return gone <= 20 && (gone < 5 || gone <= shown * 0.05)
}

function happeningsIn(world: World, dice: Dice, counts: Counts): (() => Promise<void> | void)[] {
  const { clock, cloud, computers, ledger } = world
  const anyone = () => dice.pick(computers)

  /** What the cloud tells a computer comes in; its window is looked at before and after. */
  function receive(computer: Computer, answer: Message): void {
    const window = windowOf(computer)
    const [before, asked] = [window.shown(), window.asked()]
    world.receive(answer)
    const after = window.shown()
    const gone = [...before.keys()].filter(id => !after.has(id))
    if (asked.length === 0 && window.asked().length > 0) counts.brakes++
    const isAsking = asked.length > 0 || window.asked().length > 0
    if (isAsking ? gone.length > 0 : !mayGoUnasked(gone.length, before.size))
      ledger.violated(
        `computer ${computer.place}: ${gone.length} of ${before.size} patterns went from the window unasked`,
      )
    for (const id of asked)
      if (!window.asked().includes(id)) ledger.violated(`computer ${computer.place}: ${id} left the question by itself`)
  }

  async function pulling(): Promise<void> {
    const computer = anyone()
    const answer = await world.serve(world.askPull(computer, dice.pick([7, 30, 1000, 1000])))
    if (answer === null) return
    const window = windowOf(computer)
    if (dice.chance(0.15)) {
      // Killed before it is committed: it comes again.
      const before = window.shown()
      world.receive(answer, 'before-the-rows')
      world.kill(computer)
      counts.kills++
      if (!isSame(before, window.shown())) ledger.violated(`computer ${computer.place}: a kill took patterns`)
      return
    }
    receive(computer, answer)
    if (dice.chance(0.15)) kill(computer)
  }

  async function pushing(): Promise<void> {
    const computer = anyone()
    const request = world.askPush(computer)
    const answer = request && (await world.serve(request))
    // Lost on its way back: it is sent again.
    if (answer !== null && !dice.chance(0.1)) receive(computer, answer)
  }

  function kill(computer: Computer): void {
    const window = windowOf(computer)
    const [shown, asked] = [window.shown(), window.asked()]
    world.kill(computer)
    counts.kills++
    if (!isSame(shown, window.shown()) || asked.join() !== window.asked().join())
      ledger.violated(`computer ${computer.place}: a kill changed what is shown or asked`)
  }

  /** By her own hand, on the wall of one of her computers: one, a few or nearly all, as she wants. */
  function trashing(): void {
    const computer = anyone()
    const ids = some(dice, [...windowOf(computer).shown().keys()], dice.pick([0.02, 0.1, 0.5, 0.9]))
    for (const id of ids) {
      const trashed = { trashed_at: clock.time }
      world.type(computer, { table: 'pattern', id }, trashed)
      if (windowOf(computer).shown().has(id)) ledger.violated(`computer ${computer.place}: her own trash took nothing`)
    }
    clock.time += 1000
  }

  function takingBack(): void {
    const computer = anyone()
    const { window } = computer.port as SqliteDisk
    const trashed = patternsIn(computer).filter(id => !window.shown().has(id))
    for (const id of some(dice, trashed, dice.pick([0.1, 1])))
      world.type(computer, { table: 'pattern', id }, { trashed_at: null })
    clock.time += 1000
  }

  function deletingForGood(): void {
    const computer = anyone()
    const { window } = computer.port as SqliteDisk
    const shown = window.shown()
    window.deleteForGood(
      some(
        dice,
        patternsIn(computer).filter(id => !shown.has(id)),
        0.7,
      ),
    )
  }

  function renaming(): void {
    const computer = anyone()
    for (const id of some(dice, [...windowOf(computer).shown().keys()], 0.1)) {
      const record = computer.port.records([{ table: 'pattern', id }])[0]
      // What is shown still and was purged is hers to type into; that has its own test (brake.test.ts).
      if (record && !record.purged) world.type(computer, { table: 'pattern', id }, { name: world.ledger.nextValue() })
    }
    clock.time += 1000
  }

  async function answering(): Promise<void> {
    const computer = computers.find(one => windowOf(one).asked().length > 0)
    if (computer === undefined) return
    const window = windowOf(computer)
    const bringsBack = dice.chance(0.5)
    counts.answers++
    if (!bringsBack) excuseAsked(computer)
    const [asked, shown] = [window.asked(), window.shown()]
    const answer = window.answer(bringsBack)
    if (dice.chance(0.4)) {
      // The first fifty are answered for, the others are asked about again.
      world.kill(computer)
      counts.kills++
      await answer.catch(() => {})
    } else await answer
    const left = window.asked()
    const answered = asked.filter(id => !left.includes(id))
    const after = window.shown()
    const gone = [...shown.keys()].filter(id => !after.has(id))
    if (gone.some(id => !answered.includes(id)))
      ledger.violated(`computer ${computer.place}: what was not asked about went with the answer`)
    if (!bringsBack) return
    for (const id of answered) {
      if (!shown.has(id) || isShown(after, id, shown.get(id)!)) continue
      ledger.violated(`computer ${computer.place}: ${id} did not come back`)
    }
  }

  /** She lets them go, with what only this computer has of them. */
  function excuseAsked({ port }: Computer): void {
    const ids = new Set((port as SqliteDisk).window.asked())
    for (const { id, fields, entries } of port.asides()) {
      if (!ids.has(id)) continue
      for (const value of Object.values(fields)) ledger.excuse(value)
      for (const { value } of entries) ledger.excuse(value)
    }
  }

  async function nights(): Promise<void> {
    const count = dice.pick([1, 31])
    clock.time += count * DAY_MS
    await cloud.nights(count)
  }

  const often = (times: number, what: () => Promise<void> | void) => Array.from({ length: times }, () => what)
  return [
    ...often(6, pulling),
    ...often(5, pushing),
    ...often(3, trashing),
    ...often(3, answering),
    takingBack,
    deletingForGood,
    renaming,
    nights,
    () => kill(anyone()),
  ]
}

function patternsIn({ port }: Computer): string[] {
  return Array.from(port.everyRecord())
    .filter(({ table, purged }) => table === 'pattern' && !purged)
    .map(({ id }) => id)
}

function some(dice: Dice, ids: readonly string[], part: number): string[] {
  return ids.filter(() => dice.chance(part))
}

function isSame(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([id, name]) => other.get(id) === name)
}

/** Under its own id or, where it was purged, under the one it was kept by. */
function isShown(shown: ReadonlyMap<string, string>, id: string, name: string): boolean {
  for (let [at, turn] = [id, 0]; turn < 10; at = keptUuid(at), turn++) if (shown.get(at) === name) return true
  return false
}
