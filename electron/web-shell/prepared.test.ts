import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type OpenShell, openShell } from './testing/open-shell.ts'

async function withCopies(): Promise<OpenShell> {
  const open = await openShell()
  const names = ['Soft Feather.qli', 'Größe "zwei" 100%.qli']
  const files = names.map((name, index) => ({ name, path: join(open.dir, `copy-${index}`) }))
  for (const file of files) await writeFile(file.path, `stitches of ${file.name}`)
  open.prepared.set('prepared-1', files)
  return open
}

test('one copy comes as it is, as a download under its own name', async () => {
  const open = await withCopies()
  const answer = await open.fetch('/prepared/prepared-1/Soft%20Feather.qli')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-disposition')).toContain('attachment; filename="Soft Feather.qli"')
  expect(answer.headers.get('content-type')).toBe('application/octet-stream')
  expect(answer.headers.get('content-security-policy')).toContain('sandbox')
  expect(await answer.text()).toBe('stitches of Soft Feather.qli')
})

test('letters of every language survive the way', async () => {
  const open = await withCopies()
  const answer = await open.fetch(`/prepared/prepared-1/${encodeURIComponent('Größe "zwei" 100%.qli')}`)
  const said = answer.headers.get('content-disposition') ?? ''
  expect(said).toContain(`filename*=UTF-8''${encodeURIComponent('Größe "zwei" 100%.qli')}`)
  expect(said).toContain('filename="Gr__e _zwei_ 100_.qli"')
})

test('all of them come as one ZIP', async () => {
  const open = await withCopies()
  const answer = await open.fetch('/prepared/prepared-1')
  expect(answer.headers.get('content-disposition')).toContain('Patterns from Bobbin.zip')
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  expect(bytes.includes('Soft Feather.qli')).toBe(true)
})

test.each([
  '/prepared/',
  '/prepared/prepared-2',
  '/prepared/prepared-1/copy-0',
  '/prepared/prepared-1/..%2fsecret.js',
  '/prepared/prepared-1/Soft%20Feather.qli/more',
  '/prepared/prepared-1%00',
])('nothing else is there: %s', async path => {
  const open = await withCopies()
  expect((await open.fetch(path)).status).toBe(404)
})
