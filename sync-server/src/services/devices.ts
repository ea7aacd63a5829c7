import type { Transaction } from 'kysely'
import { type Clock, type Random, uuidV7 } from '#shared/domain/ids.ts'
import type { DeviceLine, NewDevice } from '#shared/sync/auth.ts'
import { planned } from '#server/db/planned.ts'
import type { Control, ControlDb } from '#server/db/control.ts'
import { REFRESH_MS } from './refresh-tokens.ts'
import type { Who } from './who.ts'

/** Reinstalled and forgotten computers add up; the one not seen for longest makes room. */
const MOST_DEVICES = 50
/** How exact "last seen" is; a write for every request would cost more than it tells. */
const SEEN_EVERY_MS = 5 * 60_000

export type SignedInBy = 'code' | 'google' | 'pairing'
export type RevokedWhy = 'asked' | 'signed-out' | 'token-used-twice' | 'too-many' | 'operator'

export interface Devices {
  add(
    trx: Transaction<ControlDb>,
    whose: { tenantId: string; accountId: string },
    device: NewDevice,
    by: SignedInBy,
  ): Promise<string>
  /** Whether this device is still signed in, to this account of this tenant; who it is, as the tables say now. */
  confirm(said: Who): Promise<Who | null>
  who(deviceId: string): Promise<Who | null>
  list(who: Who): Promise<DeviceLine[]>
  /** Whether there was one to rename. */
  rename(who: Who, deviceId: string, name: string): Promise<boolean>
  /** Signs it out at once. Whether there was one. */
  revoke(who: Who, deviceId: string, why: RevokedWhy): Promise<boolean>
  /** Signs every device of an account out. @returns how many there were */
  revokeAll(accountId: string): Promise<number>
  revokeWithin(trx: Transaction<ControlDb>, deviceId: string, why: RevokedWhy, actor: string): Promise<boolean>
  /** The name it stamps with from now on. */
  noteStamp(whose: { tenantId: string; deviceId: string }, stampId: string | null): Promise<void>
}

export interface DevicesOptions {
  readonly control: Control
  readonly clock: Clock
  readonly random: Random
}

export function createDevices({ control, clock, random }: DevicesOptions): Devices {
  const stillUsable = () => new Date(clock.now() - REFRESH_MS)

  async function noteStamp(
    db: Control | Transaction<ControlDb>,
    { tenantId, deviceId }: { tenantId: string; deviceId: string },
    stampId: string | null,
  ): Promise<void> {
    if (stampId === null) return
    const told_at = new Date(clock.now())
    await db
      .insertInto('device_stamp')
      .values({ tenant_id: tenantId, stamp_id: stampId, device_id: deviceId, told_at })
      .onConflict(conflict => conflict.doNothing())
      .execute()
  }

  async function revokeWithin(trx: Transaction<ControlDb>, deviceId: string, why: RevokedWhy, actor: string) {
    const revoked = await trx
      .updateTable('device')
      .set({ revoked_at: new Date(clock.now()) })
      .where('id', '=', deviceId)
      .where('revoked_at', 'is', null)
      .returning('tenant_id')
      .executeTakeFirst()
    if (revoked === undefined) return false
    await trx.deleteFrom('refresh_token').where('device_id', '=', deviceId).execute()
    await trx.deleteFrom('pairing_code').where('device_id', '=', deviceId).execute()
    await trx
      .insertInto('audit_log')
      .values({
        tenant_id: revoked.tenant_id,
        actor,
        action: 'device.revoke',
        detail: JSON.stringify({ deviceId, why }),
      })
      .execute()
    return true
  }

  async function makeRoom(trx: Transaction<ControlDb>, accountId: string): Promise<void> {
    const over = await trx
      .selectFrom('device')
      .select('id')
      .where('account_id', '=', accountId)
      .where('revoked_at', 'is', null)
      .orderBy('last_seen_at', 'desc')
      .offset(MOST_DEVICES - 1)
      .execute()
    for (const { id } of over) await revokeWithin(trx, id, 'too-many', 'server')
  }

  const rowOf = (deviceId: string) =>
    control
      .selectFrom('device')
      .innerJoin('account', 'account.id', 'device.account_id')
      .modifyFront(planned('device'))
      .select(['device.tenant_id', 'device.account_id', 'device.last_seen_at', 'account.role'])
      .where('device.id', '=', deviceId)
      .where('device.revoked_at', 'is', null)
      .executeTakeFirst()

  async function noteSeen(deviceId: string, accountId: string): Promise<void> {
    const last_seen_at = new Date(clock.now())
    await control.updateTable('device').set({ last_seen_at }).where('id', '=', deviceId).execute()
    await control.updateTable('account').set({ last_seen_at }).where('id', '=', accountId).execute()
  }

  return {
    async add(trx, { tenantId, accountId }, { name, platform, stampId }, by) {
      await makeRoom(trx, accountId)
      const id = uuidV7(clock, random)
      const now = new Date(clock.now())
      await trx
        .insertInto('device')
        .values({
          id,
          tenant_id: tenantId,
          account_id: accountId,
          name,
          platform,
          signed_in_by: by,
          signed_in_at: now,
          last_seen_at: now,
          revoked_at: null,
          generation_at: now,
        })
        .execute()
      await noteStamp(trx, { tenantId, deviceId: id }, stampId)
      return id
    },
    async confirm(said) {
      const row = await rowOf(said.deviceId)
      if (row === undefined || row.account_id !== said.accountId || row.tenant_id !== said.tenantId) return null
      if (clock.now() - row.last_seen_at.getTime() > SEEN_EVERY_MS) await noteSeen(said.deviceId, said.accountId)
      return { ...said, role: row.role }
    },
    async who(deviceId) {
      const row = await rowOf(deviceId)
      return row === undefined ? null : { tenantId: row.tenant_id, accountId: row.account_id, deviceId, role: row.role }
    },
    async list({ accountId, deviceId }) {
      const rows = await control
        .selectFrom('device')
        .selectAll()
        .where('account_id', '=', accountId)
        .where('revoked_at', 'is', null)
        .where('last_seen_at', '>', stillUsable())
        .orderBy('last_seen_at', 'desc')
        .orderBy('id')
        .execute()
      const stamps = await control
        .selectFrom('device_stamp')
        .innerJoin('device', 'device.id', 'device_stamp.device_id')
        .select(['stamp_id', 'device_id'])
        .where('device.account_id', '=', accountId)
        .orderBy('told_at', 'desc')
        .execute()
      return rows.map(row => ({
        id: row.id,
        name: row.name,
        platform: row.platform,
        signedInAt: row.signed_in_at.getTime(),
        lastSeenAt: row.last_seen_at.getTime(),
        isThis: row.id === deviceId,
        stampIds: stamps.filter(stamp => stamp.device_id === row.id).map(stamp => stamp.stamp_id),
      }))
    },
    async rename({ accountId }, deviceId, name) {
      const { numUpdatedRows } = await control
        .updateTable('device')
        .set({ name })
        .where('id', '=', deviceId)
        .where('account_id', '=', accountId)
        .where('revoked_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
    async revoke({ accountId }, deviceId, why) {
      return control.transaction().execute(async trx => {
        const own = await trx
          .selectFrom('device')
          .select('id')
          .where('id', '=', deviceId)
          .where('account_id', '=', accountId)
          .executeTakeFirst()
        return own !== undefined && (await revokeWithin(trx, deviceId, why, accountId))
      })
    },
    async revokeAll(accountId) {
      return control.transaction().execute(async trx => {
        const all = await trx
          .selectFrom('device')
          .select('id')
          .where('account_id', '=', accountId)
          .where('revoked_at', 'is', null)
          .execute()
        for (const { id } of all) await revokeWithin(trx, id, 'operator', 'operator')
        return all.length
      })
    },
    revokeWithin,
    noteStamp: (whose, stampId) => noteStamp(control, whose, stampId),
  }
}
