import { decodeProtectedHeader, jwtVerify, SignJWT } from 'jose'
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
})

export interface AccessTokens {
  /** Good for 15 minutes. `expiresAt` in milliseconds. */
  issue(who: Who): Promise<{ readonly text: string; readonly expiresAt: number }>
  /** What the token says when it was made by this cloud and its time is not over. Whether the device still may is not asked here. */
  read(text: string): Promise<Who | null>
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
        const { sub, tenant, device, role } = said.data
        return { accountId: sub, tenantId: tenant, deviceId: device, role }
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
