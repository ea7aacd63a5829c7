import type { DeviceMeta } from '#shared/sync/device/port.ts'
import type { ReadDb, WriteDb } from '#library/db/handles.ts'
import { sql } from '#library/db/sql.ts'

/** What the store remembers beside what the rules do. */
export interface StoreMeta extends DeviceMeta {
  /** Ids this library had before it turned out to be a copy: what they typed is hers. */
  readonly formers: readonly string[]
  /** The place the library was opened at last (identity.ts). */
  readonly mark: string | null
  /** How often it was opened. */
  readonly opens: number
  /** Fields this Bobbin has a column for (adopt.ts). */
  readonly shelf: string | null
}

const BEFORE: Omit<StoreMeta, 'device'> = {
  epoch: null,
  handle: null,
  offset: '-1',
  heard: 0,
  known: 0,
  gen: 0,
  clockOffset: 0,
  isComparing: false,
  formers: [],
  mark: null,
  opens: 0,
  shelf: null,
}

/** @throws Error for a database whose migration made no device id: a mistake of ours */
export function readMeta(db: ReadDb): StoreMeta {
  const rows = db.all<{ key: string; value: string }>(sql`select key, value from sync_meta`)
  const kept = Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value) as unknown]))
  if (typeof kept['device'] !== 'string') throw new Error('this library has no device id')
  return { ...BEFORE, ...(kept as unknown as StoreMeta) }
}

export function writeMeta(db: WriteDb, change: Partial<StoreMeta>): void {
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined) continue
    db.run(sql`insert into sync_meta (key, value) values (${key}, ${JSON.stringify(value)})
      on conflict (key) do update set value = excluded.value`)
  }
}

/** The cloud has heard of this library, so what goes here has to go there. */
export function hasMetCloud(db: ReadDb): boolean {
  return readMeta(db).epoch !== null
}

/** This library goes on under another id; what it typed as the earlier one stays hers. */
export function renewDevice(db: WriteDb, device: string): void {
  const { device: former, formers } = readMeta(db)
  if (former !== device) writeMeta(db, { device, formers: [...formers, former] })
}
