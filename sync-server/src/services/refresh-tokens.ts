import type { Transaction } from 'kysely'
import type { Clock, Random } from '#shared/domain/ids.ts'
import type { Control, ControlDb } from '#server/db/control.ts'
import { makeRefreshToken, readRefreshToken, readUnproven } from './refresh-words.ts'
import { type Seals, sha256 } from './seals.ts'

/** Sliding: each renewed token begins anew. */
export const REFRESH_MS = 90 * 24 * 60 * 60_000
/** An echo of an old request that the network kept is no thief. */
const ECHO_MS = 60_000
/** Answers may be lost more often than once; the device holds one of these at most. */
const MOST_SUCCESSORS = 10

export interface RefreshTokens {
  /** The first token of a device that has just been added. */
  first(trx: Transaction<ControlDb>, deviceId: string): Promise<string>
  /**
   * The next token for this one; null: sign in again. This one stays good until the next is used, so an answer that is lost on its way
   * costs nothing. One that is used after its successor was: two hold what one should, so the device is signed out.
   */
  next(token: string): Promise<{ readonly token: string; readonly deviceId: string } | null>
  /** The device a token signs in now. */
  deviceOf(token: string): Promise<string | null>
}

export interface RefreshTokensOptions {
  readonly control: Control
  readonly clock: Clock
  readonly random: Random
  readonly seals: Seals
  /** Signs the device out, in the same transaction. */
  readonly revoke: (trx: Transaction<ControlDb>, deviceId: string, why: 'token-used-twice') => Promise<void>
}

export function createRefreshTokens(options: RefreshTokensOptions): RefreshTokens {
  const { control, clock, random, seals, revoke } = options

  async function add(trx: Transaction<ControlDb>, deviceId: string, generation: number): Promise<string> {
    const token = makeRefreshToken(seals, random, { deviceId, generation })
    await trx
      .insertInto('refresh_token')
      .values({ hash: sha256(token), device_id: deviceId, generation, issued_at: new Date(clock.now()) })
      .execute()
    return token
  }

  async function renew(
    trx: Transaction<ControlDb>,
    token: string,
  ): Promise<{ token: string; deviceId: string } | null> {
    // Its seal may be of a key that has gone from the settings since: one that the table has is ours all the same, and nobody is signed out.
    const words = readRefreshToken(seals, token) ?? ((await isKnown(trx, token)) ? readUnproven(token) : null)
    if (words === null) return null
    const { deviceId } = words
    const device = await trx
      .selectFrom('device')
      .select(['generation', 'generation_at', 'revoked_at'])
      .where('id', '=', deviceId)
      .forUpdate()
      .executeTakeFirst()
    if (device === undefined || device.revoked_at !== null) return null
    const now = clock.now()
    const live = await trx
      .selectFrom('refresh_token')
      .select(['generation', 'issued_at'])
      .where('hash', '=', sha256(token))
      .where('device_id', '=', deviceId)
      .executeTakeFirst()
    if (live === undefined) {
      const isPast = words.generation <= device.generation && now - device.generation_at.getTime() > ECHO_MS
      if (isPast) await revoke(trx, deviceId, 'token-used-twice')
      return null
    }
    if (now - live.issued_at.getTime() > REFRESH_MS) return null
    if (live.generation > device.generation) await settle(trx, deviceId, live.generation, token)
    else await forgetOldest(trx, deviceId, live.generation)
    return { token: await add(trx, deviceId, live.generation + 1), deviceId }
  }

  async function isKnown(trx: Transaction<ControlDb>, token: string): Promise<boolean> {
    return (await trx.selectFrom('refresh_token').select('hash').where('hash', '=', sha256(token)).execute()).length > 0
  }

  /** It arrived: whatever was before it, and whatever else was given out in its place, is worth nothing from now on. */
  async function settle(
    trx: Transaction<ControlDb>,
    deviceId: string,
    generation: number,
    token: string,
  ): Promise<void> {
    await trx
      .updateTable('device')
      .set({ generation, generation_at: new Date(clock.now()) })
      .where('id', '=', deviceId)
      .execute()
    await trx.deleteFrom('refresh_token').where('device_id', '=', deviceId).where('hash', '!=', sha256(token)).execute()
  }

  async function forgetOldest(trx: Transaction<ControlDb>, deviceId: string, generation: number): Promise<void> {
    await trx
      .deleteFrom('refresh_token')
      .where('hash', 'in', query =>
        query
          .selectFrom('refresh_token')
          .select('hash')
          .where('device_id', '=', deviceId)
          .where('generation', '>', generation)
          .orderBy('issued_at', 'desc')
          .offset(MOST_SUCCESSORS - 1),
      )
      .execute()
  }

  return {
    first: (trx, deviceId) => add(trx, deviceId, 0),
    next: token => control.transaction().execute(trx => renew(trx, token)),
    async deviceOf(token) {
      const row = await control
        .selectFrom('refresh_token')
        .select('device_id')
        .where('hash', '=', sha256(token))
        .executeTakeFirst()
      return row?.device_id ?? null
    },
  }
}
