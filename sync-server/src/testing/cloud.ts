/** A whole cloud for tests: real Postgres, real HTTP on 127.0.0.1. */
import { randomUUID } from 'node:crypto'
import { type Cloud, compose, type World } from '#server/compose.ts'
import { type Config, readConfig } from '#server/config.ts'
import { startTestPostgres, type TestPostgres } from './postgres.ts'

export interface TestTenant {
  readonly tenantId: string
  readonly slug: string
  readonly owner: { readonly email: string }
  /** An access token for a device of the owner. */
  token(device?: string): Promise<string>
}

export interface TestCloud {
  readonly url: string
  readonly cloud: Cloud
  createTenant(slug: string): Promise<TestTenant>
  close(): Promise<void>
}

export interface TestCloudOptions extends World {
  /** Settings that differ from what tests use. */
  readonly config?: Partial<Config>
  /** A Postgres of the caller's, which the caller stops; otherwise one is started. */
  readonly postgres?: TestPostgres
}

export const TEST_KEY = '0123456789abcdef'.repeat(4)

/** Settings for tests: nothing said aloud, limits out of the way, no spares made behind a test's back. */
export function testConfig(databaseUrl: string, different: Partial<Config> = {}): Config {
  const reading = readConfig({
    BOBBIN_DATABASE_URL: databaseUrl,
    BOBBIN_SECRET_KEY: TEST_KEY,
    BOBBIN_PORT: '0',
    BOBBIN_LOG_LEVEL: process.env.BOBBIN_TEST_LOG ?? 'silent',
    BOBBIN_REQUESTS_PER_MINUTE: '1000000',
    BOBBIN_SPARES: '0',
  })
  if (!reading.ok) throw new Error(reading.problems.join('\n'))
  return { ...reading.config, ...different }
}

export async function startTestCloud(options: TestCloudOptions = {}): Promise<TestCloud> {
  const postgres = options.postgres ?? (await startTestPostgres())
  const { config, postgres: _given, ...world } = options
  const cloud = await compose(testConfig(postgres.url, config), world)
  const url = await cloud.app.listen({ host: '127.0.0.1', port: 0 })
  return {
    url,
    cloud,
    async createTenant(slug) {
      const tenant = await cloud.deps.tenants.create(slug)
      const accountId = randomUUID()
      return {
        tenantId: tenant.id,
        slug,
        owner: { email: `${slug}@example.org` },
        token: (device = randomUUID()) =>
          cloud.deps.tokens.issueAccess({ tenantId: tenant.id, accountId, deviceId: device, role: 'owner' }),
      }
    },
    async close() {
      await cloud.close()
      if (!options.postgres) await postgres.stop()
    },
  }
}
