/** What a real Electric keeps of one table: a snapshot, the changes after it, and a handle that dies. In memory, for tests. */
import type { WrittenRecord } from './shape-place.ts'

export interface StubRow {
  readonly table_name: string
  readonly row_id: string
  readonly fields: string
  readonly stamps: string
  readonly purged: boolean
  readonly seq: number
}

/** An entry of the log and the offset behind it. */
export interface StubEntry {
  readonly offset: readonly [tx: number, op: number]
  readonly message: unknown
}

export interface StubShape {
  readonly handle: string
  readonly snapshot: readonly StubRow[]
  readonly changes: StubEntry[]
  isDead: boolean
}

export const keyOf = (row: StubRow) =>
  `"public"."record"/"${row.table_name.replaceAll('/', '//')}"/"${row.row_id.replaceAll('/', '//')}"`

const RELATION = ['public', 'record']
/** Far from any seq of ours, as positions in a write-ahead log are. */
const FIRST_LSN = 26_604_992

/** As Postgres prints them; a bool in a snapshot is another text than in a change. */
export const valueOf = (row: StubRow, isChange: boolean) => ({
  ...row,
  purged: isChange ? (row.purged ? 't' : 'f') : String(row.purged),
  seq: String(row.seq),
})

export const snapshotMessage = (row: StubRow) => ({
  key: keyOf(row),
  value: valueOf(row, false),
  headers: { operation: 'insert', relation: RELATION },
})

/** One database with the one table, and the shape that is read of it. */
export class StubLog {
  readonly rows = new Map<string, StubRow>()
  lsn = FIRST_LSN
  #seq = 0
  #made = 0
  #shape: StubShape | null = null
  readonly #name: string
  readonly #waiting = new Set<() => void>()

  constructor(name: string) {
    this.#name = name
  }

  shape(): StubShape {
    this.#shape ??= {
      handle: `${this.#name.slice(-8)}-${1_700_000_000 + this.#made++}`,
      snapshot: [...this.rows.values()].sort((a, b) => a.seq - b.seq),
      changes: [],
      isDead: false,
    }
    return this.#shape
  }

  /** One transaction. A write that changes nothing leaves no trace. */
  write(records: readonly WrittenRecord[]): void {
    this.lsn += 128
    const changed = records.flatMap(record => this.#change(record))
    if (changed.length === 0) return
    const [lsn, txid] = [this.lsn, this.lsn % 100_000]
    for (const [n, { before, row }] of changed.entries())
      this.#shape?.changes.push({
        offset: [lsn, n * 2],
        message: {
          key: keyOf(row),
          value: valueOf(row, true),
          ...(before ? { old_value: { stamps: before.stamps, seq: String(before.seq) } } : {}),
          headers: {
            operation: before ? 'update' : 'insert',
            relation: RELATION,
            lsn: String(lsn),
            op_position: n * 2,
            txids: [txid],
            ...(n === changed.length - 1 ? { last: true } : {}),
          },
        },
      })
    this.#wake()
  }

  #change(record: WrittenRecord): { before: StubRow | undefined; row: StubRow }[] {
    const row = {
      table_name: record.table ?? 'pattern',
      row_id: record.id,
      fields: JSON.stringify(record.fields),
      stamps: JSON.stringify(record.stamps ?? {}),
      purged: record.purged ?? false,
    }
    const key = keyOf({ ...row, seq: 0 })
    const before = this.rows.get(key)
    if (before && JSON.stringify({ ...before, seq: 0 }) === JSON.stringify({ ...row, seq: 0 })) return []
    const after = { ...row, seq: ++this.#seq }
    this.rows.set(key, after)
    return [{ before, row: after }]
  }

  rotate(): void {
    if (this.#shape) this.#shape.isDead = true
    this.#shape = null
    this.#wake()
  }

  /** Resolves at the next change or rotation, at the signal, or after `ms`. */
  wait(signal: AbortSignal, ms: number): Promise<void> {
    return new Promise(done => {
      const end = () => {
        this.#waiting.delete(end)
        clearTimeout(timer)
        signal.removeEventListener('abort', end)
        done()
      }
      const timer = setTimeout(end, ms)
      signal.addEventListener('abort', end)
      this.#waiting.add(end)
    })
  }

  held(): number {
    return this.#waiting.size
  }

  #wake(): void {
    for (const end of this.#waiting) end()
  }
}
