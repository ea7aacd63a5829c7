/** A whole cloud for tests: real Postgres, real HTTP on 127.0.0.1. */
import { createHash, randomUUID } from 'node:crypto'
import { type Cloud, compose, type World } from '#server/compose.ts'
import type { Config } from '#server/config.ts'
import type { Account } from '#server/services/accounts.ts'
import type { Mail, Mailer } from '#server/services/mail.ts'
import { formatUuid } from '#shared/domain/ids.ts'
import { startTestPostgres, type TestPostgres } from './postgres.ts'
import { testConfig } from './test-config.ts'

export { TEST_KEY, testConfig } from './test-config.ts'

export interface TestTenant {
  readonly tenantId: string
  readonly slug: string
  readonly owner: { readonly email: string }
  /** An access token for a device of the owner; the same name, the same device. */
  token(device?: string): Promise<string>
}

export interface TestCloud {
  readonly url: string
  readonly cloud: Cloud
  /** Every mail, the newest last. */
  readonly mails: readonly Mail[]
  createTenant(slug: string): Promise<TestTenant>
  /** A code that signs in with this e-mail, and signs up if there is no account. */
  signInCode(email: string): Promise<string>
  close(): Promise<void>
}

export interface TestCloudOptions extends World {
  /** Settings that differ from what tests use. */
  readonly config?: Partial<Config>
  /** A Postgres of the caller's, which the caller stops; otherwise one is started. */
  readonly postgres?: TestPostgres
}

export async function startTestCloud(options: TestCloudOptions = {}): Promise<TestCloud> {
  const postgres = options.postgres ?? (await startTestPostgres())
  const { config, postgres: _given, ...world } = options
  const mails: Mail[] = []
  const mail: Mailer = { send: async sent => void mails.push(sent) }
  const cloud = await compose(testConfig(postgres.url, config), { mail, ...world })
  const url = await cloud.app.listen({ host: '127.0.0.1', port: config?.port ?? 0 })
  return {
    url,
    cloud,
    async createTenant(slug) {
      const tenant = await cloud.deps.tenants.create(slug)
      const owner = await cloud.deps.whoIsWho.accounts.addOwner(tenant.id, `${slug}@example.org`)
      return {
        tenantId: tenant.id,
        slug,
        owner: { email: owner.email },
        token: (device = randomUUID()) => testToken(cloud, owner, device),
      }
    },
    mails,
    signInCode: email => cloud.deps.whoIsWho.codes.make({ email, purpose: 'sign-in' }, { isInvitation: true }),
    async close() {
      await cloud.close()
      if (!options.postgres) await postgres.stop()
    },
  }
}

/** A token of a device that is signed in without a code. Devices are told apart by a UUID; any other name makes one. */
export async function testToken(
  cloud: Cloud,
  { id: accountId, tenantId, role }: Account,
  name: string,
): Promise<string> {
  const { control, clock, tokens } = cloud.deps
  const deviceId = isUuid(name) ? name : uuidOf(`${accountId} ${name}`)
  const now = new Date(clock.now())
  await control
    .insertInto('device')
    .values({
      id: deviceId,
      tenant_id: tenantId,
      account_id: accountId,
      name,
      platform: 'test',
      signed_in_by: 'code',
      signed_in_at: now,
      last_seen_at: now,
      revoked_at: null,
      generation_at: now,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  return tokens.issueAccess({ tenantId, accountId, deviceId, role })
}

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

function uuidOf(name: string): string {
  const hash = createHash('sha256').update(name).digest().subarray(0, 16)
  hash[6] = (hash[6]! & 0x0f) | 0x80
  hash[8] = (hash[8]! & 0x3f) | 0x80
  return formatUuid(hash)
}
