/** The cloud's file routes, as a device asks them. */
import {
  BUNDLE_TYPE,
  bundleAnswer,
  type BundleOutcome,
  BYTES_TYPE,
  fileRefusal,
  missingAnswer,
  type PutAnswer,
  putAnswer,
} from '#shared/sync/files/wire.ts'
import { BadBundle, createFrameReader, type Frame, frameHead } from '#shared/sync/files/frames.ts'
import { contentRange } from '#shared/sync/files/ranges.ts'
import { CloudError } from '../cloud/cloud-error.ts'
import type { Reason } from '../state.ts'
import type { FileSession } from './file-sync.ts'

/** Why something could not be carried now. All of them pass; none is about one file alone. */
export class CloudTrouble extends Error {
  readonly kind: 'offline' | 'sign-in' | 'full' | 'trouble'
  /** When the cloud asked to be left alone until. */
  readonly retryAfterMs: number | null

  constructor(kind: CloudTrouble['kind'], retryAfterMs: number | null = null) {
    super(kind)
    this.kind = kind
    this.retryAfterMs = retryAfterMs
  }
}

export interface OwnFile {
  readonly hash: string
  readonly bytes: Uint8Array
}

/** A file on its way down, from `from` on. */
export interface Coming {
  readonly from: number
  readonly total: number
  readonly chunks: AsyncIterable<Uint8Array>
}

export interface FileCloud {
  missing(hashes: readonly string[]): Promise<{ hash: string; at: number }[]>
  /** What became of each; null: the cloud does not take such a bundle. */
  sendBundle(files: readonly OwnFile[]): Promise<Map<string, BundleOutcome> | null>
  /** A whole file of one part at most. `refused` tells the cloud's word. */
  sendWhole(file: OwnFile): Promise<PutAnswer | { refused: string }>
  sendPart(
    hash: string,
    part: { from: number; total: number; bytes: Uint8Array },
  ): Promise<PutAnswer | { refused: string }>
  /** Small files as they come; `bytes` null: not there, or not small. */
  fetchBundle(hashes: readonly string[]): AsyncIterable<Frame>
  /** Null: it is not there. */
  fetchFrom(hash: string, from: number): Promise<Coming | null>
}

export function createFileCloud(session: FileSession, signal: AbortSignal): FileCloud {
  const at = (path: string) => `${session.url}/v1/files/${path}`

  async function ask(url: string, init: RequestInit, accepted: readonly number[] = []): Promise<Response> {
    let response: Response
    try {
      response = await session.fetch(url, { ...init, redirect: 'error', signal })
    } catch (error) {
      signal.throwIfAborted()
      throw asTrouble(error)
    }
    if (response.ok || accepted.includes(response.status)) return response
    await response.body?.cancel().catch(() => undefined)
    throw troubleOf(response)
  }

  async function json<T>(response: Response, schema: { parse(value: unknown): T }): Promise<T> {
    try {
      return schema.parse(await response.json())
    } catch {
      signal.throwIfAborted()
      throw new CloudTrouble('trouble')
    }
  }

  const post = (path: string, body: unknown, accept: string) =>
    ask(at(path), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept },
      body: JSON.stringify(body),
    })

  async function put(hash: string, body: Uint8Array, headers: Record<string, string>) {
    const init = {
      method: 'PUT',
      headers: { 'content-type': BYTES_TYPE, ...headers },
      body: body as Uint8Array<ArrayBuffer>,
    }
    const response = await ask(at(hash), init, [400, 413, 422])
    if (response.ok) return json(response, putAnswer)
    return { refused: (await json(response, fileRefusal)).error.code }
  }

  return {
    async missing(hashes) {
      const { missing } = await json(await post('missing', { hashes }, 'application/json'), missingAnswer)
      // What is not named counts as stored: an answer that names what was not asked was spoiled on its way, and is none.
      const asked = new Set(hashes)
      if (missing.some(({ hash }) => !asked.has(hash))) throw new CloudTrouble('trouble')
      return missing
    },
    async sendBundle(files) {
      const body = Buffer.concat(files.flatMap(({ hash, bytes }) => [frameHead(hash, bytes.length), bytes]))
      const init = { method: 'POST', headers: { 'content-type': BUNDLE_TYPE }, body }
      const response = await ask(at('bundle'), init, [400, 413])
      if (!response.ok) {
        await response.body?.cancel()
        return null
      }
      const answer = await json(response, bundleAnswer)
      return new Map(answer.files.map(({ hash, outcome }) => [hash, outcome]))
    },
    sendWhole: ({ hash, bytes }) => put(hash, bytes, {}),
    sendPart: (hash, { from, total, bytes }) =>
      put(hash, bytes, { 'content-range': contentRange({ from, to: from + bytes.length - 1, total }) }),
    async *fetchBundle(hashes) {
      const response = await post('bundle', { hashes }, BUNDLE_TYPE)
      const reader = createFrameReader()
      for await (const chunk of chunksOf(response, signal)) {
        try {
          yield* reader.push(chunk)
        } catch (error) {
          throw error instanceof BadBundle ? new CloudTrouble('trouble') : error
        }
      }
      if (!reader.isWhole) throw new CloudTrouble('offline')
    },
    async fetchFrom(hash, from) {
      const headers: Record<string, string> = from === 0 ? {} : { range: `bytes=${from}-` }
      const response = await ask(at(hash), { headers }, [404, 416])
      if (response.status === 404 || response.status === 416) {
        await response.body?.cancel()
        // Beyond its end: what is here of it is more than there is.
        return response.status === 404 ? null : { from: 0, total: -1, chunks: nothing() }
      }
      const range = /^bytes (\d+)-\d+\/(\d+)$/.exec(response.headers.get('content-range') ?? '')
      const begins = response.status === 206 && range ? Number(range[1]) : 0
      const total = range ? Number(range[2]) : Number(response.headers.get('content-length') ?? -1)
      return { from: begins, total, chunks: chunksOf(response, signal) }
    },
  }
}

async function* nothing(): AsyncIterable<Uint8Array> {}

async function* chunksOf(response: Response, signal: AbortSignal): AsyncIterable<Uint8Array> {
  try {
    if (response.body) yield* response.body as unknown as AsyncIterable<Uint8Array>
  } catch (error) {
    signal.throwIfAborted()
    throw asTrouble(error)
  }
}

/** What a failure of the requests is for files. */
const TROUBLE_OF = {
  network: 'offline',
  refused: 'sign-in',
  server: 'trouble',
  broken: 'trouble',
  'disk-full': 'trouble',
} as const satisfies Record<Reason, CloudTrouble['kind']>

function asTrouble(error: unknown): unknown {
  if (error instanceof CloudTrouble) return error
  if (error instanceof CloudError) return new CloudTrouble(TROUBLE_OF[error.why], error.atLeastMs ?? null)
  // What fetch rejects with when there is no way to the cloud, or the way breaks off.
  return error instanceof TypeError || (error instanceof Error && 'code' in error) ? new CloudTrouble('offline') : error
}

function troubleOf({ status, headers }: Response): CloudTrouble {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  const retryAfterMs = Number.isFinite(seconds) ? Math.min(Math.max(0, seconds), 3600) * 1000 : null
  if (status === 507) return new CloudTrouble('full', retryAfterMs)
  if (status === 401 || status === 403) return new CloudTrouble('sign-in', retryAfterMs)
  return new CloudTrouble('trouble', retryAfterMs)
}
