import { gzip } from 'node:zlib'
import { promisify } from 'node:util'
import type { DevicePort, Held, OutboxEntry } from '#shared/sync/device/port.ts'
import { MOST_BYTES, MOST_RECORDS, pushAnswer, type PushAnswer, type PushRecord } from '#shared/sync/wire.ts'
import type { RecordKey } from '#shared/sync/record.ts'
import { CloudError } from './cloud/cloud-error.ts'
import type { CloudHttp } from './cloud/http.ts'
import type { SyncStore } from './store/store.ts'

const zip = promisify(gzip)
/** Below this a packed body is hardly smaller. */
const ZIP_FROM_BYTES = 1_000
/** Records that end the server one after the other without it having taken any: then it is the server. */
const MOST_DOUBTED = 8
/** Answers in a row that make entries be stamped again: the two would talk for ever. */
const MOST_RESTAMPINGS = 5

/** What became of one run of the lane. */
export interface Pushed {
  /** The database is another one: what is stored was set to be read again. */
  readonly readAgain: boolean
}

export interface PushParts {
  readonly store: Pick<SyncStore, 'read' | 'transaction'>
  readonly http: CloudHttp
  /** The rules' takeAnswer, in one transaction. Whether the database turned out to be another one, and how many entries were stamped again. */
  take(
    sent: readonly PushRecord[],
    answer: PushAnswer,
  ): { readonly readAgain: boolean; readonly stored: number; readonly restamped: number }
  /** So many records are stored in the cloud now. */
  pushed(records: number): void
  /** These end the server, one by one: they are kept here, and tried again another day. */
  held(records: readonly RecordKey[]): void
  /** Server time, milliseconds. */
  serverNow(): number
}

/**
 * Sends everything that waits, batch by batch, until nothing does. A batch that makes the server fail is halved until the record that
 * does it stands alone; it is held as failed once the server has taken another one meanwhile, so that a server in trouble holds nothing.
 *
 * @param doubts also take a cut connection for a record's doing
 * @throws CloudError
 */
export async function pushAll(parts: PushParts, doubts: boolean, signal: AbortSignal): Promise<Pushed> {
  const doubted = new Map<string, PushRecord>()
  let most = MOST_RECORDS
  let hasTaken = false
  let restampings = 0
  let before = ''
  let last: CloudError | null = null
  for (;;) {
    const batch = parts.store.read(port => nextBatch(port, most, doubted))
    if (batch.length === 0) break
    const answer = await send(parts.http, batch, signal).catch((error: unknown) => error)
    if (signal.aborted) return { readAgain: false }
    if (answer instanceof CloudError) {
      if (!isOfTheBatch(answer, doubts)) throw answer
      last = answer
      if (batch.length > 1) most = Math.ceil(batch.length / 2)
      else doubted.set(keyOf(batch[0]!), batch[0]!)
      if (doubted.size >= MOST_DOUBTED && !hasTaken) throw answer
      continue
    }
    if (answer instanceof Error) throw answer
    const { readAgain, stored, restamped } = parts.take(batch, answer as PushAnswer)
    if (readAgain) return { readAgain }
    // The very same entries again: the answer was about nothing. What was typed over meanwhile is another entry, and no standstill.
    restampings = restamped > 0 ? restampings + 1 : 0
    const text = JSON.stringify(batch)
    if (text === before || restampings > MOST_RESTAMPINGS) throw notTaken()
    before = text
    hasTaken = true
    parts.pushed(stored)
    most = Math.min(MOST_RECORDS, most * 2)
  }
  if (last && doubted.size > 0) {
    if (!hasTaken) throw last
    hold(parts, [...doubted.values()], last)
  }
  return { readAgain: false }
}

function notTaken(): CloudError {
  return new CloudError('server', { code: 'nothing-taken', message: 'The cloud took nothing of what was sent.' })
}

/** Whether a failure may be the doing of what was sent: a crash, a body it cannot read; never an overload or a line that is down. */
function isOfTheBatch({ status, why }: CloudError, doubts: boolean): boolean {
  if (status === null) return doubts && why === 'network'
  return status === 500 || status === 502 || status === 400 || status === 413 || status === 422
}

const keyOf = ({ table, id }: { readonly table: string; readonly id: string }) => JSON.stringify([table, id])

/** Whole records, the longest waiting first: as many as are wanted and fit into one request. The first always fits. */
export function nextBatch(port: DevicePort, most: number, without: ReadonlyMap<string, unknown>): PushRecord[] {
  const records = new Map<string, OutboxEntry[]>()
  for (const entry of port.entriesToSend(most + without.size)) {
    const key = keyOf(entry)
    if (without.has(key)) continue
    const entries = records.get(key)
    if (entries) entries.push(entry)
    else if (records.size < most) records.set(key, [entry])
  }
  const batch: PushRecord[] = []
  let bytes = 0
  for (const entries of records.values()) {
    const record = {
      table: entries[0]!.table,
      id: entries[0]!.id,
      entries: entries.map(({ field, value, stamp, base, again }) => ({
        field,
        value,
        stamp: [...stamp] as [number, number, string],
        base: base && ([...base] as [number, number, string]),
        again,
      })),
    }
    bytes += Buffer.byteLength(JSON.stringify(record))
    if (bytes > MOST_BYTES && batch.length > 0) break
    batch.push(record)
  }
  return batch
}

async function send(http: CloudHttp, records: readonly PushRecord[], signal: AbortSignal): Promise<PushAnswer> {
  const plain = Buffer.from(JSON.stringify({ records }))
  const zipped = plain.length < ZIP_FROM_BYTES ? null : await zip(plain)
  return http.ask({
    method: 'POST',
    path: '/v1/records',
    body: {
      bytes: new Uint8Array(zipped ?? plain),
      headers: { 'content-type': 'application/json', ...(zipped && { 'content-encoding': 'gzip' }) },
    },
    answer: pushAnswer,
    signal,
  })
}

function hold(
  { store, serverNow, held: told }: PushParts,
  records: readonly PushRecord[],
  { code, message }: CloudError,
): void {
  const held: Held = { outcome: 'failed', code, message, at: serverNow() }
  store.transaction(port => {
    const entries = records.flatMap(record => port.entriesOf(record)).filter(entry => entry.held === null)
    port.putEntries(entries.map(entry => ({ ...entry, held })))
  })
  told(records)
}
