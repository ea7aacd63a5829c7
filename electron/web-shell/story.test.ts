import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { writeQli } from '#library/testing/qli-file.ts'
import { tempLibrary } from '#library/testing/temp-library.ts'
import { createIncoming } from './incoming.ts'
import { type OpenShell, openShell } from './testing/open-shell.ts'

/** A one-pixel GIF, made for this test. */
const GIF = Buffer.from('47494638396101000100800000000000ffffff2c00000000010001000002024401003b', 'hex')

async function upload(open: OpenShell, files: Readonly<Record<string, Buffer>>): Promise<string> {
  const begun = await open.fetch('/incoming', { method: 'POST', body: '{"bytes":1000}' })
  const { id } = (await begun.json()) as { id: string }
  for (const [path, body] of Object.entries(files)) {
    const answer = await open.fetch(`/incoming/${id}/files/${encodeURI(path)}`, {
      method: 'PUT',
      body: new Uint8Array(body),
      headers: { 'upload-offset': '0', 'upload-length': String(body.length) },
    })
    expect(answer.status).toBe(200)
  }
  const list = Object.entries(files).map(([path, body]) => ({ path, bytes: body.length }))
  const finished = await open.fetch(`/incoming/${id}/manifest`, {
    method: 'POST',
    body: JSON.stringify({ files: list }),
  })
  expect(finished.status).toBe(200)
  return id
}

test('a folder dropped into the browser becomes patterns, with the picture that lay beside the file', async () => {
  const temp = await tempLibrary()
  onTestFinished(() => temp.remove())
  const folder = await mkdtemp(join(tmpdir(), 'bobbin-drop-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const open = await openShell({
    library: temp.library,
    incoming: createIncoming({ dir: join(temp.dir, 'incoming'), newId: randomUUID }),
  })
  const client = open.rpc()
  onTestFinished(() => client.close())
  const id = await upload(open, {
    'Shop/Rose 5.qli': await readFile(await writeQli(folder, 'a.qli', 127)),
    'Shop/Rose 5.gif': GIF,
  })

  const looked = await client.call('imports.lookIncoming', { incomingId: id, label: 'Shop' })
  expect(looked).toMatchObject({ step: 'looked', counts: { files: 2, patterns: 1 } })
  const changed = vi.fn()
  client.on('patterns.changed', changed)
  expect(await client.call('imports.add', { id: looked.id })).toMatchObject({ step: 'done', done: 1 })
  await vi.waitUntil(() => changed.mock.calls.length > 0)

  const page = await client.call('patterns.list', { query: 'rose', filter: {}, sort: 'best', offset: 0, limit: 10 })
  const [card] = page.patterns
  expect(card).toMatchObject({ name: expect.stringContaining('Rose') as string, state: 'readable' })
  const { sketches } = await client.call('patterns.sketches', { keys: [card!.sketchKey!] })
  expect(sketches[0]).toBeInstanceOf(Uint8Array)
  const { runs } = await client.call('patterns.design', { id: card!.id })
  expect(runs[0]?.coords).toBeInstanceOf(Float64Array)

  const picture = await open.fetch(`/asset/picture/${card!.pictureKey!}`)
  expect(picture.headers.get('content-type')).toBe('image/gif')
  expect(Buffer.from(await picture.arrayBuffer())).toEqual(GIF)
  // The stitching itself is no picture, known hash or not.
  expect((await open.fetch(`/asset/picture/${card!.sketchKey!}`)).status).toBe(404)
})

test('an import goes on when the page that began it is reloaded', async () => {
  const temp = await tempLibrary()
  onTestFinished(() => temp.remove())
  const folder = await mkdtemp(join(tmpdir(), 'bobbin-drop-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (let number = 0; number < 40; number++) await writeQli(folder, `Pattern ${number}.qli`, 50 + number)
  const open = await openShell({ library: temp.library })
  const first = open.rpc()
  const looked = await first.call('imports.look', { paths: [folder] })
  void first.call('imports.add', { id: looked.id }).catch(() => {})
  await new Promise(resolve => setTimeout(resolve, 5))
  first.close()
  const second = open.rpc()
  onTestFinished(() => second.close())
  await vi.waitUntil(async () => (await second.call('imports.get', { id: looked.id })).step === 'done', 10_000)
  expect((await second.call('library.info', {})).counts.patterns).toBe(40)
})
