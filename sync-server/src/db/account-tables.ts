/** Who is who, in the control database. Types of migrations/control/0020_accounts.sql. */
import type { ColumnType, Generated } from 'kysely'
import type { Json } from '#shared/sync/record.ts'

export type Role = 'owner' | 'guest' | 'administrator'

export interface AccountTables {
  account: {
    id: string
    tenant_id: string
    email: string
    role: Generated<Role>
    created_at: Date
    last_seen_at: Date | null
  }
  account_identity: { issuer: string; subject: string; account_id: string; email: string; linked_at: Date }
  device: {
    id: string
    tenant_id: string
    account_id: string
    name: string
    platform: string
    signed_in_by: 'code' | 'google' | 'pairing'
    signed_in_at: Date
    last_seen_at: Date
    revoked_at: Date | null
    generation: Generated<number>
    generation_at: Date
  }
  device_stamp: { tenant_id: string; stamp_id: string; device_id: string; told_at: Date }
  refresh_token: { hash: Buffer; device_id: string; generation: number; issued_at: Date }
  sign_in_code: {
    id: string
    email: string
    purpose: 'sign-in' | 'change-email'
    account_id: string | null
    hash: Buffer
    wrong_guesses: Generated<number>
    is_invitation: Generated<boolean>
    expires_at: Date
  }
  pairing_code: { hash: Buffer; device_id: string; account_id: string; expires_at: Date }
  oidc_state: {
    state_hash: Buffer
    claim_hash: Buffer
    port: number
    nonce: string
    verifier: string
    code_hash: Buffer | null
    issuer: string | null
    subject: string | null
    email: string | null
    expires_at: Date
  }
  signing_key: {
    kid: string
    public_key: ColumnType<Json, string, string>
    private_key: string
    signs_from: Date
    verifies_until: Date | null
  }
  attempt: { key: Buffer; window_start: Date; count: number; ends_at: Date }
}
