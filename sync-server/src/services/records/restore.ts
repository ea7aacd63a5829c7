/**
 * A restore to a day: every record set to what it was, as new values with stamps of its own, so that every computer follows. (Putting the
 * database back alone would not undo what the devices still hold.) Batch by batch, each under the tenant's lock, so that a large library
 * holds nobody up. Cut off half way it is harmless: asked again, it goes on; taken back, what it did is undone.
 */
import { type Kysely, sql } from 'kysely'
import type { TenantDb } from '#server/db/tenant.ts'
import { Refusal } from '#server/refusal.ts'
import type { Cell, Json, RecordKey, Stamp, SyncRecord } from '#shared/sync/record.ts'
import { nextStamp } from '#shared/sync/stamp.ts'
import { NIGHTS_IN_HISTORY } from '#shared/sync/server/nights.ts'
import { changesBackTo, changesWithout, type LostCells } from './back-to.ts'
import { type HistoryRow, keyText, lockCounter, recordOf, writeHistory, writeRecords } from './rows.ts'

type Db = Kysely<TenantDb>

const BATCH = 500
const DAY_MS = 24 * 3_600_000

export interface RestoreWorld {
  now(): number
  /** Works in the tenant's database, one connection at a time. */
  use<T>(work: (db: Db) => Promise<T>): Promise<T>
  /** Asked with the lock held. @throws when the database is no longer where the tenant's records are */
  stillHere(): Promise<unknown>
  /** Does it between the mark and the news: see `announced`. */
  announced<T extends { readonly seq: number }>(work: (marked: Promise<void>) => Promise<T>): Promise<T>
}

export interface Restored {
  readonly restoreId: string
  /** Records that were changed. */
  readonly records: number
}

/**
 * Restores to `at`, milliseconds since 1970.
 * @throws Refusal `too-far-back` for a day the history no longer reaches, `invalid` for one to come
 */
export async function restoreTo(world: RestoreWorld, id: string, at: number): Promise<Restored> {
  const now = world.now()
  if (at > now) throw new Refusal('invalid', 'This day is still to come.')
  // A night is at most once a day, so the history reaches at least this far.
  if (at < now - NIGHTS_IN_HISTORY * DAY_MS)
    throw new Refusal('too-far-back', `Only the last ${NIGHTS_IN_HISTORY} days can be brought back.`)
  const device = `restore-${id}`
  await world.use(db => db.insertInto('restore').values({ id, at, asked_at: now, device, state: 'running' }).execute())
  const records = await walk(world, device, (record, lost, wall) => changesBackTo(record, lost, at, wall))
  await world.use(db => db.updateTable('restore').set({ state: 'done', records }).where('id', '=', id).execute())
  return { restoreId: id, records }
}

/**
 * Takes a restore back, but for what was typed since.
 * @throws Refusal `not-found`
 */
export async function undoRestore(world: RestoreWorld, id: string): Promise<{ records: number }> {
  const restore = await world.use(db =>
    db.selectFrom('restore').select('device').where('id', '=', id).executeTakeFirst(),
  )
  if (!restore) throw new Refusal('not-found', 'There is no such restore.', 404)
  const undo = (record: SyncRecord, lost: LostCells): Map<string, Json> => changesWithout(record, lost, restore.device)
  const records = await walk(world, `undo-${id}`, undo)
  await world.use(db => db.updateTable('restore').set({ state: 'undone' }).where('id', '=', id).execute())
  return { records }
}

type Changes = (record: SyncRecord, lost: LostCells, now: number) => Map<string, Json>

/** Goes through every record there is, and says how many it changed. */
async function walk(world: RestoreWorld, device: string, changesOf: Changes): Promise<number> {
  let after: RecordKey | null = { table: '', id: '' }
  let changed = 0
  while (after !== null) {
    const from: RecordKey = after
    const batch = await world.announced(async marked => {
      await marked
      return world.use(db => db.transaction().execute(trx => changeBatch(trx, world, from, device, changesOf)))
    })
    changed += batch.changed
    after = batch.last
  }
  return changed
}

async function changeBatch(db: Db, world: RestoreWorld, after: RecordKey, device: string, changesOf: Changes) {
  const counter = await lockCounter(db)
  await world.stillHere()
  const now = world.now()
  const records = await readBatch(db, after)
  const lost = await readLost(db, records)
  const changed: SyncRecord[] = []
  const history: HistoryRow[] = []
  for (const record of records) {
    const changes = changesOf(record, lost.get(keyText(record)) ?? new Map(), now)
    if (changes.size === 0) continue
    const set = setFields(record, changes, device, now)
    changed.push(set.record)
    history.push(...set.history)
  }
  const seq = await writeRecords(db, changed, () => false, counter)
  await writeHistory(db, history, counter.night, now)
  const last = records.length < BATCH ? null : { table: records.at(-1)!.table, id: records.at(-1)!.id }
  return { seq, changed: changed.length, last }
}

async function readBatch(db: Db, after: RecordKey): Promise<SyncRecord[]> {
  const rows = await db
    .selectFrom('record')
    .select(['table_name', 'row_id', 'fields', 'stamps', 'purged'])
    .where(sql<boolean>`not purged and (table_name, row_id) > (${after.table}, ${after.id})`)
    .orderBy('table_name')
    .orderBy('row_id')
    .limit(BATCH)
    .execute()
  return rows.map(recordOf)
}

/** The history of these records, by `keyText` and field. */
async function readLost(db: Db, records: readonly SyncRecord[]): Promise<Map<string, Map<string, Cell[]>>> {
  const { rows } = await sql<{ table_name: string; row_id: string; field: string; value: Json; stamp: Stamp }>`
    select h.table_name, h.row_id, h.field, h.value, h.stamp
    from unnest(${records.map(one => one.table)}::text[], ${records.map(one => one.id)}::text[]) as k (t, i)
    join record_history h on h.table_name = k.t and h.row_id = k.i`.execute(db)
  const all = new Map<string, Map<string, Cell[]>>()
  for (const { table_name: table, row_id: id, field, value, stamp } of rows) {
    const key = keyText({ table, id })
    const fields = all.get(key) ?? new Map<string, Cell[]>()
    fields.set(field, [...(fields.get(field) ?? []), { v: value, s: stamp }])
    all.set(key, fields)
  }
  return all
}

function setFields(record: SyncRecord, changes: ReadonlyMap<string, Json>, device: string, now: number) {
  const fields: Record<string, Json> = { ...record.fields }
  const stamps: Record<string, Stamp> = { ...record.stamps }
  const history: HistoryRow[] = []
  for (const [field, value] of changes) {
    const present = stamps[field] ?? null
    if (present !== null)
      history.push({ key: record, field, cell: { v: fields[field] ?? null, s: present }, isConflict: false })
    fields[field] = value
    stamps[field] = nextStamp({ field: present, wall: now, offset: 0, heard: 0, device })
  }
  return { record: { ...record, fields, stamps }, history }
}
