/** The cloud in memory: the same `admit`, `mayPurge` and counters as the server's, over maps. Watches its own invariants while it runs. */
import { bucketHashes, bucketOf, recordHash } from '../digest.ts'
import { START } from '../device/judge.ts'
import { canonicalJson } from '../json.ts'
import type { Cell, RecordKey, SyncRecord } from '../record.ts'
import { admit, type LostCell } from '../server/admit.ts'
import { EARLY_MS } from '../server/early.ts'
import type { PushRecord, RecordAnswer } from '../wire.ts'
import type { Cloud, HistoryRow, PushSent, ShapeSent } from './cloud.ts'
import { nameOf } from './memory-port.ts'
import type { Rulebook } from './rulebook.ts'
import type { Witness } from './witness.ts'

/** A value that no table would take. */
export const REFUSED = 'refused'
/** A value that makes the server throw. */
export const POISON = 'poison'

interface Row {
  readonly record: SyncRecord
  readonly seq: number
  readonly changedNight: number
}

interface Lost extends HistoryRow {
  readonly arrivedNight: number
}

interface Database {
  readonly rows: Map<string, Row>
  readonly history: Map<string, Lost>
  /** Every version there was since the shape was made, as a real Electric may hold it. */
  readonly log: { readonly seq: number; readonly record: SyncRecord }[]
  seq: number
  night: number
  greatestTime: number
  /** Nightly runs in which a record did not change, counted without any of the server's own numbers. */
  readonly quietNights: Map<string, number>
}

export interface MemoryCloudOptions {
  /** The server's clock, milliseconds. */
  readonly now: () => number
  readonly rulebook: Rulebook
  /** The feed is a log that still holds older versions. */
  readonly isLog: boolean
  readonly violated: (what: string) => void
  /** A value left for good, by a rule that may take it: its nights were over. */
  readonly expired: (cell: Cell, record: RecordKey) => void
  readonly met: Witness['met']
}

export function createMemoryCloud({ now, rulebook, isLog, violated, expired, met }: MemoryCloudOptions): Cloud {
  let db: Database = {
    rows: new Map(),
    history: new Map(),
    log: [],
    seq: 0,
    night: 0,
    greatestTime: 0,
    quietNights: new Map(),
  }
  let epochs = 1
  let shapes = 1

  const epoch = () => `e${epochs}`
  const handle = () => `${epoch()}~${shapes}`

  function beginEpoch() {
    epochs++
    for (const [name, row] of db.rows) db.rows.set(name, { ...row, changedNight: db.night })
    db.quietNights.clear()
  }

  /** False: the clock is behind what was recorded, and nothing is answered until somebody looks. */
  function isClockRight(): boolean {
    if (now() < db.greatestTime - EARLY_MS) return false
    db.greatestTime = Math.max(db.greatestTime, now())
    return true
  }

  function putRow(record: SyncRecord, changedNight: number) {
    const name = nameOf(record)
    const before = db.rows.get(name)?.record
    if (before?.purged && !record.purged) violated(`${name} came back from its purge`)
    db.seq++
    db.rows.set(name, { record, seq: db.seq, changedNight })
    db.log.push({ seq: db.seq, record })
    db.quietNights.set(name, 0)
  }

  function takeRecord(asked: PushRecord, heard: number): RecordAnswer {
    const stored = db.rows.get(nameOf(asked))?.record ?? null
    if (asked.entries.some(({ value }) => value === POISON)) throw new Error('the server failed')
    const refuse = ({ entries }: PushRecord) =>
      entries.some(({ value }) => value === REFUSED) ? { code: 'too-large', message: 'It is too large.' } : null
    const admission = admit(stored, asked, { now: now(), heard, refuse }, rulebook.rules)
    if (admission.outcome === 'clock')
      return { ...admission, named: [...admission.named], stored: wireStamps(admission.stored) }
    if (admission.outcome === 'purged') return { ...admission, stamps: wireStamps(admission.stamps) }
    if (admission.outcome === 'refused') return { ...admission, named: [...admission.named] }
    const keyOf = ({ field, cell }: LostCell) => `${nameOf(asked)} ${field} ${cell.s.join()} ${canonicalJson(cell.v)}`
    met(stored, asked, admission.history, lost => !db.history.has(keyOf(lost)))
    for (const lost of admission.history) {
      const { field, cell, isConflict } = lost
      const key = keyOf(lost)
      if (!db.history.has(key))
        db.history.set(key, { table: asked.table, id: asked.id, field, cell, isConflict, arrivedNight: db.night })
    }
    if (admission.isChanged) putRow(admission.record, db.night)
    return { outcome: 'stored', named: [...admission.named], renew: admission.renew }
  }

  function takeRecords({ records, heard }: PushSent): RecordAnswer[] | null {
    const answers: RecordAnswer[] = []
    const before = copyOf(db)
    for (const record of records) {
      try {
        answers.push(takeRecord(record, heard))
      } catch {
        if (!rulebook.hasSavepoints) {
          db = before
          return null
        }
        const named = record.entries.map((_, place) => place)
        answers.push({ outcome: 'failed', named, code: 'internal', message: 'It could not be backed up yet.' })
      }
    }
    return answers
  }

  return {
    async push(sent) {
      if (!isClockRight()) return null
      if (sent.epoch === epoch() && rulebook.wasPutBack(sent.known, db.seq)) beginEpoch()
      if (sent.epoch !== epoch()) return { status: 'epoch', epoch: epoch(), now: now() }
      const records = takeRecords(sent)
      return records === null ? null : { status: 'done', epoch: epoch(), now: now(), records }
    },
    async shape({ handle: asked, offset, known, rows: most }: ShapeSent) {
      if (!isClockRight()) return null
      if (asked?.startsWith(`${epoch()}~`) && rulebook.wasPutBack(known, db.seq)) beginEpoch()
      const from = offset === START ? 0 : Number.parseInt(offset, 10)
      if ((asked !== null && asked !== handle()) || from > db.seq)
        return { status: 'gone', epoch: epoch(), now: now(), successor: handle() }
      const all = db.log.filter(({ seq, record }) => seq > from && (isLog || db.rows.get(nameOf(record))?.seq === seq))
      const rows = all.slice(0, most).map(({ seq, record }) => ({ ...record, seq }))
      const upToDate = all.length <= most
      const end = upToDate ? db.seq : rows.at(-1)!.seq
      return { status: 'rows', epoch: epoch(), now: now(), handle: handle(), offset: `${end}_0`, rows, upToDate }
    },
    async digest(bucket) {
      if (!isClockRight()) return null
      const records = [...db.rows.values()].map(({ record }) => record)
      const seq = Math.max(0, ...[...db.rows.values()].map(row => row.seq))
      if (bucket === null) return { epoch: epoch(), seq, buckets: bucketHashes(records) }
      const inIt = records.filter(record => bucketOf(record) === bucket)
      return {
        epoch: epoch(),
        seq,
        records: inIt.map(record => ({
          table: record.table,
          id: record.id,
          hash: recordHash(record),
          stamps: wireStamps(record.stamps),
        })),
      }
    },
    async nights(count) {
      for (let run = 0; run < count; run++) {
        db.night++
        for (const [name, row] of db.rows) {
          const quiet = (db.quietNights.get(name) ?? 0) + 1
          db.quietNights.set(name, quiet)
          purge(name, row, quiet)
        }
        forget()
      }
    },
    async rotate() {
      shapes++
      const present = db.log.filter(({ seq, record }) => db.rows.get(nameOf(record))?.seq === seq)
      db.log.splice(0, db.log.length, ...present)
    },
    async copy() {
      return copyOf(db)
    },
    async putBack(copy, isAnnounced) {
      db = copyOf(copy as Database)
      if (isAnnounced && rulebook.announcesRestores) beginEpoch()
    },
    async acceptClock() {
      db.greatestTime = now()
    },
    async contents() {
      return { records: [...db.rows.values()].map(({ record }) => record), history: [...db.history.values()] }
    },
  }

  function purge(name: string, { record, changedNight }: Row, quiet: number) {
    if (record.purged) return
    const trashed = { id: record.id, fieldsTrashedAt: record.fields.trashed_at, changedNight, tonight: db.night }
    if (!rulebook.mayPurge(trashed, now())) return
    if (quiet < 30) violated(`${name} was purged after ${quiet} nights`)
    for (const [field, s] of Object.entries(record.stamps)) expired({ v: record.fields[field]!, s }, record)
    putRow({ ...record, fields: {}, purged: true }, db.night)
  }

  function forget() {
    for (const [key, lost] of db.history) {
      if (rulebook.staysInHistory(lost.arrivedNight, db.night, lost.cell.s[0], now())) continue
      if (db.night - lost.arrivedNight >= 90) expired(lost.cell, lost)
      db.history.delete(key)
    }
  }
}

function copyOf(db: Database): Database {
  return {
    ...db,
    rows: new Map(db.rows),
    history: new Map(db.history),
    log: [...db.log],
    quietNights: new Map(db.quietNights),
  }
}

function wireStamps(stamps: Readonly<Record<string, readonly [number, number, string]>>) {
  return Object.fromEntries(
    Object.entries(stamps).map(([field, [ms, counter, device]]) => [
      field,
      [ms, counter, device] as [number, number, string],
    ]),
  )
}
