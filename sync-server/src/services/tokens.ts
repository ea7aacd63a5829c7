/** Who is asking: access tokens, short-lived and signed, of devices that are still signed in. */
import type { AccessTokens } from './access-tokens.ts'
import type { Devices } from './devices.ts'
import type { Who } from './who.ts'

export interface Tokens {
  issueAccess(who: Who): Promise<string>
  /**
   * Null when it is not ours, no longer good, or of a device that is signed out. The device's row is read for every request, and
   * "signed out at once" needs no message between servers that could be lost.
   */
  verifyAccess(text: string): Promise<Who | null>
  /** Whether what `verifyAccess` said still holds, for an answer that was held back a while. */
  isSignedIn(who: Who): Promise<boolean>
}

export function createTokens({ access, devices }: { access: AccessTokens; devices: Devices }): Tokens {
  return {
    issueAccess: async who => (await access.issue(who)).text,
    async verifyAccess(text) {
      const said = await access.read(text)
      return said === null ? null : devices.confirm(said)
    },
    isSignedIn: async who => (await devices.confirm(who)) !== null,
  }
}
