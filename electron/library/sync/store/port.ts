import { clears } from '#shared/sync/device/judge.ts'
import { bucketOf } from '#shared/sync/digest.ts'
import type { DeviceMeta, DevicePort, HeldRecord, OutboxEntry } from '#shared/sync/device/port.ts'
import type { RecordKey } from '#shared/sync/record.ts'
import type { WriteDb } from '#library/db/handles.ts'
import { readMeta, renewDevice, writeMeta } from './meta.ts'
import {
  forgetAside,
  forgetPurged,
  heldKeys,
  isAnythingToSend,
  keysAfter,
  keysBefore,
  keysNaming,
  keysToSend,
  readAside,
  writeAside,
} from './queries.ts'
import type { Slot } from './slot.ts'
import type { Unit } from './unit.ts'

const PAGE = 500
const FIRST: RecordKey = { table: '', id: '' }

/** The device's storage as the rules ask for it, over SQLite. Lives as long as its unit. */
export function createPort(db: WriteDb, unit: Unit): DevicePort {
  let meta: DeviceMeta | null = null
  /** Where the last look for rows a reading did not name came to: they are put with a greater gen, so nothing before it is left. */
  let unnamed: { readonly gen: number; readonly after: RecordKey } | null = null

  function touched(slot: Slot): Slot {
    unit.touch(slot)
    return slot
  }

  function put(entry: OutboxEntry): void {
    const slot = touched(unit.slot({ table: entry.table, id: entry.id }))
    const at = slot.entries.findIndex(one => clears(one, entry))
    if (at < 0) slot.entries.push(entry)
    else slot.entries[at] = entry
  }

  function recordAt(key: RecordKey): HeldRecord | null {
    return unit.slot({ table: key.table, id: key.id }).record
  }

  function* every(bucket?: number): Generator<HeldRecord> {
    for (let after: RecordKey | undefined = FIRST; after !== undefined; ) {
      unit.flush()
      const keys = keysAfter(db, after, PAGE)
      for (const key of keys) if (bucket === undefined || bucketOf(key) === bucket) yield recordAt(key)!
      unit.forget(() => true)
      after = keys.at(-1)
    }
  }

  return {
    meta: () => (meta ??= readMeta(db)),
    setMeta({ device, ...change }) {
      writeMeta(db, change)
      if (device !== undefined) renewDevice(db, device)
      meta = null
    },
    records: keys => keys.map(recordAt),
    everyRecord: every,
    putRecords(records) {
      for (const record of records) touched(unit.slot({ table: record.table, id: record.id })).record = record
    },
    recordsBefore(gen, limit) {
      unit.flush()
      const after = unnamed?.gen === gen ? unnamed.after : FIRST
      let keys = keysBefore(db, gen, after, limit)
      if (keys.length === 0 && after !== FIRST) keys = keysBefore(db, gen, FIRST, limit)
      const last = keys.at(-1)
      unnamed = last === undefined ? null : { gen, after: last }
      return keys.map(key => recordAt(key)!)
    },
    forgetTombstones() {
      unit.flush()
      forgetPurged(db)
      unit.forget(slot => slot.record?.purged === true)
    },
    entriesOf: key => [...unit.slot({ table: key.table, id: key.id }).entries],
    entriesToSend(records) {
      unit.flush()
      return keysToSend(db, records).flatMap(key => unit.slot(key).entries.filter(entry => entry.held === null))
    },
    heldKeys() {
      unit.flush()
      return heldKeys(db)
    },
    hasEntriesToSend() {
      unit.flush()
      return isAnythingToSend(db)
    },
    putEntries(entries) {
      for (const entry of entries) put(entry)
    },
    dropEntries(key, entries) {
      const slot = unit.slot({ table: key.table, id: key.id })
      const left = slot.entries.filter(one => !entries.some(entry => clears(one, entry)))
      if (left.length < slot.entries.length) touched(slot).entries = left
    },
    putAside: record => writeAside(db, record),
    aside: key => readAside(db, key),
    dropAside(key) {
      forgetAside(db, key)
      unit.letGo(key)
    },
    recordsNaming(id) {
      unit.flush()
      return keysNaming(db, id)
        .map(key => recordAt(key)!)
        .filter(record => Object.values(record.fields).includes(id))
    },
  }
}
