/** What a history asks of a computer's disk: one in memory, or a real library in SQLite. */
import type { AsideRecord, DevicePort, HeldRecord, OutboxEntry } from '../device/port.ts'
import type { Policies } from '../policies.ts'
import type { Json, RecordKey } from '../record.ts'

/** Told of what a transaction does, in the order it does it. */
export interface PortWatch {
  put(before: HeldRecord | null, after: HeldRecord): void
  dropped(entry: OutboxEntry): void
}

/** Outside of `within` each question is a transaction of its own. */
export interface OpenDisk extends DevicePort {
  asides(): Iterable<AsideRecord>
  everyEntry(): Iterable<OutboxEntry>
  /** One transaction. */
  within<T>(work: () => T): T
  /** The process is killed before this transaction is committed. */
  undone(work: () => void): void
  /** Typing, by the program's own way to write. `wall`: its clock, milliseconds. */
  type(key: RecordKey, fields: Readonly<Record<string, Json>>, wall: number, rules: Policies): void
  /** The process is killed, and started again on what the disk holds. */
  restart(): void
  /** What the disk holds now; `open` takes it. */
  copy(): unknown
  close(): void
}

/** Opens a new library with this device id, or a copy of one with the id it has. */
export type Drive = (from: { readonly device: string } | { readonly copy: unknown }, watch: PortWatch) => OpenDisk
