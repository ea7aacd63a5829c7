import { mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createIncoming } from './incoming.ts'
import { sweepIncoming } from './sweep-incoming.ts'
import { type OpenShell, openShell } from './testing/open-shell.ts'

const begin = async (open: OpenShell): Promise<string> => {
  const answer = await open.fetch('/incoming', { method: 'POST', body: '{"bytes":10}' })
  return ((await answer.json()) as { id: string }).id
}
const put = (open: OpenShell, id: string, path: string, body: string, offset = 0, total = body.length + offset) =>
  open.fetch(`/incoming/${id}/files/${path}`, {
    method: 'PUT',
    body,
    headers: { 'upload-offset': String(offset), 'upload-length': String(total) },
  })
const finish = (open: OpenShell, id: string, files: { path: string; bytes: number }[]) =>
  open.fetch(`/incoming/${id}/manifest`, { method: 'POST', body: JSON.stringify({ files }) })
const code = async (answer: Response) => ((await answer.json()) as { code: string }).code

describe('a dropped folder', () => {
  test('arrives with its folder names, and its manifest says when it is whole', async () => {
    const open = await openShell()
    const id = await begin(open)
    expect((await put(open, id, 'Feathers/50%25%20%C3%84ste.qli', 'abc')).status).toBe(200)
    expect((await put(open, id, 'rose.zip', 'PK')).status).toBe(200)
    const files = [
      { path: 'Feathers/50% Äste.qli', bytes: 3 },
      { path: 'rose.zip', bytes: 2 },
    ]
    expect((await finish(open, id, files)).status).toBe(200)
    expect(JSON.parse(await readFile(join(open.incomingDir, id, 'manifest.json'), 'utf8'))).toEqual({
      complete: true,
      files,
    })
    expect(await readFile(join(open.incomingDir, id, 'files/Feathers/50% Äste.qli'), 'utf8')).toBe('abc')
  })

  test('goes on where it was broken off', async () => {
    const open = await openShell()
    const id = await begin(open)
    await put(open, id, 'big.zip', 'abc', 0, 6)
    const asked = await open.fetch(`/incoming/${id}/files/big.zip`, { method: 'HEAD' })
    expect(asked.headers.get('upload-offset')).toBe('3')
    const wrong = await put(open, id, 'big.zip', 'f', 5, 6)
    expect([wrong.status, await wrong.json()]).toEqual([
      409,
      expect.objectContaining({ code: 'wrong-offset', detail: { offset: 3 } }),
    ])
    expect(await (await put(open, id, 'big.zip', 'def', 3, 6)).json()).toEqual({ offset: 6 })
    expect(await readFile(join(open.incomingDir, id, 'files/big.zip'), 'utf8')).toBe('abcdef')
  })

  test('may be sent once more from the beginning', async () => {
    const open = await openShell()
    const id = await begin(open)
    await put(open, id, 'a.qli', 'longer than before')
    await put(open, id, 'a.qli', 'short')
    expect(await readFile(join(open.incomingDir, id, 'files/a.qli'), 'utf8')).toBe('short')
  })

  test('is not finished while a file is missing or half there', async () => {
    const open = await openShell()
    const id = await begin(open)
    await put(open, id, 'half.zip', 'abc', 0, 6)
    const answer = await finish(open, id, [
      { path: 'half.zip', bytes: 6 },
      { path: 'none.zip', bytes: 1 },
    ])
    expect([answer.status, await answer.json()]).toEqual([
      409,
      expect.objectContaining({ code: 'files-missing', detail: { missing: ['half.zip', 'none.zip'], count: 2 } }),
    ])
    expect(await readdir(join(open.incomingDir, id))).toEqual(['files'])
  })

  test('can be let go of', async () => {
    const open = await openShell()
    const id = await begin(open)
    await put(open, id, 'a.qli', 'abc')
    expect((await open.fetch(`/incoming/${id}`, { method: 'DELETE' })).status).toBe(200)
    expect(await readdir(open.incomingDir)).toEqual([])
    expect((await put(open, id, 'a.qli', 'abc')).status).toBe(404)
  })
})

test('what was never finished is let go of after a week, and nothing else', async () => {
  const open = await openShell()
  const [left, whole] = [await begin(open), await begin(open)]
  await put(open, whole, 'a.qli', 'abc')
  await finish(open, whole, [{ path: 'a.qli', bytes: 3 }])
  const day = 24 * 60 * 60 * 1_000
  await sweepIncoming(open.incomingDir, Date.now() + 6 * day)
  expect((await readdir(open.incomingDir)).sort()).toEqual([left, whole].sort())
  await sweepIncoming(open.incomingDir, Date.now() + 8 * day)
  expect(await readdir(open.incomingDir)).toEqual([whole])
})

describe('what may not come in', () => {
  test.each([
    '../a',
    '%2e%2e/a',
    '..%2fa',
    '%2e%2e%2f%2e%2e%2fa',
    '%252e%252e%252fa',
    '..%5ca',
    '..\\a',
    'a/../../b',
    'a/./b',
    '/etc/passwd',
    '%2fetc%2fpasswd',
    'a%00.qli',
    'CON',
    'nul.qli',
    'a/com1.dxf',
    `${'d/'.repeat(40)}a`,
    'a'.repeat(256),
    '',
    'a/',
  ])('a file named %j', async name => {
    const open = await openShell()
    const id = await begin(open)
    const before = await readdir(open.dir, { recursive: true })
    const answer = await open.raw(
      [
        `PUT /incoming/${id}/files/${name} HTTP/1.1`,
        `Host: 127.0.0.1:${open.shell.port}`,
        `Origin: ${open.origin}`,
        `Cookie: ${open.cookie}`,
        'Upload-Offset: 0',
        'Upload-Length: 4',
        'Content-Length: 4',
      ],
      'evil',
    )
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect(await readdir(open.dir, { recursive: true })).toEqual(before)
  })

  test.each(['../x', '..', '%2e%2e', '.', 'x', '00000000-0000-0000-0000-000000000000'])(
    'a file for an incoming folder named %j',
    async id => {
      const open = await openShell()
      await mkdir(join(open.dir, 'files'))
      const answer = await open.raw(
        [
          `PUT /incoming/${id}/files/a HTTP/1.1`,
          `Host: 127.0.0.1:${open.shell.port}`,
          `Origin: ${open.origin}`,
          `Cookie: ${open.cookie}`,
          'Upload-Offset: 0',
          'Upload-Length: 4',
          'Content-Length: 4',
        ],
        'evil',
      )
      expect(answer).toMatch(/^HTTP\/1\.1 404 /)
      expect(await readdir(join(open.dir, 'files'))).toEqual([])
    },
  )

  test('a file behind a link, be it a folder or the file itself', async () => {
    const open = await openShell()
    const id = await begin(open)
    const files = join(open.incomingDir, id, 'files')
    await symlink(open.home, join(files, 'folder'))
    await writeFile(join(open.home, 'diary.txt'), 'mine')
    await symlink(join(open.home, 'diary.txt'), join(files, 'file.qli'))
    expect(await code(await put(open, id, 'folder/a.qli', 'evil'))).toBe('name-refused')
    expect(await code(await put(open, id, 'folder/deeper/a.qli', 'evil'))).toBe('name-refused')
    expect(await code(await put(open, id, 'file.qli', 'evil'))).toBe('name-refused')
    expect(await readFile(join(open.home, 'diary.txt'), 'utf8')).toBe('mine')
    expect((await readdir(open.home)).sort()).toEqual(['Patterns 10', 'diary.txt'])
  })

  test('a manifest that names what is outside', async () => {
    const open = await openShell()
    const id = await begin(open)
    expect(await code(await finish(open, id, [{ path: '../../secret.js', bytes: 6 }]))).toBe('name-refused')
    expect(await code(await finish(open, id, [{ path: '/etc/passwd', bytes: 6 }]))).toBe('name-refused')
  })

  test('more bytes than were announced', async () => {
    const open = await openShell()
    const id = await begin(open)
    expect(await code(await put(open, id, 'a.zip', 'too much', 0, 3))).toBe('file-too-large')
    expect(await code(await put(open, id, 'a.zip', 'x', 0, 1e12))).toBe('file-too-large')
  })

  test('anything when the disk has no room for it', async () => {
    const open = await openShell()
    const full = createIncoming({ dir: open.incomingDir, newId: randomUUID, freeBytes: async () => 300 * 1024 ** 2 })
    await expect(full.begin(100 * 1024 ** 2)).rejects.toMatchObject({ code: 'disk-full' })
    await expect(full.begin(1)).resolves.toBeTypeOf('string')
  })

  test.each(['', 'x', '-1', '1.5', '0x10'])('a piece that begins at %j', async offset => {
    const open = await openShell()
    const id = await begin(open)
    const answer = await open.fetch(`/incoming/${id}/files/a.qli`, {
      method: 'PUT',
      body: 'abc',
      headers: { 'upload-offset': offset, 'upload-length': '3' },
    })
    expect([answer.status, await code(answer)]).toEqual([400, 'bad-input'])
  })
})
