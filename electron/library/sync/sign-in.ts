import { z } from 'zod'
import { BobbinError } from '#shared/contract/errors.ts'
import { offersAnswer, type SignedIn, signedInAnswer } from '#shared/sync/auth.ts'
import type { TokenKeeper } from './auth/keeper.ts'
import { cloudAddress } from './cloud/address.ts'
import { createHttp, type CloudHttp } from './cloud/http.ts'
import type { Account, Remembered } from './remembered.ts'
import type { SyncWorld } from './world.ts'

export interface SignInParts {
  readonly world: SyncWorld
  readonly keeper: TokenKeeper
  readonly remembered: Remembered
  /** The name this library stamps with. */
  stampId(): string
  /** It is kept; speak with the cloud from now on. */
  signedIn(account: Account, tokens: { readonly accessToken: string; readonly expiresAt: number }): void
}

export interface SignIn {
  offers(url: string): Promise<z.infer<typeof offersAnswer>>
  sendCode(url: string, email: string): Promise<void>
  withCode(url: string, email: string, code: string): Promise<void>
  withPairing(url: string, code: string): Promise<void>
  /** What the browser's code and this computer's secret are worth. */
  claim(url: string, words: { readonly secret: string; readonly code: string }): Promise<SignedIn>
  /** Keeps what a sign-in answered, unless this library is another quilter's. */
  keep(url: string, answer: SignedIn): Promise<void>
  /** A cloud that nobody is signed in to yet. */
  cloud(url: string): CloudHttp
  /** What a computer tells of itself. */
  device(): { readonly name: string; readonly platform: string; readonly stampId: string }
}

/** Ways to sign in. All reject with CloudError, or BobbinError `cloud-address` and `library-of-another`. */
export function createSignIn(parts: SignInParts): SignIn {
  const { world, remembered, keeper } = parts
  const { fetch, timers, computer } = world

  const device = () => ({ name: computer.name, platform: computer.platform, stampId: parts.stampId() })
  const cloud = (url: string) => createHttp({ url: cloudAddress(url), fetch, timers, tokens: null, talk: null })

  async function keep(url: string, answer: SignedIn): Promise<void> {
    const { account, refreshToken, deviceId } = answer
    const owner = remembered.owner()
    // Two quilters' records are never mixed: what came together could not be told apart again.
    if (owner !== null && owner.tenantId !== account.tenantId) {
      await forget(cloud(url), refreshToken)
      throw new BobbinError(
        'library-of-another',
        `This library belongs to ${owner.email}. To sign in as ${account.email}, open another library.`,
        { owner: owner.email, email: account.email },
      )
    }
    const before = remembered.account()
    const earlier = before && (await keeper.read())
    await keeper.write(refreshToken)
    if (before && earlier && earlier !== refreshToken) await forget(cloud(before.url), earlier)
    const kept: Account = {
      url: cloudAddress(url),
      email: account.email,
      accountId: account.id,
      tenantId: account.tenantId,
      deviceId,
      computer: computer.name,
    }
    remembered.setOwner({ tenantId: account.tenantId, email: account.email })
    remembered.setAccount(kept)
    parts.signedIn(kept, answer)
  }

  return {
    cloud,
    device,
    keep,
    offers: url => cloud(url).ask({ path: '/v1/auth/offers', answer: offersAnswer }),
    sendCode: (url, email) => cloud(url).ask({ method: 'POST', path: '/v1/auth/code', json: { email } }),
    claim: (url, words) =>
      cloud(url).ask({
        method: 'POST',
        path: '/v1/auth/google/claim',
        json: { ...words, device: device() },
        answer: signedInAnswer,
      }),
    async withCode(url, email, code) {
      const json = { email, code, device: device() }
      await keep(url, await cloud(url).ask({ method: 'POST', path: '/v1/auth/sign-in', json, answer: signedInAnswer }))
    },
    async withPairing(url, code) {
      const json = { code, device: device() }
      await keep(url, await cloud(url).ask({ method: 'POST', path: '/v1/auth/pair', json, answer: signedInAnswer }))
    },
  }
}

/** Tells the cloud that a token is not used any more. That it cannot be told now keeps nobody from signing out. */
export async function forget(http: CloudHttp, refreshToken: string): Promise<void> {
  await http.ask({ method: 'POST', path: '/v1/auth/sign-out', json: { refreshToken } }).catch(() => {})
}
