/** A device's storage in maps. What is held is never changed in place, so that a copy of the disk is a copy of the maps. */
import { bucketOf } from '../digest.ts'
import type { AsideRecord, DeviceMeta, EntryName, HeldRecord, OutboxEntry } from '../device/port.ts'
import { writeFields } from '../device/write.ts'
import { clears, START } from '../device/judge.ts'
import type { RecordKey } from '../record.ts'
import { compareStamps } from '../stamp.ts'
import type { Drive, OpenDisk, PortWatch } from './disk.ts'

interface Disk {
  readonly meta: DeviceMeta
  readonly records: ReadonlyMap<string, HeldRecord>
  readonly entries: ReadonlyMap<string, readonly OutboxEntry[]>
  readonly asides: ReadonlyMap<string, AsideRecord>
}

export const nameOf = ({ table, id }: RecordKey): string => `${table} ${id}`

function emptyDisk(device: string): Disk {
  const meta: DeviceMeta = {
    device,
    epoch: null,
    handle: null,
    offset: START,
    heard: 0,
    known: 0,
    gen: 0,
    clockOffset: 0,
    isComparing: false,
  }
  return { meta, records: new Map(), entries: new Map(), asides: new Map() }
}

/** Computers in memory. */
export const memoryDrive: Drive = (from, watch) =>
  openDisk('copy' in from ? (from.copy as Disk) : emptyDisk(from.device), watch)

function openDisk(disk: Disk, watch: PortWatch): OpenDisk {
  let { meta } = disk
  const records = new Map(disk.records)
  const entries = new Map(disk.entries)
  const asides = new Map(disk.asides)

  const entriesOf = (key: RecordKey) => entries.get(nameOf(key)) ?? []
  function setEntries(key: RecordKey, list: readonly OutboxEntry[]) {
    if (list.length === 0) entries.delete(nameOf(key))
    else entries.set(nameOf(key), list)
  }

  const opened: OpenDisk = {
    meta: () => meta,
    setMeta(change) {
      meta = { ...meta, ...change }
    },
    records: keys => keys.map(key => records.get(nameOf(key)) ?? null),
    everyRecord: bucket => [...records.values()].filter(record => bucket === undefined || bucketOf(record) === bucket),
    putRecords(list) {
      for (const record of list) {
        const name = nameOf(record)
        watch.put(records.get(name) ?? null, record)
        records.set(name, record)
      }
    },
    recordsBefore: (gen, limit) =>
      [...records.values()].filter(record => !record.purged && record.gen < gen).slice(0, limit),
    forgetTombstones() {
      for (const [name, { purged }] of records) if (purged) records.delete(name)
    },
    entriesOf,
    entriesToSend(most) {
      const waiting = [...entries.values()].map(list => list.filter(({ held }) => held === null))
      return waiting
        .filter(list => list.length > 0)
        .toSorted((one, other) => compareStamps(oldest(one), oldest(other)))
        .slice(0, most)
        .flat()
    },
    heldKeys: () => [...entries.values()].filter(list => list.some(({ held }) => held !== null)).map(list => list[0]!),
    hasEntriesToSend: () => [...entries.values()].some(list => list.some(({ held }) => held === null)),
    putEntries(list) {
      for (const entry of list) setEntries(entry, [...entriesOf(entry).filter(one => !clears(one, entry)), entry])
    },
    dropEntries(key, names: readonly EntryName[]) {
      const gone = entriesOf(key).filter(entry => names.some(name => clears(entry, name)))
      if (gone.length === 0) return
      setEntries(
        key,
        entriesOf(key).filter(entry => !gone.includes(entry)),
      )
      for (const entry of gone) watch.dropped(entry)
    },
    putAside: record => void asides.set(nameOf(record), record),
    aside: key => asides.get(nameOf(key)) ?? null,
    dropAside: key => void asides.delete(nameOf(key)),
    recordsNaming: id =>
      [...records.values()].filter(({ purged, fields }) => !purged && Object.values(fields).includes(id)),
    asides: () => asides.values(),
    everyEntry: () => [...entries.values()].flat(),
    copy: () => ({ meta, records: new Map(records), entries: new Map(entries), asides: new Map(asides) }),
    within: work => work(),
    // Nothing of it is there afterwards: it need not even be done.
    undone: () => {},
    type: (key, fields, wall, rules) => void writeFields(opened, key, fields, wall, rules),
    restart: () => {},
    close: () => {},
  }
  return opened
}

function oldest(entries: readonly OutboxEntry[]) {
  return entries.map(({ stamp }) => stamp).reduce((one, other) => (compareStamps(one, other) < 0 ? one : other))
}
