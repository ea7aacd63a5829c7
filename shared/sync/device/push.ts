import type { RecordKey } from '../record.ts'
import { MOST_RECORDS, type PushEntry, type PushRecord } from '../wire.ts'
import type { DevicePort, OutboxEntry } from './port.ts'

/** `push` of SYNC.md section 7: all entries not held, by record; nothing before the first pull. */
export function recordsToPush(port: DevicePort, most = MOST_RECORDS): PushRecord[] {
  const { epoch, handle } = port.meta()
  if (epoch === null || handle === null) return []
  const records = new Map<string, RecordKey & { readonly entries: PushEntry[] }>()
  for (const entry of port.entriesToSend(most)) {
    const name = `${entry.table} ${entry.id}`
    const record = records.get(name) ?? { table: entry.table, id: entry.id, entries: [] }
    record.entries.push(onTheWire(entry))
    records.set(name, record)
  }
  return [...records.values()]
}

function onTheWire({ field, value, stamp, base, again }: OutboxEntry): PushEntry {
  return { field, value, stamp: [...stamp], base: base === null ? null : [...base], again }
}

/** Entries that failed or were refused are tried again, whole: daily the failed ones, all of them when the app was updated. */
export function retryHeld(port: DevicePort, outcomes: readonly ('refused' | 'failed')[]): void {
  for (const key of port.heldKeys()) {
    const entries = port.entriesOf(key).filter(({ held }) => held !== null && outcomes.includes(held.outcome))
    if (entries.length > 0) port.putEntries(entries.map(entry => ({ ...entry, held: null })))
  }
}
