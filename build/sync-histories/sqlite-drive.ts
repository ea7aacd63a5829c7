/** Computers of a history whose disks are real: a library's database each, written by the library's own ways. */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { commit } from '#library/db/commit.ts'
import { writeHandle } from '#library/db/handles.ts'
import { openDatabase } from '#library/db/open.ts'
import { readRow } from '#library/db/rows.ts'
import { sql } from '#library/db/sql.ts'
import { type Fields, SYNCED, type SyncedTable } from '#library/db/synced.ts'
import { createOriginals } from '#library/files/originals.ts'
import { seededRandom } from '#library/testing/fake-clock.ts'
import { quietLog } from '#library/testing/temp-library.ts'
import { writeMeta } from '#library/sync/store/meta.ts'
import { allAside } from '#library/sync/store/queries.ts'
import { createSyncStore } from '#library/sync/store/store.ts'
import { createEventHub } from '#shared/rpc/events.ts'
import type { DevicePort } from '#shared/sync/device/port.ts'
import { writeFields } from '#shared/sync/device/write.ts'
import type { Json, RecordKey } from '#shared/sync/record.ts'
import type { Drive, OpenDisk, PortWatch } from '#shared/sync/testing/disk.ts'

export interface SqliteDrives {
  readonly drive: Drive
  /** Everything of the histories so far goes. */
  clear(): void
  close(): void
}

/** What the quilter sees of a library and decides about it, beside what the rules know of. */
export interface Window {
  /** Patterns on the wall, with their names. */
  shown(): ReadonlyMap<string, string>
  /** Patterns that the brake asks about. */
  asked(): readonly string[]
  /** "Bring them back" or "Let them go". Rejects when the program is killed before it is through. */
  answer(bringBack: boolean): Promise<number>
  /** Of patterns in the trash. */
  deleteForGood(ids: readonly string[]): void
}

export interface SqliteDisk extends OpenDisk {
  readonly window: Window
}

/** Like a table of an earlier or later Bobbin: what a pattern needs to have a row. */
const NEEDED: Readonly<Record<string, Fields>> = { pattern: { kind: 'border', state: 'readable' } }

/** Makes the empty library once; each computer begins with a copy of the file. */
export async function createSqliteDrives(): Promise<SqliteDrives> {
  const folder = mkdtempSync(join(tmpdir(), 'bobbin-histories-'))
  const empty = join(folder, 'empty.db')
  const { close } = await openDatabase(empty, async () => {})
  close()
  const originals = join(folder, 'originals')
  mkdirSync(originals)
  let work = join(folder, 'work')
  mkdirSync(work)
  let files = 0

  /** The database and what was committed since its last checkpoint: what is there after a kill. */
  function copyFiles(from: string): string {
    const to = join(work, `${++files}.db`)
    copyFileSync(from, to)
    if (existsSync(`${from}-wal`)) copyFileSync(`${from}-wal`, `${to}-wal`)
    return to
  }

  return {
    drive(from, watch) {
      const path = copyFiles('copy' in from ? (from.copy as string) : empty)
      return openDisk(path, 'device' in from ? from.device : null, watch, { copyFiles, originals })
    },
    clear() {
      rmSync(work, { recursive: true, force: true })
      mkdirSync(work)
    },
    close() {
      work = ''
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

interface Parts {
  readonly copyFiles: (from: string) => string
  readonly originals: string
}

/** Thrown to roll a transaction back. */
class Killed extends Error {}

function openDisk(first: string, device: string | null, watch: PortWatch, { copyFiles, originals }: Parts): SqliteDisk {
  const clock = { now: () => wall }
  let wall = 0
  let path = first
  let library = open()
  /** Inside of `within`. */
  let port: DevicePort | null = null
  if (device !== null) writeMeta(library.db, { device })

  function open() {
    const raw = new Database(path)
    raw.pragma('journal_mode = wal')
    raw.pragma('synchronous = off')
    raw.pragma('foreign_keys = on')
    const db = writeHandle(raw)
    const events = createEventHub(error => {
      throw error
    })
    const context = {
      db,
      clock,
      events,
      random: seededRandom(1),
      log: quietLog,
      originals: createOriginals(originals),
    }
    const store = createSyncStore(context, {
      make: async reason => ({ name: '', at: 0, reason, bytes: 0 }),
    })
    return { raw, db, context, store }
  }

  function close() {
    void library.store.close()
    library.raw.close()
  }

  function within<T>(work: () => T): T {
    if (port !== null) return work()
    return library.store.transaction(given => {
      port = watched(given, watch)
      try {
        return work()
      } finally {
        port = null
      }
    })
  }

  const asked = <T>(question: (port: DevicePort) => T): T => within(() => question(port!))

  function type(key: RecordKey, fields: Readonly<Record<string, Json>>): void {
    const before = asked(at => ({ record: at.records([key])[0] ?? null, entries: at.entriesOf(key) }))
    const row = rowOf(key)
    const set = before.record === null ? { ...NEEDED[key.table], ...fields } : fields
    const isHers = (row !== undefined || before.record === null) && hasColumns(key.table, set)
    if (!isHers) {
      asked(at => writeFields(at, key, set, wall))
      return
    }
    commit(library.context, {
      label: 'rename',
      args: {},
      changes: [{ table: key.table as SyncedTable, id: key.id, set }],
    })
    const after = asked(at => ({ record: at.records([key])[0] ?? null, entries: at.entriesOf(key) }))
    if (after.record !== null) watch.put(before.record, after.record)
    for (const entry of before.entries)
      if (!after.entries.some(({ field, value }) => field === entry.field && value === entry.value))
        watch.dropped(entry)
  }

  function rowOf({ table, id }: RecordKey): Fields | undefined {
    return Object.hasOwn(SYNCED, table) ? readRow(library.db, table as SyncedTable, id) : undefined
  }

  return {
    meta: () => asked(at => at.meta()),
    setMeta: change => asked(at => at.setMeta(change)),
    records: keys => asked(at => at.records(keys)),
    everyRecord: bucket => asked(at => [...at.everyRecord(bucket)]),
    putRecords: records => asked(at => at.putRecords(records)),
    recordsBefore: (gen, limit) => asked(at => at.recordsBefore(gen, limit)),
    forgetTombstones: () => asked(at => at.forgetTombstones()),
    entriesOf: key => asked(at => at.entriesOf(key)),
    entriesToSend: most => asked(at => at.entriesToSend(most)),
    heldKeys: () => asked(at => at.heldKeys()),
    hasEntriesToSend: () => asked(at => at.hasEntriesToSend()),
    putEntries: entries => asked(at => at.putEntries(entries)),
    dropEntries: (key, entries) => asked(at => at.dropEntries(key, entries)),
    putAside: record => asked(at => at.putAside(record)),
    aside: key => asked(at => at.aside(key)),
    dropAside: key => asked(at => at.dropAside(key)),
    recordsNaming: id => asked(at => at.recordsNaming(id)),
    asides: () => allAside(library.db),
    everyEntry: () => asked(at => Array.from(at.everyRecord(), record => at.entriesOf(record)).flat()),
    within,
    undone(work) {
      try {
        within(() => {
          work()
          throw new Killed()
        })
      } catch (error) {
        if (!(error instanceof Killed)) throw error
      }
    },
    type(key, fields, now) {
      wall = now
      type(key, fields)
    },
    restart() {
      const killed = copyFiles(path)
      close()
      path = killed
      library = open()
    },
    copy: () => copyFiles(path),
    close,
    window: {
      shown() {
        const rows = library.db.all<{ id: string; name: string }>(
          sql`select id, name from pattern where trashed_at is null order by id`,
        )
        return new Map(rows.map(({ id, name }) => [id, name]))
      },
      asked: () => library.store.brake()?.ids ?? [],
      answer: bringBack => library.store.answerBrake(bringBack),
      deleteForGood: ids => library.store.deleteForGood(ids),
    },
  }
}

/** Whether her own way to write can set these: it is for the values her Bobbin knows. */
function hasColumns(table: string, set: Readonly<Record<string, Json>>): set is Fields {
  const columns: readonly string[] = SYNCED[table as SyncedTable] ?? []
  return Object.entries(set).every(
    ([field, value]) =>
      columns.includes(field) &&
      (field === 'trashed_at' ? value === null || typeof value === 'number' : typeof value === 'string'),
  )
}

/** Tells what happens, and is otherwise the port. */
function watched(port: DevicePort, watch: PortWatch): DevicePort {
  return {
    ...port,
    putRecords(records) {
      const before = port.records(records)
      records.forEach((record, place) => watch.put(before[place] ?? null, record))
      port.putRecords(records)
    },
    dropEntries(key, names) {
      const before = port.entriesOf(key)
      port.dropEntries(key, names)
      const left = port.entriesOf(key)
      for (const entry of before) if (!left.includes(entry)) watch.dropped(entry)
    },
  }
}
