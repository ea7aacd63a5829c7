/** A device's reading half, as far as the protocol goes: the unmodified client, and all it was told in the order it was told. */
import { type Message, type Offset, type Row, ShapeStream } from '@electric-sql/client'

/** A record as the client hands it over: JSON columns parsed, bigint as BigInt. */
export interface ReadRow extends Row<unknown> {
  readonly table_name: string
  readonly row_id: string
  readonly fields: Record<string, unknown>
  readonly stamps: Record<string, unknown>
  readonly purged: boolean
  readonly seq: bigint
}

export interface Place {
  readonly handle: string
  readonly offset: Offset
}

export type Told =
  | { readonly kind: 'row'; readonly row: ReadRow; readonly operation: string }
  | { readonly kind: 'up-to-date'; readonly lsn: number; readonly at: Place }
  | { readonly kind: 'must-refetch' }

export interface Asked {
  readonly url: URL
  readonly status: number
  readonly headers: Headers
}

export interface ReaderOptions {
  readonly url: string
  readonly token: () => Promise<string> | string
  readonly from?: Place
  readonly known?: () => number
  readonly fetch?: typeof fetch
  readonly onError?: (error: Error) => object | undefined
  /** Trap 1: a stream that broke off is not gone on with; another begins at the place stored with the last batch. */
  readonly isPersistent?: boolean
}

export interface Reader {
  /** By key: what the rows say now. A must-refetch empties it. */
  readonly rows: Map<string, ReadRow>
  readonly told: Told[]
  /** Every request that was answered. */
  readonly asked: Asked[]
  /** Called after each batch with the place a device would store with it. */
  onBatch(hear: (at: Place) => void): void
  /** Resolves when `isTrue` of what is held at an up-to-date; rejects when the stream ends in an error. */
  until(isTrue: (reader: Reader) => boolean): Promise<void>
  stop(): void
}

/** Quick retries: how long a device pauses is not what is tested here. */
const QUICK = { initialDelay: 1, maxDelay: 20, multiplier: 1.5 }

export function startReader(options: ReaderOptions): Reader {
  const rows = new Map<string, ReadRow>()
  const told: Told[] = []
  const asked: Asked[] = []
  const hearers: ((at: Place) => void)[] = []
  const gone = new AbortController()
  const waiting = new Set<{ check: () => void; fail: (error: Error) => void }>()
  let failure: Error | null = null

  const ask = options.fetch ?? fetch
  let stored = options.from

  function open(): void {
    const stream = new ShapeStream<ReadRow>({
      url: options.url,
      headers: {
        authorization: async () => `Bearer ${await options.token()}`,
        ...(options.known ? { 'bobbin-known': () => String(options.known?.()) } : {}),
      },
      fetchClient: async (input, init) => {
        const response = await ask(input, init)
        asked.push({ url: new URL(String(input)), status: response.status, headers: response.headers })
        return response
      },
      backoffOptions: QUICK,
      signal: gone.signal,
      warnOnHttp: false,
      ...stored,
      ...(options.onError ? { onError: options.onError } : {}),
    })

    const hear = (message: Message<ReadRow>): void => {
      if ('key' in message) {
        rows.set(message.key, message.value)
        told.push({ kind: 'row', row: message.value, operation: message.headers.operation })
      } else if (message.headers.control === 'must-refetch') {
        rows.clear()
        told.push({ kind: 'must-refetch' })
      } else if (message.headers.control === 'up-to-date') {
        const lsn = Number((message.headers as { global_last_seen_lsn?: string }).global_last_seen_lsn)
        told.push({ kind: 'up-to-date', lsn, at: { handle: stream.shapeHandle ?? '', offset: stream.lastOffset } })
      }
    }

    stream.subscribe(
      messages => {
        for (const message of messages) hear(message)
        // Trap 2: inside the callback these belong to the batch that is being delivered.
        const at = { handle: stream.shapeHandle ?? '', offset: stream.lastOffset }
        stored = at
        for (const hear of hearers) hear(at)
        for (const one of waiting) one.check()
      },
      error => {
        if (options.isPersistent) return open()
        failure = error
        for (const one of waiting) one.fail(error)
      },
    )
  }
  open()

  const reader: Reader = {
    rows,
    told,
    asked,
    onBatch: hear => void hearers.push(hear),
    until(isTrue) {
      return new Promise((resolve, reject) => {
        const one = {
          check: () => {
            if (told.at(-1)?.kind !== 'up-to-date' || !isTrue(reader)) return
            waiting.delete(one)
            resolve()
          },
          fail: reject,
        }
        waiting.add(one)
        if (failure) reject(failure)
        else one.check()
      })
    },
    stop: () => gone.abort(),
  }
  return reader
}
