/** `tombstone(t)` of SYNC.md section 7: a purge comes, and takes nothing along that it did not know of. */
import { mergeRecords } from '../merge.ts'
import { type Policies, RULES } from '../policies.ts'
import type { RecordKey, Stamp } from '../record.ts'
import type { AsideRecord, DevicePort, HeldRecord, OutboxEntry } from './port.ts'

export interface Purged {
  readonly before: HeldRecord | null
  readonly after: HeldRecord
  /** What of it was set aside; null: the purge knew it all. */
  readonly aside: AsideRecord | null
}

/** The record as it is here comes from the caller, who may have merged into it in the same transaction and puts `after`. */
export function tombstone(
  port: DevicePort,
  purge: RecordKey & { readonly stamps: Readonly<Record<string, Stamp>> },
  before: HeldRecord | null,
  rules: Policies = RULES,
): Purged {
  const { table, id, stamps } = purge
  const { gen, heard, isComparing } = port.meta()
  const after: HeldRecord = { table, id, fields: {}, stamps, purged: true, gen }
  if (before === null || before.purged) return { before, after, aside: null }
  const entries = port.entriesOf(purge)
  const isAside = rules.isLost({ record: before, entries, stamps, isComparing })
  const aside = isAside ? withEarlier(port.aside(purge), before, entries, heard) : null
  if (aside !== null) port.putAside(aside)
  if (entries.length > 0) port.dropEntries(purge, entries)
  return { before, after, aside }
}

/** What was set aside before (the record came back with a restore, and went again) stays beside it. */
function withEarlier(
  earlier: AsideRecord | null,
  { table, id, fields, stamps }: HeldRecord,
  entries: readonly OutboxEntry[],
  at: number,
): AsideRecord {
  const merged = mergeRecords(earlier, { table, id, fields, stamps, purged: false })
  const kept = [...(earlier?.entries ?? []), ...entries]
  return { table, id, fields: merged.fields, stamps: merged.stamps, purged: false, entries: kept, at }
}
