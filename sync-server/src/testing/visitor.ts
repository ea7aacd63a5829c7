/** Somebody at a computer, as the cloud sees her: an address, an e-mail, tokens. */
import type { SignedIn } from '#shared/sync/auth.ts'
import type { TestCloud } from './cloud.ts'

export const DEVICE = { name: 'Laptop', platform: 'linux', stampId: null }

export interface Visitor {
  ask(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, options?: Asked): Promise<Told>
  /** The code of the newest mail to this address. */
  codeFor(email: string): string
  /** With a mailed code. @throws when she is refused */
  signIn(email: string): Promise<SignedIn>
}

export interface Asked {
  readonly body?: object
  readonly token?: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface Told {
  readonly status: number
  readonly body: Record<string, unknown> & { readonly error?: { readonly code: string } }
  readonly headers: Readonly<Record<string, unknown>>
}

export function visitorAt(cloud: TestCloud, remoteAddress: string): Visitor {
  async function ask(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, { body, token, headers }: Asked = {}) {
    const answer = await cloud.cloud.app.inject({
      method,
      url,
      remoteAddress,
      ...(body ? { payload: body } : {}),
      headers: { ...headers, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    })
    return {
      status: answer.statusCode,
      body: JSON.parse(answer.body || 'null') as Told['body'],
      headers: answer.headers,
    }
  }

  const codeFor = (email: string): string =>
    /\n {4}(\S+)\n/.exec(cloud.mails.findLast(mail => mail.to === email)?.text ?? '')?.[1] ?? ''

  return {
    ask,
    codeFor,
    async signIn(email) {
      await ask('POST', '/v1/auth/code', { body: { email } })
      const answer = await ask('POST', '/v1/auth/sign-in', { body: { email, code: codeFor(email), device: DEVICE } })
      if (answer.status !== 200) throw new Error(`refused: ${JSON.stringify(answer.body)}`)
      return answer.body as unknown as SignedIn
    },
  }
}
