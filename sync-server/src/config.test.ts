import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

const given = {
  BOBBIN_DATABASE_URL: 'postgres://bobbin:hidden@127.0.0.1:5432/postgres',
  BOBBIN_SECRET_KEY: 'ab'.repeat(32),
}

test('two settings are enough', () => {
  expect(readConfig(given)).toMatchObject({ ok: true, config: { port: 8787, mostConnections: 150 } })
})

test('what is missing or wrong is said in sentences, all at once, and never with its value', () => {
  const reading = readConfig({ BOBBIN_SECRET_KEY: 'hunter2', BOBBIN_PORT: 'hidden-port' })
  expect(reading.ok).toBe(false)
  const text = reading.ok ? '' : reading.problems.join('\n')
  expect(text).toContain('BOBBIN_DATABASE_URL is missing. It is: Connection text of the cluster')
  expect(text).toContain('BOBBIN_SECRET_KEY is not as it should be.')
  expect(text).toContain('BOBBIN_PORT is not as it should be.')
  expect(text).not.toMatch(/hunter2|hidden/)
})

test('earlier secret keys follow the present one; what is none is told, never shown', () => {
  const reading = readConfig({ ...given, BOBBIN_EARLIER_SECRET_KEYS: `${'cd'.repeat(32)}, ${'ef'.repeat(32)}` })
  expect(reading.ok && reading.config.secretKeys.map(key => key[0])).toEqual([0xab, 0xcd, 0xef])
  const wrong = readConfig({ ...given, BOBBIN_EARLIER_SECRET_KEYS: 'hunter2' })
  expect(wrong).toMatchObject({
    ok: false,
    problems: [expect.stringMatching(/^BOBBIN_EARLIER_SECRET_KEYS is not(?!.*hunter2)/)],
  })
})

test('a setting left empty is a setting left out', () => {
  expect(readConfig({ ...given, BOBBIN_PORT: '', BOBBIN_PUBLIC_URL: '' })).toMatchObject({
    ok: true,
    config: { port: 8787, publicUrl: null },
  })
})
