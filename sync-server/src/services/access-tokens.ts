import { type CryptoKey, decodeProtectedHeader, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { Clock } from '#shared/domain/ids.ts'
import { ACCESS_MS, ALGORITHM, CLOCK_TOLERANCE_MS, type SigningKeys } from './signing-keys.ts'
import type { Who } from './who.ts'

/** Who may read these tokens, and who makes them: a token of another cloud, or for another use, is none. */
const AUDIENCE = 'bobbin-device'
const claims = z.object({
  sub: z.uuid(),
  tenant: z.uuid(),
  device: z.uuid(),
  role: z.enum(['owner', 'guest', 'administrator']),
  exp: z.number(),
})

export interface AccessTokens {
  /** Good for 15 minutes. `expiresAt` in milliseconds. */
  issue(who: Who): Promise<{ readonly text: string; readonly expiresAt: number }>
  /** What the token says when it was made by this cloud and its time is not over. Whether the device still may is not asked here. */
  read(text: string): Promise<Who | null>
}

/** What a text said whose signature was right. `expires`: seconds, as it says itself. */
interface Said {
  readonly who: Who
  readonly expires: number
}

export function createAccessTokens({
  keys,
  clock,
  issuer,
}: {
  keys: SigningKeys
  clock: Clock
  issuer: string
}): AccessTokens {
  /**
   * A device shows the same text for a quarter of an hour, and looking at its signature takes longer than the rest of reading it (0.2 to
   * 0.5 ms of 0.3 to 0.6). So a text is remembered, as long as the very key that verified it is: a ring that is read anew, once a minute
   * or when a key is taken back, forgets all of them.
   */
  const verified = new WeakMap<CryptoKey, Map<string, Said>>()
  const isOver = ({ expires }: Said) => expires <= (clock.now() - CLOCK_TOLERANCE_MS) / 1_000

  return {
    async issue({ tenantId, accountId, deviceId, role }) {
      const { kid, key } = await keys.signing()
      const issuedAt = Math.floor(clock.now() / 1_000)
      const expires = issuedAt + ACCESS_MS / 1_000
      const text = await new SignJWT({ tenant: tenantId, device: deviceId, role })
        .setProtectedHeader({ alg: ALGORITHM, kid, typ: 'at+jwt' })
        .setSubject(accountId)
        .setIssuer(issuer)
        .setAudience(AUDIENCE)
        .setIssuedAt(issuedAt)
        .setExpirationTime(expires)
        .sign(key)
      return { text, expiresAt: expires * 1_000 }
    },
    async read(text) {
      try {
        const { kid, alg } = decodeProtectedHeader(text)
        // The algorithm is ours to choose, never the token's.
        const key = alg === ALGORITHM && typeof kid === 'string' ? await keys.verifying(kid) : null
        if (key === null) return null
        const known = verified.get(key)?.get(text)
        if (known) return isOver(known) ? null : known.who
        const { payload } = await jwtVerify(text, key, {
          algorithms: [ALGORITHM],
          issuer,
          audience: AUDIENCE,
          typ: 'at+jwt',
          currentDate: new Date(clock.now()),
          clockTolerance: CLOCK_TOLERANCE_MS / 1_000,
          requiredClaims: ['exp', 'iat', 'sub'],
        })
        const said = claims.safeParse(payload)
        if (!said.success) return null
        const { sub, tenant, device, role, exp } = said.data
        const who = { accountId: sub, tenantId: tenant, deviceId: device, role }
        const ofKey = verified.get(key) ?? new Map<string, Said>()
        verified.set(key, ofKey.set(text, { who, expires: exp }))
        return who
      } catch (error) {
        if (isTokensFault(error)) return null
        throw error
      }
    },
  }
}

/** Anything the text itself can be guilty of; a control database that does not answer is no reason to say "not signed in". */
function isTokensFault(error: unknown): boolean {
  return error instanceof TypeError || String((error as { code?: unknown }).code).startsWith('ERR_J')
}
