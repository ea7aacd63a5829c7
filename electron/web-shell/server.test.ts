import { createHash } from 'node:crypto'
import { symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { tempLibrary } from '#library/testing/temp-library.ts'
import { type OpenShell, PAGE, exchange, openShell } from './testing/open-shell.ts'

const status = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])
const signedIn = (open: OpenShell) => [`Host: 127.0.0.1:${open.shell.port}`, `Cookie: ${open.cookie}`]
const upgrade = ['Upgrade: websocket', 'Sec-WebSocket-Version: 13', 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==']

describe('the link that opens the window', () => {
  test('works once, leaves no token in the address and gives a cookie that scripts and other sites cannot use', async () => {
    const open = await openShell()
    const again = await fetch(open.shell.url, { redirect: 'manual' })
    expect(again.status).toBe(403)
    expect(await again.text()).toContain('Start Bobbin again')
    expect(open.cookie).toMatch(/^bobbin-\d+=[\w-]{43}$/)
    const page = await open.fetch('/')
    expect(page.url).toBe(`${open.origin}/`)
    expect(await page.text()).toContain('<title>Bobbin</title>')
  })

  test('is a cookie HttpOnly, SameSite=Strict and a redirect to the clean address', async () => {
    const open = await openShell()
    const fresh = await openShell()
    expect(fresh.cookie.split('=')[1]).not.toBe(open.cookie.split('=')[1])
    const again = await open.fetch('/enter?token=old', { redirect: 'manual' })
    expect([again.status, again.headers.get('location'), again.headers.get('set-cookie')]).toEqual([303, '/', null])
  })

  test.each(['', 'A', 'A'.repeat(43), '%00'.repeat(43)])('a wrong token opens nothing (%#)', async token => {
    const open = await openShell()
    const answer = await fetch(`${open.origin}/enter?token=${token}`, { redirect: 'manual' })
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null])
  })
})

describe('whoever is not the window is refused', () => {
  test.each([
    '/',
    '/index.html',
    '/assets/main.js',
    `/asset/picture/${'0'.repeat(64)}`,
    '/incoming',
    '/prepared/one',
    '/rpc',
  ])('without the cookie: %s', async path => {
    const open = await openShell()
    expect((await fetch(open.origin + path)).status).toBe(403)
    const forged = { cookie: `${open.cookie}x` }
    expect((await fetch(open.origin + path, { headers: forged })).status).toBe(403)
  })

  test.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1', '[::1]', '127.0.0.1.evil.example', ''])(
    'with another Host, as a rebound name sends it: %s',
    async host => {
      const open = await openShell()
      const answer = await open.raw(['GET / HTTP/1.1', `Host: ${host}`, `Cookie: ${open.cookie}`])
      expect([400, 421]).toContain(status(answer))
      expect(answer).not.toContain('<title>')
      const socket = await open.raw([
        'GET /rpc HTTP/1.1',
        `Host: ${host}`,
        `Cookie: ${open.cookie}`,
        `Origin: http://${host}`,
        'Connection: Upgrade',
        ...upgrade,
      ])
      expect([400, 421]).toContain(status(socket))
    },
  )

  test('with a rebound name even when it brings the right token', async () => {
    const open = await openShell()
    const path = new URL(open.shell.url)
    const answer = await open.raw([`GET ${path.pathname}${path.search} HTTP/1.1`, 'Host: evil.example'])
    expect(status(answer)).toBe(421)
    expect(answer).not.toContain('Set-Cookie')
  })

  test.each([
    'http://evil.example',
    'null',
    'http://127.0.0.1',
    'https://127.0.0.1:PORT',
    'http://127.0.0.1:PORT.evil.example',
    'http://localhost:PORT',
    undefined,
  ])('with another Origin on the socket and on writes: %s', async template => {
    const open = await openShell()
    const origin = template?.replace('PORT', String(open.shell.port))
    const said = origin === undefined ? [] : [`Origin: ${origin}`]
    const socket = await open.raw(['GET /rpc HTTP/1.1', ...signedIn(open), ...said, 'Connection: Upgrade', ...upgrade])
    expect(status(socket)).toBe(403)
    const body = '{"bytes":1}'
    const write = await open.raw(
      ['POST /incoming HTTP/1.1', ...signedIn(open), ...said, `Content-Length: ${body.length}`],
      body,
    )
    expect(status(write)).toBe(403)
  })

  test.each(['cross-site', 'same-site'])('when the browser says the page is %s', async site => {
    const open = await openShell()
    const answer = await open.raw(['GET /assets/main.js HTTP/1.1', ...signedIn(open), `Sec-Fetch-Site: ${site}`])
    expect(status(answer)).toBe(403)
  })

  test('on a socket of any other address than /rpc', async () => {
    const open = await openShell()
    for (const path of ['/', '/rpc/', '/rpc?x', '/incoming']) {
      const lines = [...signedIn(open), `Origin: ${open.origin}`, 'Connection: Upgrade', ...upgrade]
      expect(status(await open.raw([`GET ${path} HTTP/1.1`, ...lines]))).toBe(404)
    }
  })

  test('no answer ever allows another origin', async () => {
    const open = await openShell()
    const preflight = await open.fetch('/incoming', {
      method: 'OPTIONS',
      headers: { origin: 'http://evil.example', 'access-control-request-method': 'PUT' },
    })
    expect(preflight.status).toBe(403)
    for (const answer of [preflight, await open.fetch('/'), await open.fetch('/nothing')]) {
      expect([...answer.headers.keys()].filter(name => name.startsWith('access-control'))).toEqual([])
    }
  })
})

describe('the page', () => {
  test('has a strict policy with a nonce that is new for every load', async () => {
    const open = await openShell()
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const page = await open.fetch('/')
        const policy = page.headers.get('content-security-policy')!
        const nonce = /'nonce-([^']+)'/.exec(policy)![1]!
        expect(await page.text()).toBe(PAGE.replace('<head>', `<head><meta property="csp-nonce" nonce="${nonce}">`))
        expect(policy).toContain("default-src 'none'")
        expect(policy).not.toMatch(/unsafe|\*|https?:/)
        return nonce
      }),
    )
    expect(nonces[0]).not.toBe(nonces[1])
  })

  test.each(['/', '/assets/main.js', '/nothing'])('%s carries the guarding headers', async path => {
    const open = await openShell()
    const { headers } = await open.fetch(path)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('x-frame-options')).toBe('DENY')
  })

  test('says so when the window has not been built', async () => {
    const open = await openShell({ rendererDir: '/nowhere' })
    const page = await open.fetch('/')
    expect([page.status, await page.text()]).toEqual([503, expect.stringContaining('npm start')])
  })

  test('its files are served and nothing can be written to them', async () => {
    const open = await openShell()
    const script = await open.fetch('/assets/main.js')
    expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8'])
    expect((await open.fetch('/assets/main.js', { method: 'HEAD' })).status).toBe(200)
    expect((await open.fetch('/assets/main.js', { method: 'PUT', body: 'x' })).status).toBe(405)
    expect((await open.fetch('/assets')).status).toBe(404)
  })
})

describe('no path leads out of its folder', () => {
  const tricks = [
    '/../secret.js',
    '/assets/../../secret.js',
    '/./assets/main.js',
    '/%2e%2e/secret.js',
    '/assets/%2e%2e/%2e%2e/secret.js',
    '/assets%2f..%2f..%2fsecret.js',
    '/%252e%252e/secret.js',
    '/..%5csecret.js',
    '/..\\secret.js',
    '/assets\\..\\..\\secret.js',
    '//secret.js',
    '/assets//main.js',
    '/assets/main.js%00.png',
    '/assets/main.js\0',
    '/C:/Windows/win.ini',
    '/link.js',
    '/linked/secret.js',
    '/etc/passwd',
    'http://evil.example/assets/main.js',
    '*',
  ]
  test.each(tricks)('%j', async path => {
    const open = await openShell()
    await symlink(join(open.dir, 'secret.js'), join(open.dir, 'renderer', 'link.js'))
    await symlink(open.dir, join(open.dir, 'renderer', 'linked'))
    const answer = await open.raw([`GET ${path} HTTP/1.1`, ...signedIn(open)])
    expect([400, 404]).toContain(status(answer))
    expect(answer).not.toContain('secret')
  })

  test.each([
    '..',
    '../secret.js',
    '%2e%2e%2fsecret.js',
    '..%2f'.repeat(3),
    '..\\secret.js',
    `${'0'.repeat(63)}`,
    `${'0'.repeat(64)}/../secret.js`,
    `${'0'.repeat(64)}%00`,
    `${'0'.repeat(64)}?x`,
    'A'.repeat(64),
    'constructor',
    '',
  ])('pictures: %j', async name => {
    const open = await openShell()
    open.originals.set('..', join(open.dir, 'secret.js'))
    const answer = await open.raw([`GET /asset/picture/${name} HTTP/1.1`, ...signedIn(open)])
    expect([400, 404]).toContain(status(answer))
    expect(answer).not.toContain('secret\n')
  })
})

describe('the asset route', () => {
  const shown = { gif: 'GIF89a....', png: '\u0089PNG\r\n\u001a\n.' }
  const hidden = { html: '<script>1</script>', svg: '<svg onload="x"/>', pdf: '%PDF-1.7', qli: 'Line 1', empty: '' }

  async function original(open: OpenShell, content: string): Promise<string> {
    const hash = createHash('sha256').update(content).digest('hex')
    const path = join(open.dir, hash)
    await writeFile(path, content, 'latin1')
    open.originals.set(hash, path)
    return hash
  }

  test.each(Object.entries(shown))('shows a picture by its content: %s', async (_name, content) => {
    const open = await openShell()
    const answer = await open.fetch(`/asset/picture/${await original(open, content)}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toMatch(/^image\/(gif|png)$/)
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    expect(Buffer.from(await answer.arrayBuffer()).toString('latin1')).toBe(content)
  })

  test.each(Object.entries(hidden))('never serves what is no picture: %s', async (_name, content) => {
    const open = await openShell()
    const answer = await open.fetch(`/asset/picture/${await original(open, content)}`)
    expect([answer.status, await answer.text()]).toEqual([404, 'There is nothing here.\n'])
  })

  test('says that a picture is gone when its file is', async () => {
    const open = await openShell()
    const hash = 'a'.repeat(64)
    open.originals.set(hash, join(open.dir, 'missing'))
    expect((await open.fetch(`/asset/picture/${hash}`)).status).toBe(404)
  })
})

describe('the socket', () => {
  test('answers the library and the host side by side, and tells of changes', async () => {
    const temp = await tempLibrary()
    onTestFinished(() => temp.remove())
    const open = await openShell({ library: temp.library })
    const client = open.rpc()
    onTestFinished(() => client.close())
    expect((await client.call('library.info', {})).counts.patterns).toBe(0)
    expect(await client.call('host.capabilities', {})).toMatchObject({ shell: 'web', version: '1.2.3' })
    const heard = vi.fn()
    client.on('library.changed', heard)
    temp.library.events.emit('library.changed', {})
    await vi.waitUntil(() => heard.mock.calls.length === 1)
  })

  test('survives nonsense', async () => {
    const open = await openShell()
    await exchange(open.shell.port, 'GET /rpc HTTP/9.9\r\n\r\n')
    await exchange(open.shell.port, '\0\0\0\r\n\r\n')
    expect((await open.fetch('/')).status).toBe(200)
  })

  test('ends with the shell', async () => {
    const open = await openShell()
    const client = open.rpc()
    await client.call('host.capabilities', {})
    await open.shell.close()
    await vi.waitUntil(() => client.state === 'closed')
    await expect(fetch(open.origin)).rejects.toThrow()
  })
})
