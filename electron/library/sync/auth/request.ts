import type { z } from 'zod'
import { BobbinError } from '#shared/contract/errors.ts'
import { refusalAnswer } from '#shared/sync/auth.ts'

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

export interface Asked<T> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly body?: unknown
  readonly accessToken?: string
  readonly answer: z.ZodType<T>
  readonly signal?: AbortSignal | undefined
}

const TIMEOUT_MS = 20_000
/** No answer of these routes is longer; a server that is none of ours may send for ever. */
const MOST_BYTES = 1024 * 1024

/**
 * One question to the cloud, its answer checked.
 * @throws BobbinError the cloud's own code and sentence, with `status` and perhaps `retryAfter` (seconds) in its detail; `cloud-unreachable`
 * when there was no answer; `cloud-odd` when it was none of a Bobbin cloud; `cancelled`
 */
export async function askCloud<T>(fetch: Fetch, url: string, asked: Asked<T>): Promise<T> {
  const response = await send(fetch, url, asked)
  const body = await json(response)
  if (!response.ok) throw refusedBy(response, body)
  const read = asked.answer.safeParse(body)
  if (!read.success) throw odd(response.status)
  return read.data
}

async function send<T>(fetch: Fetch, url: string, { method, path, body, accessToken, signal }: Asked<T>): Promise<Response> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS)
  try {
    return await fetch(url + path, {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      // A token goes where it was sent and nowhere else.
      redirect: 'error',
      credentials: 'omit',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    })
  } catch (error) {
    if (signal?.aborted) throw new BobbinError('cancelled', 'This was stopped before it was done.')
    throw unreachable((error as Error).name)
  }
}

async function json(response: Response): Promise<unknown> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const chunk of response.body ?? []) {
      bytes += chunk.length
      if (bytes > MOST_BYTES) throw odd(response.status)
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof BobbinError ? error : unreachable((error as Error).name)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    return null
  }
}

function refusedBy(response: Response, body: unknown): BobbinError {
  const said = refusalAnswer.safeParse(body)
  if (!said.success) return response.status >= 500 ? unreachable(`status ${response.status}`) : odd(response.status)
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN)
  return new BobbinError(said.data.error.code, said.data.error.message, {
    status: response.status,
    ...(retryAfter > 0 ? { retryAfter } : {}),
  })
}

const unreachable = (reason: string): BobbinError =>
  new BobbinError('cloud-unreachable', 'The cloud cannot be reached just now. Check the connection and try again.', { reason })

const odd = (status: number): BobbinError =>
  new BobbinError('cloud-odd', 'There is no Bobbin cloud at this address.', { status })
