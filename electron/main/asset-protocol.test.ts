import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { createAssetProtocol } from './asset-protocol.ts'

let dir: string
let get: (path: string, method?: string) => Promise<Response>
const PNG = '\u0089PNG\r\n\u001a\n.'
const hash = 'ab'.padEnd(64, '0')
const html = 'cd'.padEnd(64, '0')
const linked = 'ef'.padEnd(64, '0')

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'bobbin-assets-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  for (const folder of ['renderer/assets', 'renderer-other', 'originals/ab', 'originals/cd', 'originals/ef']) {
    await mkdir(join(dir, folder), { recursive: true })
  }
  await writeFile(join(dir, 'renderer/index.html'), '<html><head></head></html>')
  await writeFile(join(dir, 'renderer/assets/main.js'), 'export {}')
  await writeFile(join(dir, 'renderer-other/secret.js'), 'secret')
  await writeFile(join(dir, 'secret.js'), 'secret')
  await symlink(dir, join(dir, 'renderer/linked'))
  await writeFile(join(dir, 'originals/ab', hash), PNG, 'latin1')
  await writeFile(join(dir, 'originals/cd', html), '<script>1</script>')
  await writeFile(join(dir, 'secret.png'), PNG, 'latin1')
  await symlink(join(dir, 'secret.png'), join(dir, 'originals/ef', linked))
  const answer = createAssetProtocol({
    rendererDir: join(dir, 'renderer'),
    originalsDir: () => join(dir, 'originals'),
    platform: 'linux',
  })
  get = (path, method = 'GET') => answer({ url: path.includes('://') ? path : `bobbin://app${path}`, method })
})

describe('the window is served from its folder', () => {
  test('with a strict policy and a nonce that is new for every load', async () => {
    const [first, second] = [await get('/'), await get('/index.html?x#y')]
    const policy = first.headers.get('content-security-policy')!
    const nonce = /'nonce-([^']+)'/.exec(policy)![1]!
    expect(await first.text()).toContain(`nonce="${nonce}"`)
    expect(policy).toContain("default-src 'none'")
    expect(second.headers.get('content-security-policy')).not.toBe(policy)
    expect(first.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('with its scripts', async () => {
    const script = await get('/assets/main.js')
    expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8'])
  })
})

describe('nothing else is', () => {
  test.each([
    '/../secret.js',
    '/../renderer-other/secret.js',
    '/%2e%2e/secret.js',
    '/%252e%252e/secret.js',
    '/..%5csecret.js',
    '/..\\secret.js',
    '/assets/../../secret.js',
    '/assets%2fmain.js',
    '/linked/secret.js',
    '//secret.js',
    '/assets',
    '/assets/main.js%00',
    '/assets/main.js\0',
    '/etc/passwd',
    '/nothing.js',
    'bobbin://other/index.html',
    'bobbin://app.evil/index.html',
    'file:///etc/passwd',
  ])('%j', async path => {
    const answer = await get(path)
    expect([answer.status, await answer.text()]).toEqual([404, 'There is nothing here.\n'])
  })

  test('and nothing can be written', async () => {
    expect((await get('/index.html', 'POST')).status).toBe(404)
  })
})

describe('originals', () => {
  test('are shown when they are pictures', async () => {
    const picture = await get(`/asset/picture/${hash}`)
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(picture.headers.get('content-security-policy')).toContain('sandbox')
  })

  test.each([html, linked, '0'.repeat(64), hash.toUpperCase(), `${hash}/..`, '..', '', '%2e%2e'])(
    'are hidden otherwise: %s',
    async name => {
      expect((await get(`/asset/picture/${name}`)).status).toBe(404)
    },
  )

  test('are hidden while the library is not open', async () => {
    const answer = createAssetProtocol({ rendererDir: dir, originalsDir: () => null })
    expect((await answer({ url: `bobbin://app/asset/picture/${hash}`, method: 'GET' })).status).toBe(404)
  })
})
