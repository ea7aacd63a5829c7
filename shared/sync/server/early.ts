import type { SyncRecord } from '../record.ts'
import type { PushRecord } from '../wire.ts'

/** How far ahead of the server's clock a stamp may be, milliseconds. */
export const EARLY_MS = 60_000

/** Places of the entries ahead of the clock, and not because a value that stands there (or comes along again) is ahead of it too. */
export function earlyEntries(stored: SyncRecord | null, { entries }: PushRecord, latest: number): number[] {
  const again = new Map<string, number>()
  for (const { field, stamp, again: isAgain } of entries)
    if (isAgain) again.set(field, Math.max(stamp[0], again.get(field) ?? 0))
  const limit = (field: string) => Math.max(latest, stored?.stamps[field]?.[0] ?? 0, again.get(field) ?? 0)
  return entries.flatMap((entry, place) => (!entry.again && entry.stamp[0] > limit(entry.field) ? [place] : []))
}
