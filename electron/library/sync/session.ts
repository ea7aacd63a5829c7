import type { Clock } from '#shared/domain/ids.ts'
import { learn } from '#shared/sync/device/learn.ts'
import type { DevicePort } from '#shared/sync/device/port.ts'
import type { TokenKeeper } from './auth/keeper.ts'
import { createHttp, type CloudHttp, type Talk } from './cloud/http.ts'
import { createTokens, type Tokens } from './cloud/tokens.ts'
import type { SyncStore } from './store/store.ts'
import type { Account } from './remembered.ts'
import type { SyncWorld } from './world.ts'

/** Below these, what an empty answer teaches is written down together with the next batch: an idle evening costs no disk. */
const SMALL_OFFSET_MS = 500
const SMALL_HEARD_MS = 60_000

/** Somebody signed in: how to speak with her cloud. */
export interface Session {
  readonly account: Account
  readonly http: CloudHttp
  readonly tokens: Tokens
  readonly talk: Talk
  /** Writes down what answers taught of the time, inside the transaction of what came with them. */
  learned(port: DevicePort): void
}

export function createSession(
  { fetch, timers }: SyncWorld,
  keeper: TokenKeeper,
  store: SyncStore,
  clock: Clock,
  account: Account,
  first?: { readonly accessToken: string; readonly expiresAt: number },
): Session {
  let latest: Parameters<typeof learn>[1] | null = null

  function learned(port: DevicePort): void {
    if (latest === null) return
    learn(port, latest)
    latest = null
  }

  const talk: Talk = {
    place: () => store.meta(),
    heard({ now, roundTripMs }) {
      const wall = clock.now()
      latest = { now, wall, roundTripMs }
      const { clockOffset, heard } = store.meta()
      if (Math.abs(now - wall - clockOffset) > SMALL_OFFSET_MS || now - heard > SMALL_HEARD_MS)
        try {
          store.transaction(learned)
        } catch {
          // A disk that takes nothing: what has to be written next tells of it, and brings this along.
          latest = { now, wall, roundTripMs }
        }
    },
  }
  // After a day away its answer is the first to tell the time: what is sent next need not be stamped again.
  const open = createHttp({ url: account.url, fetch, timers, tokens: null, talk: { heard: talk.heard } })
  const tokens = createTokens(
    {
      http: open,
      keeper,
      timers,
      serverNow: () => clock.now() + store.meta().clockOffset,
      stampId: () => store.meta().device,
    },
    first,
  )
  return { account, tokens, talk, learned, http: createHttp({ url: account.url, fetch, timers, tokens, talk }) }
}
