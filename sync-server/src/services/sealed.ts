/** Everything in the registry that is sealed with the secret key, and what each is bound to. */
import type pg from 'pg'
import type { SecretBox } from './secret-box.ts'

/** What a secret is about: its row. */
export const about = {
  cluster: (id: string): string => `cluster ${id}`,
  tenant: (id: string): string => `tenant ${id}`,
  spare: (database: string): string => `spare ${database}`,
  electric: (tenantId: string): string => `electric ${tenantId}`,
  signingKey: (kid: string): string => `signing key ${kid}`,
  oidc: (stateHash: string): string => `oidc ${stateHash}`,
}

export interface Sealed {
  readonly table: string
  /** The row's name as text, in SQL. */
  readonly id: string
  readonly secret: string
  readonly about: (id: string) => string
  /** Worth nothing in a quarter of an hour. */
  readonly isBrief?: boolean
}

export const SEALED: readonly Sealed[] = [
  { table: 'cluster', id: 'id::text', secret: 'admin_secret', about: about.cluster },
  { table: 'tenant', id: 'id::text', secret: 'role_secret', about: about.tenant },
  { table: 'spare', id: 'database', secret: 'role_secret', about: about.spare },
  { table: 'electric_place', id: 'tenant_id::text', secret: 'secret', about: about.electric },
  { table: 'signing_key', id: 'kid', secret: 'private_key', about: about.signingKey },
  { table: 'oidc_state', id: "encode(state_hash, 'hex')", secret: 'verifier', about: about.oidc, isBrief: true },
]

/** How many secrets of a registry open with no key of the settings. */
export async function countUnopenable(client: pg.Client, box: SecretBox): Promise<number> {
  let count = 0
  for (const { table, id, secret, about: aboutOf, isBrief } of SEALED) {
    const { rows: there } = await client.query<{ is: boolean }>('select to_regclass($1) is not null as is', [
      `public.${table}`,
    ])
    if (isBrief || !there[0]!.is) continue
    const { rows } = await client.query<{ id: string; secret: string }>(
      `select ${id} as id, ${secret} as secret from ${table}`,
    )
    count += rows.filter(row => !box.opens(row.secret, aboutOf(row.id))).length
  }
  return count
}
