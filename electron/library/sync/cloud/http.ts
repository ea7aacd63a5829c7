import type { z } from 'zod'
import { refusalAnswer } from '#shared/sync/auth.ts'
import { EPOCH_HEADER, HEARD_HEADER, KNOWN_HEADER, NOW_HEADER } from '#shared/sync/wire.ts'
import type { Timers } from '../world.ts'
import { CloudError, noConnection } from './cloud-error.ts'
import type { Tokens } from './tokens.ts'

/** A request is given this long, its answer's body included. */
export const REQUEST_MOST_MS = 120_000

/** What every request tells of this device, and what it does with every answer. */
export interface Talk {
  place(): { readonly epoch: string | null; readonly heard: number; readonly known: number }
  /** `now`: the server's time in an answer that took `roundTripMs`. */
  heard(answer: { readonly now: number; readonly roundTripMs: number }): void
}

export interface Ask<T> {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly json?: unknown
  /** Sent as it is, in the place of `json`. */
  readonly body?: { readonly bytes: Uint8Array<ArrayBuffer>; readonly headers: Readonly<Record<string, string>> }
  /** Without one the body is not read. */
  readonly answer?: z.ZodType<T>
  readonly signal?: AbortSignal | undefined
}

export interface CloudHttp {
  readonly url: string
  /** Rejects with CloudError. */
  ask<T = undefined>(request: Ask<T>): Promise<T>
  /** As `fetch`, with the token, renewed once after a 401. Rejects when there is no connection. */
  fetch(url: string, init?: RequestInit): Promise<Response>
}

export interface HttpParts {
  readonly url: string
  readonly fetch: typeof fetch
  readonly timers: Timers
  /** Null: nobody is signed in yet. */
  readonly tokens: Tokens | null
  /** Null: nobody is signed in yet. Without `place`: what is asked has nothing to do with where this device stands. */
  readonly talk: (Pick<Talk, 'heard'> & Partial<Talk>) | null
}

/** Requests to one cloud. Repeats nothing by itself but, after a 401, once with another token. */
export function createHttp({ url, fetch, timers, tokens, talk }: HttpParts): CloudHttp {
  async function once(target: string, init: RequestInit, token: string | null): Promise<Response> {
    const headers = new Headers(init.headers)
    if (token !== null) headers.set('authorization', `Bearer ${token}`)
    if (talk?.place) for (const [name, value] of Object.entries(placeHeaders(talk.place()))) headers.set(name, value)
    const began = timers.monotonic()
    const response = await fetch(target, { ...init, headers }).catch((error: unknown) => {
      if (init.signal?.aborted) throw error
      throw noConnection()
    })
    const now = Number(response.headers.get(NOW_HEADER) ?? Number.NaN)
    if (talk && Number.isFinite(now)) talk.heard({ now, roundTripMs: timers.monotonic() - began })
    return response
  }

  async function fetchWithToken(target: string, init: RequestInit = {}): Promise<Response> {
    return tokens ? askWithToken(tokens, token => once(target, init, token)) : once(target, init, null)
  }

  return {
    url,
    fetch: fetchWithToken,
    async ask<T>({ method = 'GET', path, json, body, answer, signal }: Ask<T>): Promise<T> {
      const limit = new AbortController()
      const stop = timers.after(REQUEST_MOST_MS, () => limit.abort())
      try {
        const response = await fetchWithToken(`${url}${path}`, {
          method,
          signal: signal ? AbortSignal.any([signal, limit.signal]) : limit.signal,
          redirect: 'error',
          ...(json === undefined
            ? body && { body: body.bytes, headers: body.headers }
            : { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } }),
        })
        if (!response.ok) throw await refused(response)
        if (!answer) {
          await response.body?.cancel()
          return undefined as T
        }
        return answer.parse(await response.json())
      } catch (error) {
        if (error instanceof CloudError || signal?.aborted) throw error
        if (limit.signal.aborted || error instanceof TypeError || isCut(error)) throw noConnection()
        throw new CloudError('broken', {
          code: 'answer-not-understood',
          message: 'The cloud gave an answer that this version of Bobbin does not understand.',
        })
      } finally {
        stop()
      }
    },
  }
}

/**
 * Asks with a token, and once more with another one where it was not taken. Where that one is not taken either, the cloud disagrees with
 * itself (a signing key that one of its servers does not know yet): signing in again would mend nothing. Rejects with CloudError.
 */
export async function askWithToken(tokens: Tokens, ask: (token: string) => Promise<Response>): Promise<Response> {
  const token = await tokens.get()
  const first = await ask(token)
  if (first.status !== 401) return first
  await first.body?.cancel()
  const second = await ask(await tokens.renew(token))
  if (second.status !== 401) return second
  const { code, message, atLeastMs } = await refused(second)
  throw new CloudError('server', { status: 401, code, message, ...(atLeastMs === undefined ? {} : { atLeastMs }) })
}

/** Headers that tell where this device stands; the epoch only once there is one. */
export function placeHeaders({ epoch, heard, known }: ReturnType<Talk['place']>): Record<string, string> {
  return {
    ...(epoch === null ? {} : { [EPOCH_HEADER]: epoch }),
    [HEARD_HEADER]: String(heard),
    [KNOWN_HEADER]: String(known),
  }
}

/** An answer whose connection ended before its body did, as Node says it. */
function isCut(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || error.message === 'terminated')
}

/** Why an answer is none. */
export async function refused(response: Response): Promise<CloudError> {
  const said = refusalAnswer.safeParse(await response.json().catch(() => null))
  const { code, message } = said.success
    ? said.data.error
    : { code: 'cloud-trouble', message: 'The cloud has some trouble.' }
  const atLeastMs = retryAfterMs(response.headers.get('retry-after'))
  return new CloudError(response.status === 401 ? 'refused' : 'server', {
    status: response.status,
    code,
    message,
    ...(atLeastMs === undefined ? {} : { atLeastMs }),
  })
}

/** Seconds only; never longer than an hour, whatever a server asks. */
export function retryAfterMs(text: string | null | undefined): number | undefined {
  const seconds = Number(text ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 3_600) * 1000 : undefined
}
