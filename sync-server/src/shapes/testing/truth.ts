/** What a tenant's database holds, kept beside it by the test, and compared with what a reader made of the log. */
import { isDeepStrictEqual } from 'node:util'
import type { ReadRow } from './reader.ts'
import type { PlaceTenant, WrittenRecord } from './shape-place.ts'

type Held = Required<WrittenRecord>

export interface Truth {
  readonly records: ReadonlyMap<string, Held>
  /** Writes to the database, and remembers. */
  write(records: readonly WrittenRecord[]): Promise<void>
  /** Whether these rows say exactly what the database holds. */
  isIn(rows: ReadonlyMap<string, ReadRow>): boolean
  /** A copy, to go back to with `putBack` when the database is put back. */
  keep(): () => void
}

const nameOf = (table: string, id: string) => JSON.stringify([table, id])

export function truthOf(tenant: PlaceTenant): Truth {
  const records = new Map<string, Held>()
  return {
    records,
    async write(written) {
      await tenant.write(written)
      for (const one of written) {
        const whole = { table: 'pattern', stamps: {}, purged: false, ...one }
        records.set(nameOf(whole.table, whole.id), whole)
      }
    },
    isIn: rows => rows.size === records.size && isDeepStrictEqual(recordsOf(rows), records),
    keep() {
      const kept = [...records]
      return () => {
        records.clear()
        for (const [name, record] of kept) records.set(name, record)
      }
    },
  }
}

/** The rows of a reader as records, by name. */
export function recordsOf(rows: ReadonlyMap<string, ReadRow>): Map<string, Held> {
  return new Map(
    [...rows.values()].map(row => [
      nameOf(row.table_name, row.row_id),
      { table: row.table_name, id: row.row_id, fields: row.fields, stamps: row.stamps, purged: row.purged },
    ]),
  )
}
