import type { Clock, Random } from '#shared/domain/ids.ts'
import type { Control } from '#server/db/control.ts'
import { makeCode, PAIRING_LETTERS, readCode, showCode } from './code-words.ts'
import type { Seals } from './seals.ts'
import type { Who } from './who.ts'

export const PAIRING_MS = 10 * 60_000

export interface Pairing {
  /** A code for a second computer. One at a time: a new one puts the one before out of use. */
  make(who: Who): Promise<{ readonly code: string; readonly expiresAt: number }>
  /** Uses a code up: the account it signs in to, null when it does not fit. */
  use(typed: string): Promise<string | null>
  sweep(): Promise<void>
}

export interface PairingOptions {
  readonly control: Control
  readonly clock: Clock
  readonly random: Random
  readonly seals: Seals
}

export function createPairing({ control, clock, random, seals }: PairingOptions): Pairing {
  const hashesOf = (code: string) => seals.every('pairing code', code)
  return {
    async make({ deviceId, accountId }) {
      const code = makeCode(random, PAIRING_LETTERS)
      const expiresAt = clock.now() + PAIRING_MS
      const fresh = { hash: hashesOf(code)[0]!, account_id: accountId, expires_at: new Date(expiresAt) }
      await control
        .insertInto('pairing_code')
        .values({ device_id: deviceId, ...fresh })
        .onConflict(conflict => conflict.column('device_id').doUpdateSet(fresh))
        .execute()
      return { code: showCode(code), expiresAt }
    },
    async use(typed) {
      const code = readCode(typed, PAIRING_LETTERS)
      if (code === null) return null
      const used = await control
        .deleteFrom('pairing_code')
        .where('hash', 'in', hashesOf(code))
        .where('expires_at', '>', new Date(clock.now()))
        .returning('account_id')
        .executeTakeFirst()
      return used?.account_id ?? null
    },
    async sweep() {
      await control.deleteFrom('pairing_code').where('expires_at', '<', new Date(clock.now())).execute()
    },
  }
}
