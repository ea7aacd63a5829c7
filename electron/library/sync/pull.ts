import { FetchError, type Message, type Offset, type Row, ShapeStream } from '@electric-sql/client'
import { z } from 'zod'
import type { Json, Stamp, SyncRecord } from '#shared/sync/record.ts'
import { stampSchema } from '#shared/sync/wire.ts'
import { CloudError } from './cloud/cloud-error.ts'
import { askWithToken, placeHeaders, retryAfterMs, type CloudHttp, type Talk } from './cloud/http.ts'
import type { Tokens } from './cloud/tokens.ts'
import { isDiskFull } from './engine.ts'
import type { Reason } from './state.ts'

/** Rows applied in one go: the library answers its window between two of them. */
const ROWS_A_STEP = 500
/** What the slowest line that is of any use brings well within the time an answer may pause. */
const ONE_PIECE_BYTES = 16_384

export interface Place {
  readonly handle: string | null
  readonly offset: string
}

export interface FeedRow extends SyncRecord {
  readonly seq: number
}

export interface FeedBatch {
  readonly handle: string
  readonly offset: string
  readonly rows: readonly FeedRow[]
  /** Rows of the same answer that are applied after these. */
  readonly rest: readonly FeedRow[]
  readonly isUpToDate: boolean
}

export interface PullParts {
  readonly http: Pick<CloudHttp, 'url'>
  readonly fetch: typeof fetch
  readonly tokens: Tokens
  readonly talk: Talk
  readonly monotonic: () => number
  readonly tenantId: string
  /** Another one for each stream: what the client remembers of an earlier one must not silence this one. */
  readonly reading: string
  readonly from: Place
  /** One transaction. Where the feed goes on afterwards; a stream that is somewhere else is given up. */
  apply(batch: FeedBatch, from: Place): { readonly place: Place; readonly goesOn: boolean }
  /** The cloud names another feed. */
  mustRefetch(successor: string | null): void
  applied(batch: { readonly rows: number; readonly isUpToDate: boolean }): void
  alive(): void
  ended(why: Reason, atLeastMs?: number): void
  /** Not where the stream is: a new one from the stored place. */
  moved(): void
}

/** One stream of the feed, until it ends or is given up. Whatever comes after that is not listened to. */
export interface Pull {
  close(): void
}

/** Reads the tenant's one shape with the unmodified client, from the stored place on. Tells exactly one end. */
export function openPull(parts: PullParts): Pull {
  const { http, from } = parts
  const stop = new AbortController()
  let place: Place = from

  function end(tell: () => void): void {
    if (stop.signal.aborted) return
    stop.abort()
    try {
      tell()
    } catch (error) {
      // What follows from the end could not be stored: that is how it ended.
      tellEnd(parts, error)
    }
  }

  async function take(messages: readonly Message<Row<unknown>>[]): Promise<void> {
    // Read before anything is awaited: it belongs to this batch (ELECTRIC-PROTOCOL.md, trap 2).
    const handle = stream.shapeHandle ?? null
    const offset: string = stream.lastOffset
    if (stop.signal.aborted) return
    if (messages.some(message => control(message) === 'must-refetch')) return end(() => parts.mustRefetch(handle))
    if (handle === null) return end(() => parts.ended('broken'))
    const isUpToDate = messages.some(message => control(message) === 'up-to-date')
    const rows = messages.flatMap(message => (isRow(message) ? [readRow(message)] : []))
    for (let start = 0; start === 0 || start < rows.length; start += ROWS_A_STEP) {
      if (start > 0) await new Promise<void>(resolve => setImmediate(resolve))
      if (stop.signal.aborted) return
      const isLast = start + ROWS_A_STEP >= rows.length
      // Steps but the last stay where the batch began: a batch of which half is stored is read once more, which changes nothing.
      const step = parts.apply(
        {
          handle,
          offset: isLast ? offset : place.offset,
          rows: rows.slice(start, start + ROWS_A_STEP),
          rest: rows.slice(start + ROWS_A_STEP),
          isUpToDate: isLast && isUpToDate,
        },
        place,
      )
      if (!step.goesOn) return end(parts.moved)
      place = step.place
    }
    parts.applied({ rows: rows.length, isUpToDate })
  }

  const stream = new ShapeStream<Row<unknown>>({
    url: `${http.url}/v1/shape`,
    params: { tenant: parts.tenantId, reading: parts.reading },
    ...(from.handle === null ? {} : { handle: from.handle }),
    offset: from.offset as Offset,
    replica: 'full',
    // A failed request ends the stream: the machine's timer says when there is another one, from the stored place.
    backoffOptions: { initialDelay: 1_000, maxDelay: 60_000, multiplier: 2, maxRetries: 0 },
    signal: stop.signal,
    fetchClient: feedFetch(parts),
    onError(error) {
      end(() => tellEnd(parts, error))
    },
  } as ConstructorParameters<typeof ShapeStream<Row<unknown>>>[0])
  // The client throws what a subscriber throws out of the process: nothing may leave `take`.
  stream.subscribe(messages => take(messages).catch((error: unknown) => end(() => tellEnd(parts, error))))
  return { close: () => stop.abort() }
}

function tellEnd(parts: PullParts, error: unknown): void {
  if (error instanceof CloudError) parts.ended(error.why, error.atLeastMs)
  else if (error instanceof FetchError) {
    // A status of 200 is a body that was cut.
    parts.ended(error.status === 200 ? 'network' : 'server', retryAfterMs(error.headers['retry-after']))
  } else if (error instanceof TypeError) parts.ended('network')
  else parts.ended(isDiskFull(error) ? 'disk-full' : 'broken')
}

/** `fetch` as the feed needs it: tells where this device stands, hears the server's clock, and tells of every piece that arrives. */
function feedFetch({ fetch, talk, tokens, monotonic, alive }: PullParts): typeof globalThis.fetch {
  const once = async (input: Parameters<typeof fetch>[0], init: RequestInit | undefined, headers: Headers) => {
    const began = monotonic()
    const response = await fetch(input, { ...init, headers, redirect: 'error' })
    const now = Number(response.headers.get('bobbin-now') ?? Number.NaN)
    if (Number.isFinite(now)) talk.heard({ now, roundTripMs: monotonic() - began })
    alive()
    return response
  }
  return async (input, init) => {
    const headers = new Headers(init?.headers)
    for (const [name, value] of Object.entries(placeHeaders(talk.place()))) headers.set(name, value)
    const response = await askWithToken(tokens, token => {
      headers.set('authorization', `Bearer ${token}`)
      return once(input, init, headers)
    })
    if (!response.body || isOnePiece(response)) return response
    const told = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        alive()
        controller.enqueue(chunk)
      },
    })
    return new Response(response.body.pipeThrough(told), response)
  }
}

/** Of an answer that comes at once there is nothing more to tell; news of one change is half a millisecond faster without it. */
function isOnePiece({ headers }: Response): boolean {
  const bytes = headers.get('content-length')
  return bytes !== null && Number(bytes) <= ONE_PIECE_BYTES
}

function control(message: Message<Row<unknown>>): string | undefined {
  return 'control' in message.headers ? String(message.headers.control) : undefined
}

function isRow(message: Message<Row<unknown>>): message is Message<Row<unknown>> & { readonly value: Row<unknown> } {
  // A deletion is no business of the feed: records carry their own marks (SYNC.md section 2).
  return 'value' in message && message.headers.operation !== 'delete'
}

/** A column of jsonb: as it is from the built-in source, as text from a real Electric. */
const column = <T extends z.ZodType>(type: T) =>
  z.preprocess(value => (typeof value === 'string' ? (JSON.parse(value) as unknown) : value), type)

const feedRow = z.object({
  table_name: z.string(),
  row_id: z.string(),
  fields: column(z.record(z.string(), z.json())),
  stamps: column(z.record(z.string(), stampSchema)),
  purged: z.preprocess(value => value === true || value === 'true' || value === 't', z.boolean()),
  seq: z.coerce.number().int(),
})

function readRow({ value }: { readonly value: Row<unknown> }): FeedRow {
  const row = feedRow.parse(value)
  return {
    table: row.table_name,
    id: row.row_id,
    fields: row.fields as Record<string, Json>,
    stamps: row.stamps as Record<string, Stamp>,
    purged: row.purged,
    seq: row.seq,
  }
}
