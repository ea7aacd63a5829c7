/** The control database: which tenants there are and where each one's own database is. Types of migrations/control. */
import type { ColumnType, Generated, Kysely, Selectable } from 'kysely'
import type { Json } from '#shared/sync/record.ts'
import type { AccountTables } from './account-tables.ts'

/** Postgres's bigint, read as a number: seq, bytes and milliseconds stay far below 2^53. */
type Bigint = ColumnType<number, number | undefined, number>
type Moment = ColumnType<Date, Date | undefined, Date>

export type TenantState = 'active' | 'suspended' | 'moving' | 'deleting'
export type ShapeSource = 'built-in' | 'electric'

export interface ControlDb extends AccountTables {
  cluster: {
    id: string
    name: string
    host: string
    port: number
    admin_secret: string
    tls: Generated<boolean>
    is_open: Generated<boolean>
    created_at: Moment
  }
  tenant: {
    id: string
    slug: string
    cluster_id: string
    database: string
    owner_name: string
    role_name: string
    role_secret: string
    epoch: string
    state: Generated<TenantState>
    plan: Generated<string>
    region: Generated<string>
    source: Generated<ShapeSource>
    schema_version: number
    seq: Bigint
    is_dirty: Generated<boolean>
    quota_bytes: Bigint
    used_bytes: Bigint
    /** `YYYY-MM-DD`. */
    last_night: string | null
    created_at: Moment
  }
  spare: {
    database: string
    cluster_id: string
    owner_name: string
    role_name: string
    role_secret: string
    schema_version: number
    created_at: Moment
  }
  dump: {
    id: string
    tenant_id: string
    slug: string
    made_at: Moment
    seq: Bigint
    schema_version: number
    file: string
    bytes: Bigint
    sha256: string
    fingerprint: ColumnType<Json, string, string>
    verified_at: Date | null
    trouble: string | null
    removed_at: Date | null
  }
  retired_database: {
    database: string
    cluster_id: string
    tenant_id: string
    owner_name: string
    role_name: string
    why: 'restored' | 'moved' | 'deleted'
    retired_at: Moment
    dropped_at: Date | null
  }
  server_clock: { is_only: Generated<boolean>; greatest_time: Bigint }
  audit_log: {
    id: ColumnType<number, never, never>
    at: Moment
    tenant_id: string | null
    actor: string
    action: string
    detail: ColumnType<Json, string | undefined, string>
  }
}

export type Control = Kysely<ControlDb>
export type TenantRow = Selectable<ControlDb['tenant']>
export type ClusterRow = Selectable<ControlDb['cluster']>
