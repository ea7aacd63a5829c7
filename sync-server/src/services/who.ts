import type { Role } from '#server/db/account-tables.ts'

/** Whose request it is, as its token says and the device's row confirms. */
export interface Who {
  readonly tenantId: string
  readonly accountId: string
  readonly deviceId: string
  readonly role: Role
}
