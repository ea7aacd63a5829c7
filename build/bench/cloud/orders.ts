/** What the bench asks of its server's process beside HTTP. */
export type Order =
  | { readonly kind: 'tenants'; readonly count: number; readonly prefix: string }
  | { readonly kind: 'fill'; readonly tenantId: string; readonly records: number }
  | { readonly kind: 'figures' }
  /** Takes the last migration of every tenant back. */
  | { readonly kind: 'older' }
  /** The same, and then its SQL alone for each, four at a time: milliseconds. */
  | { readonly kind: 'floor' }
  /** Makes a safety copy of a tenant and puts the tenant back to it. */
  | { readonly kind: 'restore'; readonly tenantId: string }

export interface MadeTenant {
  readonly tenantId: string
  readonly slug: string
  readonly epoch: string
  readonly token: string
}

export interface Restored {
  /** Of the command alone, and of pg_restore alone into an empty database. */
  readonly ms: number
  readonly programMs: number
  readonly dumpBytes: number
  readonly epoch: string
}

export interface Migrated {
  readonly ms: number
  readonly migrated: number
  readonly upToDate: number
  readonly slowestMs: number
}

export interface Figures {
  readonly rssMb: number
  /** Since the process began. */
  readonly cpuSeconds: number
  /** To the whole cluster, the registry's and the listening one included. */
  readonly connections: number
  readonly toTenants: number
  readonly waiting: number
}
