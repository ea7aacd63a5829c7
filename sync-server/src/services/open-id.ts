import * as client from 'openid-client'

/** What is used of an OpenID provider: the authorization code flow with PKCE, nonce and state. */
export interface OpenId {
  /** Null when the provider cannot be reached. */
  begin(state: string): Promise<{ readonly url: string; readonly nonce: string; readonly verifier: string } | null>
  /** Whom the provider has signed in; null when its answer does not check out. */
  finish(
    callback: URL,
    expected: { readonly state: string; readonly nonce: string; readonly verifier: string },
  ): Promise<ProvenPerson | null>
}

export interface ProvenPerson {
  readonly issuer: string
  /** The name the provider never gives to somebody else. */
  readonly subject: string
  readonly email: string
  readonly isVerified: boolean
  /** Google: the domain whose mailboxes it hosts and this person has one of. */
  readonly hostedDomain: string | null
}

export interface OpenIdOptions {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Where the provider sends the browser back to. */
  readonly redirectUrl: string
  readonly onTrouble: (error: unknown) => void
}

export const GOOGLE = 'https://accounts.google.com'
const TIMEOUT_SECONDS = 10

export function createOpenId({ issuer, clientId, clientSecret, redirectUrl, onTrouble }: OpenIdOptions): OpenId {
  let found: Promise<client.Configuration> | null = null

  /** What the provider says of itself, asked once; asked again after a failure. */
  function discover(): Promise<client.Configuration> {
    const url = new URL(issuer)
    // Plain HTTP only to this very computer, where tests and trials have their provider.
    const execute = url.hostname === '127.0.0.1' ? [client.allowInsecureRequests] : []
    found ??= client
      .discovery(url, clientId, clientSecret, undefined, { execute, timeout: TIMEOUT_SECONDS })
      .catch(error => {
        found = null
        throw error
      })
    return found
  }

  return {
    async begin(state) {
      const nonce = client.randomNonce()
      const verifier = client.randomPKCECodeVerifier()
      const configuration = await discover().catch(onTrouble)
      if (configuration === undefined) return null
      const url = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUrl,
        scope: 'openid email',
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        // Several people may share a computer. Other providers refuse what they do not know.
        ...(issuer === GOOGLE ? { prompt: 'select_account' } : {}),
      })
      return { url: url.href, nonce, verifier }
    },
    async finish(callback, { state, nonce, verifier }) {
      try {
        const configuration = await discover()
        const tokens = await client.authorizationCodeGrant(configuration, callback, {
          pkceCodeVerifier: verifier,
          expectedNonce: nonce,
          expectedState: state,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        if (claims === undefined || typeof claims.email !== 'string') return null
        return {
          issuer: claims.iss,
          subject: claims.sub,
          email: claims.email,
          isVerified: claims.email_verified === true,
          hostedDomain: typeof claims.hd === 'string' ? claims.hd : null,
        }
      } catch (error) {
        onTrouble(error)
        return null
      }
    },
  }
}
