import type { RowChange } from '../db/commit.ts'
import type { ReadDb } from '../db/handles.ts'
import { machineMarkId } from '../db/derived-id.ts'
import { sql } from '../db/sql.ts'

/** "It went there": what is known of a file until she says what her machine did with it. What she said before stays said. */
export function sentMark(db: ReadDb, machineId: string, patternId: string, format: string, sentAt: number): RowChange {
  const id = machineMarkId(machineId, patternId, format)
  const known = db.get<{ verdict: string }>(
    sql`select verdict from machine_mark where id = ${id} and trashed_at is null`,
  )
  const set = { machine_id: machineId, pattern_id: patternId, format, sent_at: sentAt, trashed_at: null }
  return { table: 'machine_mark', id, set: { ...set, verdict: known?.verdict ?? 'sent' } }
}
