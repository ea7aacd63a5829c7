/** A cloud of one quilter in memory, over real HTTP on this computer, that does whatever a test wants to go wrong. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { bucketHashes, bucketOf, recordHash } from '#shared/sync/digest.ts'
import type { SyncRecord } from '#shared/sync/record.ts'
import { admit, type Refusal } from '#shared/sync/server/admit.ts'
import { type PushAnswer, type PushRecord, pushRequest, type RecordAnswer } from '#shared/sync/wire.ts'
import type { CloudValue } from '../cloud/answers.ts'
import type { ListedComputer } from '../computers.ts'

export interface Asked {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingMessage['headers']
  /** Bytes on the wire, of the body and of the answer's. */
  readonly bytesUp: number
  bytesDown: number
}

/** What goes wrong with a request; null: nothing. */
export type Fault =
  | { readonly status: number; readonly json?: object; readonly headers?: Record<string, string> }
  /** The connection ends after so many bytes of the answer's body. */
  | { readonly cutAfter: number }

export interface StubCloud {
  readonly url: string
  readonly asked: Asked[]
  epoch: string
  /** Of the feed; another one is a feed that was lost. */
  source: string
  /** Milliseconds. */
  now: () => number
  /** Access tokens that are good now. */
  readonly good: Set<string>
  refreshTokens: Set<string>
  tenantId: string
  /** Rows of one answer. */
  chunk: number
  fault: (asked: Asked) => Fault | null
  refuse: (record: PushRecord) => Refusal | null
  /** What it says is not settled, and which computers are signed in. */
  conflicts: readonly CloudValue[]
  computers: readonly ListedComputer[]
  readonly records: Map<string, SyncRecord & { seq: number }>
  /** As a push would. */
  put(record: SyncRecord): void
  /** The database as it was: `records` of a copy, told to nobody. */
  restore(records: ReadonlyMap<string, SyncRecord & { seq: number }>, seq: number): void
  readonly seq: number
  close(): Promise<void>
}

const HOLD_MS = 400

export async function startStubCloud(): Promise<StubCloud> {
  const records = new Map<string, SyncRecord & { seq: number }>()
  let seq = 0
  let tokens = 0
  let waiting: (() => void)[] = []
  const wake = () => {
    for (const go of waiting.splice(0)) go()
  }
  const keyOf = ({ table, id }: { table: string; id: string }) => `${table} ${id}`

  const cloud: Omit<StubCloud, 'url' | 'seq' | 'close'> = {
    asked: [],
    epoch: 'e1',
    source: 's1',
    now: Date.now,
    good: new Set(),
    refreshTokens: new Set(['refresh-token-number-0']),
    tenantId: '0192f3a0-0000-7000-8000-000000000001',
    chunk: 10_000,
    fault: () => null,
    refuse: () => null,
    conflicts: [],
    computers: [],
    records,
    put(record) {
      records.set(keyOf(record), { ...record, seq: ++seq })
      wake()
    },
    restore(copy, at) {
      records.clear()
      for (const [key, record] of copy) records.set(key, record)
      seq = at
    },
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => {
      response.writeHead(500, { 'content-type': 'application/json' })
      response.end('{"error":{"code":"internal","message":"The server failed."}}')
    })
  })

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://stub')
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const raw = Buffer.concat(chunks)
    const asked: Asked = {
      method: request.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      bytesUp: raw.length,
      bytesDown: 0,
    }
    cloud.asked.push(asked)
    const fault = cloud.fault(asked)
    const send = (status: number, json: unknown, headers: Record<string, string> = {}) => {
      const body = Buffer.from(JSON.stringify(json))
      asked.bytesDown = body.length
      response.writeHead(status, {
        'content-type': 'application/json',
        'content-length': String(body.length),
        'bobbin-epoch': cloud.epoch,
        'bobbin-now': String(cloud.now()),
        ...headers,
      })
      if (fault && 'cutAfter' in fault) {
        response.write(body.subarray(0, fault.cutAfter))
        setImmediate(() => response.destroy())
      } else response.end(body)
    }
    if (fault && 'status' in fault)
      return send(fault.status, fault.json ?? { error: { code: 'stub', message: 'Wanted.' } }, fault.headers)
    const body =
      raw.length === 0 ? '{}' : String(request.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw)
    const json = JSON.parse(body) as Record<string, unknown>
    if (asked.path.startsWith('/v1/auth/')) return auth(asked.path, json, send)
    const token = request.headers.authorization?.replace('Bearer ', '') ?? ''
    if (!cloud.good.has(token)) return send(401, { error: { code: 'token-expired', message: 'Expired.' } })
    if (asked.path === '/v1/records' && asked.method === 'POST') return send(200, push(asked, json))
    if (asked.path === '/v1/records/digest') return send(200, digest(url.searchParams))
    if (asked.path === '/v1/records/conflicts')
      return send(200, { conflicts: cloud.conflicts, computers: cloud.computers })
    if (asked.path === '/v1/shape') return shape(asked, response, send)
    send(404, { error: { code: 'not-there', message: 'Not there.' } })
  }

  type Send = (status: number, json: unknown, headers?: Record<string, string>) => void

  function auth(path: string, json: Record<string, unknown>, send: Send): void {
    const grant = () => {
      const accessToken = `access-token-number-${++tokens}`
      const refreshToken = `refresh-token-number-${tokens}`
      cloud.good.add(accessToken)
      cloud.refreshTokens.add(refreshToken)
      return { accessToken, refreshToken, expiresAt: cloud.now() + 900_000 }
    }
    if (path === '/v1/auth/sign-in' || path === '/v1/auth/pair') {
      if (json['code'] !== '123456')
        return send(400, { error: { code: 'code-wrong', message: 'This code is not right.' } })
      const id = '0192f3a0-0000-7000-8000-000000000002'
      const account = { id, email: String(json['email'] ?? 'anne@example.org'), tenantId: cloud.tenantId, slug: 'anne' }
      return send(200, { ...grant(), deviceId: id, account, isNew: false })
    }
    if (path === '/v1/auth/refresh') {
      if (!cloud.refreshTokens.delete(String(json['refreshToken'])))
        return send(401, { error: { code: 'sign-in-again', message: 'Please sign in again.' } })
      return send(200, grant())
    }
    if (path === '/v1/auth/sign-out') cloud.refreshTokens.delete(String(json['refreshToken']))
    send(200, {})
  }

  function push(asked: Asked, json: Record<string, unknown>): PushAnswer {
    const now = cloud.now()
    if (asked.headers['bobbin-epoch'] !== cloud.epoch) return { status: 'epoch', epoch: cloud.epoch, now }
    const heard = Number(asked.headers['bobbin-heard'])
    const answers = pushRequest.parse(json).records.map((record): RecordAnswer => {
      const taken = admit(records.get(keyOf(record)) ?? null, record, { now, heard, refuse: cloud.refuse })
      if (taken.outcome === 'stored') {
        if (taken.isChanged) cloud.put(taken.record)
        return { outcome: 'stored', named: [...taken.named], renew: taken.renew }
      }
      return JSON.parse(JSON.stringify(taken)) as RecordAnswer
    })
    return { status: 'done', epoch: cloud.epoch, now, records: answers }
  }

  function digest(query: URLSearchParams) {
    const bucket = query.get('bucket')
    if (bucket === null) return { epoch: cloud.epoch, seq, buckets: bucketHashes(records.values()) }
    const those = [...records.values()].filter(record => bucketOf(record) === Number(bucket))
    return {
      epoch: cloud.epoch,
      seq,
      records: those.map(record => ({
        table: record.table,
        id: record.id,
        hash: recordHash(record),
        stamps: record.stamps,
      })),
    }
  }

  async function shape(asked: Asked, response: ServerResponse, send: Send): Promise<void> {
    const { query, headers } = asked
    const known = Number(headers['bobbin-known'] ?? 0)
    const ours = () => `${cloud.epoch}~${cloud.source}`
    if (known > seq && query.get('handle') === ours()) cloud.epoch = `e${Number(cloud.epoch.slice(1)) + 1}`
    const offset = query.get('offset') ?? '-1'
    const handle = query.get('handle')
    const mustRefetch = () => send(409, [{ headers: { control: 'must-refetch' } }], { 'electric-handle': ours() })
    if (offset !== '-1' && handle !== ours()) return mustRefetch()
    const after = offset === '-1' ? 0 : Number(offset.split('_')[0])
    if (after > seq) return mustRefetch()
    const isLive = query.get('live') === 'true'
    if (isLive && after === seq) await held(response)
    if (isLive && handle !== ours()) return mustRefetch()
    const rows = [...records.values()].filter(record => record.seq > after).toSorted((a, b) => a.seq - b.seq)
    const part = rows.slice(0, cloud.chunk)
    const isUpToDate = part.length === rows.length
    const end = isUpToDate ? seq : (part.at(-1)?.seq ?? seq)
    const messages = part.map(record => ({
      key: keyOf(record),
      value: {
        table_name: record.table,
        row_id: record.id,
        fields: JSON.stringify(record.fields),
        stamps: JSON.stringify(record.stamps),
        purged: record.purged ? 'true' : 'false',
        seq: String(record.seq),
      },
      headers: { operation: 'insert' },
    }))
    const upToDate = { headers: { control: 'up-to-date', global_last_seen_lsn: String(end) } }
    send(200, isUpToDate ? [...messages, upToDate] : messages, {
      'electric-handle': ours(),
      'electric-offset': `${end}_0`,
      ...(isLive ? { 'electric-cursor': String(Number(query.get('cursor') ?? 0) + 1) } : { 'electric-schema': SCHEMA }),
      ...(isUpToDate ? { 'electric-up-to-date': '' } : {}),
    })
  }

  function held(response: ServerResponse): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(resolve, HOLD_MS)
      const go = () => {
        clearTimeout(timer)
        resolve()
      }
      waiting.push(go)
      response.once('close', go)
    })
  }

  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return Object.defineProperties(cloud as StubCloud, {
    url: { value: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
    seq: { get: () => seq },
    close: {
      value: async () => {
        wake()
        server.closeAllConnections()
        await new Promise(resolve => server.close(resolve))
      },
    },
  })
}

const SCHEMA = JSON.stringify({
  table_name: { type: 'text' },
  row_id: { type: 'text' },
  fields: { type: 'jsonb' },
  stamps: { type: 'jsonb' },
  purged: { type: 'bool' },
  seq: { type: 'int8' },
})
