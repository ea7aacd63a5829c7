import { setImmediate } from 'node:timers/promises'
import { uuidV7 } from '#shared/domain/ids.ts'
import { keepAside } from '#shared/sync/device/keep.ts'
import { writeFields } from '#shared/sync/device/write.ts'
import type { AsideRecord, DeviceMeta, DevicePort } from '#shared/sync/device/port.ts'
import type { RecordKey, SyncRecord } from '#shared/sync/record.ts'
import type { Snapshots } from '#library/backup/snapshots.ts'
import type { Context } from '#library/context.ts'
import { announce, commit, type RowChange } from '#library/db/commit.ts'
import { patternsTouchedBy } from '#library/db/touched.ts'
import { handJournalOver } from '#library/db/tables/command.ts'
import { removeUnreferenced } from '#library/trash/delete-for-good.ts'
import { adoptFields } from './adopt.ts'
import { createBrake } from './brake.ts'
import { noteCame } from './came-at.ts'
import { digestInSteps } from './digest.ts'
import { readMeta } from './meta.ts'
import { TRASHED_AT } from './columns.ts'
import { DELETED_AT, isDeletedForGood } from './owners.ts'
import { createPort } from './port.ts'
import {
  allAside,
  type Braked,
  countBraked,
  countWaiting,
  deleteTyped,
  forgetBraked,
  heldKeys,
  isAnythingToSend,
  readBrake,
} from './queries.ts'
import { createUnit, type Unit } from './unit.ts'
import { createWordsLater } from './words-later.ts'

/** Patterns answered for in one transaction. */
const STEP = 50

/** The library's storage of sync: the rules' port over the quilter's tables, and what follows from what it is told. */
export interface SyncStore {
  meta(): DeviceMeta
  /** Whether an entry waits that is not held. */
  isAnythingToSend(): boolean
  /** How many records have a value the cloud does not have, held ones left out. */
  waiting(): number
  /**
   * Rules run inside `work`, and the port is good there only. Afterwards all of it is on the disk, or nothing: the quilter's rows with what
   * follows from them, search words, and the events by which columns and windows follow. No journal: what other computers did is
   * nothing to undo here.
   *
   * @param rest what the same answer of the cloud holds beyond this transaction; the brake counts it with it
   */
  transaction<T>(work: (port: DevicePort) => T, rest?: readonly SyncRecord[]): T
  /** The same without writing. */
  read<T>(work: (port: DevicePort) => T): T
  /**
   * The hashes of everything here but records with held values, for `compareDigest`. In short steps: whoever asks the library for something
   * meanwhile is answered. What is typed meanwhile makes them none of one moment; then something waits, and nothing is compared.
   */
  digest(signal: AbortSignal): Promise<string[]>
  /** Another name to stamp with: this library is a copy. */
  renewDevice(port: DevicePort): void
  /** Records with a value that was refused or failed. */
  heldKeys(): readonly RecordKey[]
  /** What was set aside, the newest first; without what the brake asks about. */
  asides(): readonly AsideRecord[]
  /** Patterns that another computer took away in a mass, still shown; null: none. `at`: milliseconds. */
  brake(): { readonly ids: readonly string[]; readonly at: number } | null
  /** How many these are. */
  braked(): number
  /** "Bring them back" or "Let them go". How many patterns it was. */
  answerBrake(bringBack: boolean): Promise<number>
  /** Patterns in the trash go from sight here and, as it spreads, everywhere. One transaction. */
  deleteForGood(ids: readonly string[]): void
  /** Once, at start: values a newer Bobbin sent, and that this one has a place for since its update, go there. */
  adopt(): void
  /** Resolves when nothing is left to be done behind what was applied. */
  idle(): Promise<void>
  close(): Promise<void>
}

type StoreContext = Pick<Context, 'db' | 'clock' | 'random' | 'events' | 'log' | 'originals'>

export function createSyncStore(context: StoreContext, snapshots: Pick<Snapshots, 'make'>): SyncStore {
  const { db, clock, random, log } = context
  const words = createWordsLater(context)
  const working = new Set<Promise<unknown>>()

  function behind(work: () => Promise<unknown>, message: string): void {
    const task = work().catch((error: unknown) => log.error({ error }, message))
    working.add(task)
    void task.finally(() => working.delete(task))
  }

  /** What follows from what the unit wrote; inside its transaction. */
  function follow(unit: Unit): void {
    if (unit.changes.length > 0) {
      const touched = patternsTouchedBy(db, unit.changes)
      words.refresh(touched)
      announce(context, touched)
      noteCame(db, clock.now())
    }
    const freed = unit.freed()
    if (freed.length > 0)
      db.afterCommit(() => behind(() => removeUnreferenced(context, freed), 'files of purged patterns stayed'))
  }

  function applied<T>(work: (port: DevicePort, unit: Unit) => T, rest: readonly SyncRecord[] = []): T {
    return db.transaction(() => {
      const brake = createBrake(db, clock.now(), rest)
      const unit = createUnit(db, { beforeFlush: brake.look })
      const result = work(createPort(db, unit), unit)
      unit.flush()
      follow(unit)
      if (brake.isNew)
        db.afterCommit(() => behind(() => snapshots.make('before-deleting'), 'no safety copy at the brake'))
      return result
    })
  }

  /** The same where she herself says what goes. */
  function hers<T>(work: (port: DevicePort, unit: Unit) => T): T {
    return db.transaction(() => {
      const unit = createUnit(db)
      const result = work(createPort(db, unit), unit)
      unit.flush()
      follow(unit)
      return result
    })
  }

  async function answerBrake(bringBack: boolean): Promise<number> {
    // What comes on the brake from now on she has not seen.
    const seen = readBrake(db)
    let commandId: number | null = null
    for (let at = 0; at < seen.length; at += STEP) {
      const some = seen.slice(at, at + STEP)
      commandId = db.transaction(() => answerSome(some, bringBack, commandId))
      await setImmediate()
    }
    return seen.length
  }

  /** Answers the number of the command by which those in the trash come back; all of them are one thing to undo. */
  function answerSome(some: readonly Braked[], bringBack: boolean, commandId: number | null): number | null {
    if (bringBack) for (const { id } of some.filter(({ taken }) => taken === 'purged')) bringBackPurged(id)
    for (const { id } of some) forgetBraked(db, id)
    const undoable = new Set(bringBack ? some.filter(({ taken }) => taken === 'trashed').map(({ id }) => id) : [])
    hers((port, unit) => {
      for (const { id, taken } of some) {
        const slot = unit.slot({ table: 'pattern', id })
        if (taken === 'purged') port.dropAside(slot.key)
        if (slot.record === null) deleteTyped(db, 'pattern', id)
        else unit.touch(slot)
        // Deleted for good elsewhere, it has no row from here on that a command could bring back: it comes back in the same stroke.
        if (!undoable.has(id) || slot.record === null || !isDeletedForGood(slot.record.fields)) continue
        writeFields(port, slot.key, { [TRASHED_AT]: null }, clock.now())
        undoable.delete(id)
      }
    })
    const back = some.filter(({ id }) => undoable.has(id))
    if (back.length === 0) return commandId
    return commit(context, {
      label: 'restore',
      args: { count: back.length },
      changes: back.map(({ id }): RowChange => ({ table: 'pattern', id, set: { trashed_at: null } })),
      ...(commandId === null ? {} : { continueCommand: commandId }),
    }).commandId
  }

  function bringBackPurged(id: string): void {
    const kept = hers(port => keepAside(port, { table: 'pattern', id }, clock.now()))
    if (kept !== null) handJournalOver(db, id, kept.id)
  }

  const asked = (): ReadonlySet<string> => new Set(readBrake(db).map(({ id }) => id))

  return {
    meta: () => readMeta(db),
    isAnythingToSend: () => isAnythingToSend(db),
    waiting: () => countWaiting(db),
    transaction: applied,
    read: work => db.transaction(() => work(createPort(db, createUnit(db)))),
    digest: signal => digestInSteps(db, signal),
    renewDevice: port => port.setMeta({ device: uuidV7(clock, random) }),
    heldKeys: () => heldKeys(db),
    asides() {
      const onBrake = asked()
      return allAside(db).filter(({ table, id }) => table !== 'pattern' || !onBrake.has(id))
    },
    brake() {
      const braked = readBrake(db)
      const [first] = braked
      return first === undefined ? null : { ids: braked.map(({ id }) => id), at: first.at }
    },
    braked: () => countBraked(db),
    answerBrake,
    deleteForGood: ids =>
      hers(port => {
        const now = clock.now()
        for (const id of ids) writeFields(port, { table: 'pattern', id }, { [DELETED_AT]: now }, now)
      }),
    adopt: () => adoptFields(db, hers),
    async idle() {
      await words.idle()
      while (working.size > 0) await Promise.all(working)
      await setImmediate()
    },
    async close() {
      words.close()
      await Promise.all(working)
    },
  }
}
