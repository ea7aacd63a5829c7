import { cellOf } from '../merge.ts'
import { type Policies, RULES } from '../policies.ts'
import type { RecordKey, Stamp } from '../record.ts'
import { EARLY_MS } from '../server/early.ts'
import { compareStamps } from '../stamp.ts'
import { clears } from './judge.ts'
import type { DevicePort, HeldRecord, OutboxEntry } from './port.ts'

/**
 * The server's answer `clock`: these entries were stamped ahead of its time. The oldest first, each that is still ahead of it is
 * stamped at now + 60 s (so that no delayed copy of the old request can come in above it), above the stored stamp and above what
 * this device has of the field before it; the others keep their stamp. The row's cell follows if it is that entry.
 * @param now the server's clock, milliseconds
 * @returns how many got another stamp
 */
export function stampAgain(
  port: DevicePort,
  key: RecordKey,
  named: readonly OutboxEntry[],
  stored: Readonly<Record<string, Stamp>>,
  now: number,
  rules: Policies = RULES,
): number {
  const ahead = named
    .filter(entry => !entry.again && entry.stamp[0] > now + EARLY_MS)
    .toSorted((one, other) => compareStamps(one.stamp, other.stamp))
  if (ahead.length === 0) return 0
  const { device } = port.meta()
  const kept = port.entriesOf(key).filter(entry => !ahead.some(one => clears(entry, one)))
  const moved: OutboxEntry[] = []
  let record = port.records([key])[0] ?? null
  for (const entry of ahead) {
    const earlier = [...kept, ...moved].filter(
      ({ field, stamp }) => field === entry.field && compareStamps(stamp, entry.stamp) < 0,
    )
    const field = greatest([stored[entry.field] ?? null, ...earlier.map(({ stamp }) => stamp)])
    const stamp = rules.nextStamp({ field, wall: now + EARLY_MS, offset: 0, heard: 0, device })
    moved.push({ ...entry, stamp })
    if (record !== null) record = withStamp(record, entry, stamp)
  }
  port.dropEntries(key, ahead)
  port.putEntries(moved)
  if (record !== null) port.putRecords([record])
  return ahead.length
}

function withStamp(record: HeldRecord, entry: OutboxEntry, stamp: Stamp): HeldRecord {
  const { field } = entry
  const cell = cellOf(record, field)
  const isIt = cell !== null && clears(entry, { field, value: cell.v, stamp: cell.s })
  return isIt ? { ...record, stamps: { ...record.stamps, [field]: stamp } } : record
}

function greatest(stamps: readonly (Stamp | null)[]): Stamp | null {
  return stamps.reduce((one, other) => {
    if (one === null || other === null) return one ?? other
    return compareStamps(one, other) < 0 ? other : one
  }, null)
}
