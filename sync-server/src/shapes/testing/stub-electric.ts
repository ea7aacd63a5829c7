/** A service that behaves as ELECTRIC-PROTOCOL.md says the real one does, over real HTTP. One database to a path. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { nextCursor } from '../cursor.ts'
import { SHAPE_SCHEMA } from '../messages.ts'
import { StubLog, type StubShape, snapshotMessage } from './stub-log.ts'

export interface StubElectric {
  readonly url: string
  readonly secret: string
  database(name: string): StubLog
  /** Addresses and headers of every request. */
  readonly asked: { url: URL; headers: IncomingMessage['headers'] }[]
  /** Answers of its own making instead, while set. */
  interfere: ((response: ServerResponse) => void) | null
  held(): number
  close(): Promise<void>
}

/** How the request wants to be served: a header only tests send. */
export const STUB_HEADER = 'stub-manner'

interface Manner {
  readonly rowsAChunk: number
  readonly holdMs: number
}

const EXPIRES = 'public, max-age=604800, s-maxage=3600, stale-while-revalidate=2629746'
const BEYOND_MS = 30

type Place = { kind: 'snapshot'; from: number } | { kind: 'log'; after: readonly [number, number] }

/** 0_n: rows of the snapshot; 0_inf: all of it; greater: the log. */
function placeOf(offset: string): Place | null {
  if (offset === '-1') return { kind: 'snapshot', from: 0 }
  const [, tx, op] = /^(\d+)_(\d+|inf)$/.exec(offset) ?? []
  if (tx === undefined || op === undefined) return null
  if (tx === '0' && op !== 'inf') return { kind: 'snapshot', from: Number(op) + 1 }
  return { kind: 'log', after: [Number(tx), op === 'inf' ? Number.POSITIVE_INFINITY : Number(op)] }
}

const isAfter = (a: readonly [number, number], b: readonly [number, number]) =>
  a[0] > b[0] || (a[0] === b[0] && a[1] > b[1])

export async function startStubElectric(): Promise<StubElectric> {
  const secret = 'the stub’s own secret'
  const databases = new Map<string, StubLog>()
  const asked: StubElectric['asked'] = []
  const database = (name: string): StubLog => {
    const log = databases.get(name) ?? new StubLog(name)
    databases.set(name, log)
    return log
  }

  function send(response: ServerResponse, status: number, headers: Record<string, string>, body: unknown): void {
    // Chunked, as the real one sends.
    response.writeHead(status, {
      'content-type': 'application/json',
      'x-request-id': 'stub',
      'electric-server': 'stub',
      ...headers,
    })
    response.write(JSON.stringify(body))
    response.end()
  }

  const refetch = (response: ServerResponse, handle: string | null) =>
    send(
      response,
      409,
      { 'cache-control': 'public, max-age=60, must-revalidate', ...(handle ? { 'electric-handle': handle } : {}) },
      [{ headers: { control: 'must-refetch' } }],
    )

  async function answer(url: URL, manner: Manner, signal: AbortSignal, response: ServerResponse): Promise<void> {
    const query = url.searchParams
    if (query.get('secret') !== secret) return send(response, 401, {}, { message: 'Unauthorized' })
    if (query.get('table') !== 'record')
      return send(response, 400, {}, { errors: { table: ['table "x" does not exist'] } })
    const log = database(url.pathname.split('/')[1] ?? '')
    const shape = log.shape()
    const [offset, handle, isLive] = [query.get('offset') ?? '', query.get('handle'), query.get('live') === 'true']
    const lsn = () => ({ headers: { control: 'up-to-date', global_last_seen_lsn: String(log.lsn) } })
    const told = (end: string, body: unknown[], isUpToDate: boolean) =>
      send(
        response,
        200,
        {
          'electric-handle': shape.handle,
          'electric-offset': end,
          etag: `"${shape.handle}:${offset}:${end}"`,
          'cache-control': EXPIRES,
          ...(isLive
            ? { 'electric-cursor': nextCursor(query.get('cursor') ?? '', Date.now(), 20_000, Math.random) }
            : { 'electric-schema': SHAPE_SCHEMA }),
          ...(isUpToDate ? { 'electric-up-to-date': '' } : {}),
        },
        isUpToDate ? [...body, lsn()] : body,
      )
    const endOf = (of: StubShape) => of.changes.at(-1)?.offset.join('_') ?? '0_inf'
    if (offset === 'now') return told(endOf(shape), [], true)
    if (offset !== '-1' && handle !== shape.handle) return refetch(response, shape.handle)
    const place = placeOf(offset)
    if (!place)
      return send(response, 400, {}, { message: 'Invalid request', errors: { offset: ['has invalid format'] } })
    if (place.kind === 'snapshot' && place.from < Math.max(1, shape.snapshot.length)) {
      const rows = shape.snapshot.slice(place.from, place.from + manner.rowsAChunk)
      const isLast = place.from + manner.rowsAChunk >= shape.snapshot.length
      const end = { headers: { control: 'snapshot-end', xmin: '1', xmax: '1', xip_list: [] } }
      return told(
        `0_${Math.max(0, place.from + rows.length - 1)}`,
        [...rows.map(snapshotMessage), ...(isLast ? [end] : [])],
        false,
      )
    }
    const after = place.kind === 'log' ? place.after : ([0, Number.POSITIVE_INFINITY] as const)
    if (after[0] > log.lsn) {
      await log.wait(signal, BEYOND_MS)
      return send(
        response,
        400,
        {},
        { message: 'Invalid request', errors: { offset: ['out of bounds for this shape'] } },
      )
    }
    const news = () => shape.changes.filter(entry => isAfter(entry.offset, after))
    if (isLive && news().length === 0) await log.wait(signal, manner.holdMs)
    if (shape.isDead) return refetch(response, null)
    const found = news()
    const taken = found.slice(0, manner.rowsAChunk)
    const end = taken.at(-1)?.offset.join('_') ?? (place.kind === 'log' ? offset : '0_inf')
    return told(
      end,
      taken.map(entry => entry.message),
      taken.length === found.length,
    )
  }

  const stub: StubElectric = {
    url: '',
    secret,
    database,
    asked,
    interfere: null,
    held: () => [...databases.values()].reduce((sum, log) => sum + log.held(), 0),
    close: () =>
      new Promise(done => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://stub')
    asked.push({ url, headers: request.headers })
    if (stub.interfere) return stub.interfere(response)
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    const manner = JSON.parse(String(request.headers[STUB_HEADER] ?? '{}')) as Partial<Manner>
    void answer(url, { rowsAChunk: 1_000_000, holdMs: 20_000, ...manner }, gone.signal, response)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return Object.assign(stub, { url: `http://127.0.0.1:${address.port}` })
}
