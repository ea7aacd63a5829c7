/** What the bench asks of its server's process beside HTTP. */
export type Order =
  | { readonly kind: 'tenants'; readonly count: number; readonly prefix: string }
  | { readonly kind: 'fill'; readonly tenantId: string; readonly records: number }
  | { readonly kind: 'figures' }
  /** Takes the last migration of every tenant back, then measures bringing them all up to date. */
  | { readonly kind: 'migrate' }

export interface MadeTenant {
  readonly tenantId: string
  readonly slug: string
  readonly epoch: string
  readonly token: string
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
