import { refreshAnswer } from '#shared/sync/auth.ts'
import type { TokenKeeper } from '../auth/keeper.ts'
import type { Timers } from '../world.ts'
import { CloudError } from './cloud-error.ts'
import type { CloudHttp } from './http.ts'

/** Renewed this long before it ends. */
const EARLY_MS = 60_000
/** What an access token is good for when the answer does not tell. */
const USUAL_MS = 10 * 60_000

export interface Tokens {
  /** One that can be used. Rejects with CloudError, `refused` when she has to sign in again. */
  get(): Promise<string>
  /** Another one than this, which the cloud did not take. */
  renew(not: string): Promise<string>
}

export interface TokenParts {
  /** Requests without a token. */
  readonly http: CloudHttp
  readonly keeper: TokenKeeper
  readonly timers: Timers
  /** The server's time as far as it is known, milliseconds. */
  serverNow(): number
  /** The name this library stamps with now. */
  stampId(): string
}

/** Access tokens from the kept refresh token. One request at a time, however many ask. */
export function createTokens(parts: TokenParts, first?: { accessToken: string; expiresAt: number }): Tokens {
  const { http, keeper, timers } = parts
  let current: { readonly token: string; readonly until: number } | null = null
  let going: Promise<string> | null = null
  if (first) take(first.accessToken, first.expiresAt)

  function take(token: string, expiresAt: number): void {
    // By the clock that nobody sets: this computer's own may be years away from the server's.
    const left = expiresAt - parts.serverNow()
    const goodMs = left > 0 && left < 24 * 60 * 60_000 ? left : USUAL_MS
    current = { token, until: timers.monotonic() + goodMs - EARLY_MS }
  }

  async function refresh(): Promise<string> {
    const refreshToken = await keeper.read()
    if (refreshToken === null)
      throw new CloudError('refused', { status: 401, code: 'sign-in-again', message: 'Please sign in again.' })
    const answer = await http.ask({
      method: 'POST',
      path: '/v1/auth/refresh',
      json: { refreshToken, stampId: parts.stampId() },
      answer: refreshAnswer,
    })
    // Before it is used: a token that was used and not kept could not be renewed after a crash. Where it cannot be kept (a full disk) it
    // is never used, and the one that was kept stays good.
    await keeper.write(answer.refreshToken).catch(() => {})
    take(answer.accessToken, answer.expiresAt)
    return answer.accessToken
  }

  function fresh(): Promise<string> {
    going ??= refresh().finally(() => {
      going = null
    })
    return going
  }

  return {
    async get() {
      return current !== null && timers.monotonic() < current.until ? current.token : fresh()
    },
    async renew(not) {
      if (current?.token === not) current = null
      return this.get()
    },
  }
}
