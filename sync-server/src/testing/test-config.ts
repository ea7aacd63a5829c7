import { type Config, readConfig } from '#server/config.ts'

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
