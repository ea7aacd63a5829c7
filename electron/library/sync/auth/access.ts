import { BobbinError } from '#shared/contract/errors.ts'
import type { Refreshed, SignedIn } from '#shared/sync/auth.ts'
import type { TokenKeeper } from './keeper.ts'

/** Asked for again this long before it ends: a request takes a while to arrive. */
const EARLY_MS = 60_000

export interface Access {
  /**
   * An access token that is good now; asks the cloud for one only when it must, and once however many ask.
   * @throws BobbinError `not-signed-in`: she has to sign in (again), and nothing is kept any more; else as the question to the cloud fails
   */
  token(): Promise<string>
  /** The cloud refused this one although its time was not over: the next is asked for anew. */
  refused(token: string): void
  isSignedIn(): Promise<boolean>
  enter(signedIn: SignedIn): Promise<void>
  /** Forgets the sign-in here and gives it back, so that the cloud can be told. */
  leave(): Promise<string | null>
}

export interface AccessOptions {
  readonly keeper: TokenKeeper
  /** The cloud's clock as this device knows it: its own, put right by the offset. */
  readonly now: () => number
  readonly refresh: (refreshToken: string) => Promise<Refreshed>
}

/**
 * The device's sign-in while the library is open. A new refresh token is used only when it is kept: used before, a crash would leave one on
 * the disk whose time is over, and she would have to sign in again.
 */
export function createAccess({ keeper, now, refresh }: AccessOptions): Access {
  let current: { readonly token: string; readonly expiresAt: number } | null = null
  /** What is used next; undefined: not read yet. */
  let held: string | null | undefined
  let isLost = false
  let asking: Promise<string> | null = null
  /** Goes up when somebody signs in or out, so that an answer from before changes nothing. */
  let turn = 0

  async function read(): Promise<string | null> {
    if (held === undefined) held = await keeper.read()
    return held
  }

  /** Without a keychain there is nothing on the disk that could be older: the sign-in lives as long as the program. */
  async function keep(token: string | null): Promise<void> {
    try {
      await keeper.write(token)
    } catch (error) {
      if (!(error instanceof BobbinError) || error.code !== 'no-keychain') throw error
    }
    held = token
  }

  async function ask(): Promise<string> {
    const mine = turn
    const refreshToken = await read()
    if (refreshToken === null) throw signInAgain()
    try {
      const next = await refresh(refreshToken)
      if (mine !== turn) throw signInAgain()
      current = { token: next.accessToken, expiresAt: next.expiresAt }
      // A full disk: the one before stays good as long as this is never used.
      await keep(next.refreshToken).catch(() => {})
      return next.accessToken
    } catch (error) {
      if (mine === turn && (error as BobbinError).code === 'not-signed-in') await lose()
      throw error
    }
  }

  async function lose(): Promise<void> {
    isLost = true
    current = null
    await keep(null).catch(() => {})
    held = null
  }

  return {
    async token() {
      if (current !== null && current.expiresAt - EARLY_MS > now()) return current.token
      asking ??= ask().finally(() => {
        asking = null
      })
      return asking
    },
    refused(token) {
      if (current?.token === token) current = null
    },
    async isSignedIn() {
      return !isLost && (await read()) !== null
    },
    async enter({ accessToken, expiresAt, refreshToken }) {
      turn += 1
      await keep(refreshToken)
      isLost = false
      current = { token: accessToken, expiresAt }
    },
    async leave() {
      const token = await read()
      turn += 1
      current = null
      await keep(null)
      return token
    },
  }
}

const signInAgain = (): BobbinError => new BobbinError('not-signed-in', 'Please sign in.')
