/** A real OpenID provider on 127.0.0.1, and a browser that follows where it is sent. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair } from 'jose'
import { Provider } from 'oidc-provider'

/** Who is in front of the browser. */
export interface Person {
  readonly subject: string
  readonly email: string
  readonly verified?: boolean
  readonly hd?: string
}

export interface TestProvider {
  readonly issuer: string
  /** Who signs in next. */
  person: Person
  close(): Promise<void>
}

export const CLIENT = { id: 'bobbin', secret: 'a secret of the provider and the cloud' }

export async function startTestProvider(redirectUrl: string): Promise<TestProvider> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const server = createServer()
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const people = new Map<string, Person>()
  const test = { person: { subject: 'nobody', email: 'nobody@example.org' } as Person }
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [redirectUrl],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified', 'hd'] },
    // As Google does: the e-mail stands in the ID token.
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/signing-in/${uid}` },
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'test' }] },
    cookies: { keys: ['cookies of a test'] },
    pkce: { required: () => true },
    findAccount(_ctx, accountId) {
      const { email, verified = true, hd } = people.get(accountId)!
      return { accountId, claims: () => ({ sub: accountId, email, email_verified: verified, ...(hd ? { hd } : {}) }) }
    },
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ accountId: oidc.session.accountId, clientId: oidc.client.clientId })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/signing-in/')) return answer(request, response)
    people.set(test.person.subject, test.person)
    void provider.interactionFinished(request, response, { login: { accountId: test.person.subject } })
  })
  return Object.assign(test, {
    issuer,
    close: () =>
      new Promise<void>(closed => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  })
}

/** Opens an address and goes wherever it is sent, with cookies, until it is sent nowhere; every address it came by. */
export async function browse(address: string, stopAt = (_url: string): boolean => false): Promise<string[]> {
  const jars = new Map<string, Map<string, string>>()
  const visited = [address]
  for (let next: string | null = address; next !== null && !stopAt(next); ) {
    const { origin } = new URL(next)
    const jar: Map<string, string> = jars.get(origin) ?? new Map()
    jars.set(origin, jar)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response: Response = await fetch(next, { redirect: 'manual', headers: cookie === '' ? {} : { cookie } })
    await response.body?.cancel()
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = set.split(';')[0]!.split(/=(.*)/s)
      jar.set(name, value)
    }
    const location = response.headers.get('location')
    next = location === null ? null : new URL(location, next).href
    if (next !== null) visited.push(next)
  }
  return visited
}
