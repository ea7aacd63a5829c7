import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { validateConfiguration } from 'app-builder-lib/out/util/config/config.js'
import { DebugLogger } from 'builder-util'
import { expect, test } from 'vitest'
import { builderConfig } from './builder-config.ts'
import { fileAssociations, OWN_ENDINGS } from './file-types.ts'
import { ARCHS } from './natives.ts'

const config = (env: Record<string, string> = {}) =>
  builderConfig({ archs: ARCHS, shipped: new Set(), leftOut: ['node_modules/react'], env, electronVersion: '45.4.1' })

test('electron-builder understands every word of it', async () => {
  const environments = [
    {},
    { BOBBIN_UPDATE_URL: 'https://updates.example/', BOBBIN_SUPPORT_URL: 'https://support.example/' },
    { AZURE_SIGNING_ENDPOINT: 'https://x', AZURE_SIGNING_ACCOUNT: 'a', AZURE_SIGNING_PROFILE: 'p', APPLE_API_KEY: 'k' },
  ]
  for (const env of environments) {
    await expect(validateConfiguration(config(env), new DebugLogger(false))).resolves.toBeUndefined()
  }
  await expect(
    validateConfiguration({ ...config(), nosuchword: true } as never, new DebugLogger(false)),
  ).rejects.toThrow('nosuchword')
})

test('every file it names is here', () => {
  const root = join(import.meta.dirname, '..', '..')
  const { win, mac, linux, nsis } = config()
  for (const path of [win?.icon, mac?.icon, linux?.icon, mac?.entitlements, nsis?.include]) {
    expect(existsSync(join(root, String(path)))).toBe(true)
  }
})

test('without an address nothing is published and nothing looks for updates; with one, from there', () => {
  expect(config().publish).toBeNull()
  expect(config({ BOBBIN_UPDATE_URL: 'https://updates.example/' }).publish).toMatchObject({
    provider: 'generic',
    url: 'https://updates.example/',
  })
})

test('Bobbin installs for one person, without the password of the computer, and leaves her patterns when it goes', () => {
  expect(config().nsis).toMatchObject({ perMachine: false, deleteAppDataOnUninstall: false })
})

test('notarising waits for the keys of its maker', () => {
  expect(config().mac?.notarize).toBe(false)
  expect(config({ APPLE_API_KEY: 'key' }).mac).toMatchObject({ notarize: true, hardenedRuntime: true })
})

test('double-click opens quilting patterns; drawings stay with the programs that open them now', () => {
  const endings = fileAssociations().map(({ ext }) => ext)
  expect(endings).toEqual([...OWN_ENDINGS])
  for (const ending of ['dxf', 'svg', 'txt', 'csv', 'cmd', 'dst', 'pes', 'zip', 'pdf', 'png']) {
    expect(endings).not.toContain(ending)
  }
  expect(config().mac?.fileAssociations).toEqual([
    expect.objectContaining({ ext: 'dxf', rank: 'Alternate' }),
    expect.objectContaining({ ext: 'svg', rank: 'Alternate' }),
  ])
})
