/** A push, from the lock to the answer for each record (SYNC.md sections 3 and 7, "server: push"). */
import { type Kysely, sql } from 'kysely'
import { isPassing } from '#server/db/passing.ts'
import type { TenantDb } from '#server/db/tenant.ts'
import type { SyncRecord } from '#shared/sync/record.ts'
import { type Admission, admit } from '#shared/sync/server/admit.ts'
import { wasPutBack } from '#shared/sync/server/nights.ts'
import { type PushRecord, pushRecord, type RecordAnswer } from '#shared/sync/wire.ts'
import { refuseKnown } from './known-tables.ts'
import { type Counter, type HistoryRow, keyText, lockCounter, readRecords, writeHistory, writeRecords } from './rows.ts'

export interface PushAsked {
  /** As they came: one that is not a record is refused by itself. */
  readonly records: readonly unknown[]
  /** Of the request's headers; null: not told. */
  readonly epoch: string | null
  readonly heard: number
  readonly known: number
}

export interface PushWorld {
  /** The server's clock, read once the lock is held. */
  now(): number
  /** The database's epoch, read once the lock is held. */
  epoch(): Promise<string>
  /** What has to be done by the commit: it runs beside the work. */
  readonly beforeCommit: Promise<void>
}

export type PushOutcome =
  | { status: 'done'; epoch: string; now: number; records: RecordAnswer[]; seq: number; isChanged: boolean }
  | { status: 'epoch'; epoch: string; now: number; seq: number }
  /** Known is beyond what there is: the caller begins a new epoch. */
  | { status: 'put-back'; epoch: string; now: number; seq: number }

/** Stores a push in one transaction. Pushing it twice, or half of it, or out of order, is harmless. */
export async function pushRecords(db: Kysely<TenantDb>, asked: PushAsked, world: PushWorld): Promise<PushOutcome> {
  try {
    return await pushed(db, asked, world, together)
  } catch (error) {
    if (!(error instanceof NotTaken)) throw error
    // Nothing of it was kept: once more from the start, so that the one the database will not have fails alone.
    return pushed(db, asked, world, oneByOne)
  }
}

function pushed(db: Kysely<TenantDb>, asked: PushAsked, world: PushWorld, way: Way): Promise<PushOutcome> {
  const parsed = asked.records.map(one => pushRecord.safeParse(one).data ?? null)
  return db.transaction().execute(async trx => {
    const counter = await lockCounter(trx)
    // The one is asked of the registry, the other of the quilter's own database.
    const [epoch, store] = await Promise.all([world.epoch(), way(trx, parsed)])
    const now = world.now()
    if (asked.epoch !== epoch) return { status: 'epoch', epoch, now, seq: counter.seq }
    if (wasPutBack(asked.known, counter.seq)) return { status: 'put-back', epoch, now, seq: counter.seq }
    const { answers, seq } = await store({ now, heard: asked.heard, counter })
    const records = answers.map((answer, place) => answer ?? malformed(asked.records[place]))
    await world.beforeCommit
    return { status: 'done', epoch, now, records, seq, isChanged: seq > counter.seq }
  })
}

interface At {
  readonly now: number
  readonly heard: number
  readonly counter: Counter
}

/** An answer for each record, null for what is none; and the greatest seq then. */
interface Stored {
  readonly answers: readonly (RecordAnswer | null)[]
  readonly seq: number
}

/** Reads what is needed of the database, and answers how to store. */
type Way = (db: Kysely<TenantDb>, records: readonly (PushRecord | null)[]) => Promise<(at: At) => Promise<Stored>>

/** The database will not have it. */
class NotTaken extends Error {}

/** In as few questions as can be: each is a way to the database and back, and whoever waits for the news waits for all of them. */
const together: Way = async (db, records) => {
  const stored = await taken(readRecords(db, distinct(records)))
  return at => taken(storeTogether(db, records, stored, at))
}

async function taken<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw isPassing(error) ? error : new NotTaken('the database did not take a push', { cause: error })
  }
}

const oneByOne: Way = async (db, records) => async at => {
  const answers: (RecordAnswer | null)[] = []
  let { seq } = at.counter
  for (const record of records) {
    const alone =
      record && (await inSavepoint(db, async () => storeTogether(db, [record], await readRecords(db, [record]), at)))
    if (alone) seq = Math.max(seq, alone.seq)
    answers.push(record && (alone?.answers[0] ?? failed(record)))
  }
  return { answers, seq }
}

/** @param stored by `keyText`; what becomes of it is put in */
async function storeTogether(
  db: Kysely<TenantDb>,
  records: readonly (PushRecord | null)[],
  stored: Map<string, SyncRecord>,
  at: At,
): Promise<Stored> {
  const known = new Set(stored.keys())
  const changed = new Map<string, SyncRecord>()
  const history: HistoryRow[] = []
  const answers = records.map(record => {
    if (record === null) return null
    const key = keyText(record)
    const admission = admit(stored.get(key) ?? null, record, { now: at.now, heard: at.heard, refuse: refuseKnown })
    if (admission.outcome === 'stored') {
      for (const lost of admission.history) history.push({ ...lost, key: record })
      // Named twice in one request, the second is merged into what the first became.
      if (admission.isChanged) {
        stored.set(key, admission.record)
        changed.set(key, admission.record)
      }
    }
    return answerOf(admission)
  })
  const seq = await writeRecords(db, [...changed.values()], record => !known.has(keyText(record)), at.counter)
  await writeHistory(db, history, at.counter.night, at.now)
  return { answers, seq }
}

function distinct(records: readonly (PushRecord | null)[]): PushRecord[] {
  return [...new Map(records.flatMap(record => (record ? [[keyText(record), record] as const] : []))).values()]
}

/** Null when the database did not take it; nothing of it is then left. A lost connection is thrown on. */
async function inSavepoint<T>(db: Kysely<TenantDb>, work: () => Promise<T>): Promise<T | null> {
  await sql`savepoint one`.execute(db)
  try {
    const outcome = await work()
    await sql`release savepoint one`.execute(db)
    return outcome
  } catch (error) {
    if (isPassing(error)) throw error
    await sql`rollback to savepoint one`.execute(db)
    return null
  }
}

function answerOf(admission: Admission): RecordAnswer {
  switch (admission.outcome) {
    case 'stored':
      return { outcome: 'stored', named: [...admission.named], renew: admission.renew }
    case 'clock':
      return { outcome: 'clock', named: [...admission.named], stored: mutable(admission.stored) }
    case 'purged':
      return { outcome: 'purged', stamps: mutable(admission.stamps) }
    case 'refused':
      return { outcome: 'refused', named: [...admission.named], code: admission.code, message: admission.message }
  }
}

type Stamps = Readonly<Record<string, readonly [number, number, string]>>
const mutable = (stamps: Stamps): Record<string, [number, number, string]> =>
  Object.fromEntries(Object.entries(stamps).map(([field, stamp]) => [field, [...stamp]]))

const failed = ({ entries }: PushRecord): RecordAnswer => ({
  outcome: 'failed',
  named: entries.map((_, place) => place),
  code: 'failed',
  message: 'The cloud could not keep this. It is tried again tomorrow.',
})

/** Not a record at all: whatever it has for entries, all of them are meant. */
function malformed(asked: unknown): RecordAnswer {
  const entries = (asked as { entries?: unknown } | null)?.entries
  return {
    outcome: 'refused',
    named: Array.isArray(entries) ? entries.map((_, place) => place) : [],
    code: 'not-valid',
    message: 'This is not something Bobbin can keep.',
  }
}
