/** What the bench asks of its server's process beside HTTP. */
export type Order =
  | { readonly kind: 'tenants'; readonly count: number; readonly prefix: string }
  /** A code that signs in with this e-mail, and signs up if there is no account. */
  | { readonly kind: 'signInCode'; readonly email: string }
  /** Stores so many records by statements alone, five hundred a transaction, under the counter's lock: milliseconds. */
  | { readonly kind: 'rawPush'; readonly records: number }
  | { readonly kind: 'fill'; readonly tenantId: string; readonly records: number }
  | { readonly kind: 'figures' }
  /** Has the night of every tenant, so that none comes while nothing is to happen. */
  | { readonly kind: 'nights' }
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
  readonly longestLockMs: number
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

/** What it asks of its second computer's process. */
export type DeskOrder =
  | { readonly kind: 'firstSync'; readonly patterns: number }
  /** Waits until the library was compared with the cloud once. */
  | { readonly kind: 'compared' }
  /** Waits until the pattern has this name; answers when, of the shared clock. */
  | { readonly kind: 'named'; readonly id: string; readonly name: string }

/** Milliseconds from signing in to the first patterns that can be seen, and to all of them. */
export interface FirstSync {
  readonly firstMs: number
  readonly allMs: number
}
