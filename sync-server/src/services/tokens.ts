/** Who is asking: access tokens, short-lived and signed. */
import { jwtVerify, SignJWT } from 'jose'
import type { Clock } from '#shared/domain/ids.ts'

/** Who a request comes from. The tenant is taken from here alone. */
export interface Who {
  readonly tenantId: string
  readonly accountId: string
  readonly deviceId: string
  readonly role: 'owner'
}

export interface Tokens {
  issueAccess(who: Who): Promise<string>
  /** Null when it is not ours, no longer good, or nobody's any more. */
  verifyAccess(text: string): Promise<Who | null>
}

const GOOD_FOR_SECONDS = 15 * 60
const ISSUER = 'bobbin'

export function createTokens(needs: { readonly key: Uint8Array; readonly clock: Clock }): Tokens {
  return {
    issueAccess(who) {
      const now = Math.floor(needs.clock.now() / 1000)
      return new SignJWT({ tenant: who.tenantId, device: who.deviceId, role: who.role })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(ISSUER)
        .setSubject(who.accountId)
        .setIssuedAt(now)
        .setExpirationTime(now + GOOD_FOR_SECONDS)
        .sign(needs.key)
    },
    async verifyAccess(text) {
      try {
        const { payload } = await jwtVerify(text, needs.key, {
          issuer: ISSUER,
          algorithms: ['HS256'],
          currentDate: new Date(needs.clock.now()),
        })
        const { sub, tenant, device, role } = payload
        if (typeof sub !== 'string' || typeof tenant !== 'string' || typeof device !== 'string' || role !== 'owner')
          return null
        return { tenantId: tenant, accountId: sub, deviceId: device, role }
      } catch {
        return null
      }
    },
  }
}
