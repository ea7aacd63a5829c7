import type { z } from 'zod'
import {
  type AccountAnswer,
  accountAnswer,
  type DeviceLine,
  devicesAnswer,
  type NewDevice,
  nothingAnswer,
  offersAnswer,
  pairingAnswer,
  type Refreshed,
  refreshAnswer,
  type SignedIn,
  signedInAnswer,
} from '#shared/sync/auth.ts'
import { askCloud, type Fetch } from './request.ts'

/** Everything a device asks the cloud about who is who. All of them fail as `askCloud` does. */
export interface AuthCalls {
  offers(): Promise<z.infer<typeof offersAnswer>>
  sendCode(email: string): Promise<void>
  /** @throws BobbinError `wrong-code`, `too-many-tries` (detail.retryAfter) */
  signIn(asked: { readonly email: string; readonly code: string; readonly device: NewDevice }): Promise<SignedIn>
  /** With the code that a computer shows which is signed in. @throws BobbinError `wrong-code`, `too-many-tries` */
  pair(asked: { readonly code: string; readonly device: NewDevice }): Promise<SignedIn>
  claimGoogle(asked: { readonly secret: string; readonly code: string; readonly device: NewDevice }): Promise<SignedIn>
  /** @throws BobbinError `not-signed-in`: she has to sign in again */
  refresh(refreshToken: string, stampId: string | null): Promise<Refreshed>
  /** Signs this device out; the cloud says yes to a token that is good for nothing any more, too. */
  signOut(refreshToken: string): Promise<void>
}

/** What only a signed-in device may ask; `accessToken` as it is now. @throws BobbinError with detail.status 401: refresh, then again */
export interface AccountCalls {
  devices(accessToken: string): Promise<DeviceLine[]>
  renameDevice(accessToken: string, id: string, name: string): Promise<void>
  revokeDevice(accessToken: string, id: string): Promise<void>
  pairingCode(accessToken: string): Promise<z.infer<typeof pairingAnswer>>
  account(accessToken: string): Promise<AccountAnswer>
  /** Sends a code to the new mailbox. */
  changeEmail(accessToken: string, email: string): Promise<void>
  confirmEmail(accessToken: string, asked: { readonly email: string; readonly code: string }): Promise<AccountAnswer>
}

/** @param url the cloud's address as `cloudAddress` gives it */
export function createAuthCalls(fetch: Fetch, url: string, signal?: AbortSignal): AuthCalls {
  const post = <T>(path: string, body: unknown, answer: z.ZodType<T>) =>
    askCloud(fetch, url, { method: 'POST', path: `/v1/auth/${path}`, body, answer, signal })
  return {
    offers: () => askCloud(fetch, url, { method: 'GET', path: '/v1/auth/offers', answer: offersAnswer, signal }),
    async sendCode(email) {
      await post('code', { email }, nothingAnswer)
    },
    signIn: asked => post('sign-in', asked, signedInAnswer),
    pair: asked => post('pair', asked, signedInAnswer),
    claimGoogle: asked => post('google/claim', asked, signedInAnswer),
    refresh: (refreshToken, stampId) => post('refresh', { refreshToken, stampId }, refreshAnswer),
    async signOut(refreshToken) {
      await post('sign-out', { refreshToken }, nothingAnswer)
    },
  }
}

export function createAccountCalls(fetch: Fetch, url: string, signal?: AbortSignal): AccountCalls {
  return {
    async devices(accessToken) {
      const asked = { method: 'GET', path: '/v1/devices', accessToken, answer: devicesAnswer, signal } as const
      return (await askCloud(fetch, url, asked)).devices
    },
    async renameDevice(accessToken, id, name) {
      const path = `/v1/devices/${encodeURIComponent(id)}`
      await askCloud(fetch, url, { method: 'PATCH', path, body: { name }, accessToken, answer: nothingAnswer, signal })
    },
    async revokeDevice(accessToken, id) {
      const path = `/v1/devices/${encodeURIComponent(id)}`
      await askCloud(fetch, url, { method: 'DELETE', path, accessToken, answer: nothingAnswer, signal })
    },
    pairingCode: accessToken =>
      askCloud(fetch, url, { method: 'POST', path: '/v1/pairing', accessToken, answer: pairingAnswer, signal }),
    account: accessToken =>
      askCloud(fetch, url, { method: 'GET', path: '/v1/account', accessToken, answer: accountAnswer, signal }),
    async changeEmail(accessToken, email) {
      const asked = { method: 'POST', path: '/v1/account/email', body: { email }, accessToken } as const
      await askCloud(fetch, url, { ...asked, answer: nothingAnswer, signal })
    },
    confirmEmail: (accessToken, body) =>
      askCloud(fetch, url, {
        method: 'POST',
        path: '/v1/account/email/confirm',
        body,
        accessToken,
        answer: accountAnswer,
        signal,
      }),
  }
}
