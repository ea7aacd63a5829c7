import { expect, test } from 'vitest'
import { BobbinError } from '#shared/contract/errors.ts'
import { createWebHandover } from './web-handover.ts'

interface Sent {
  readonly path: string
  readonly method: string
  readonly body: unknown
  readonly headers: Headers
}

/** A server that takes files, and may break or refuse as a test wants. */
function fakeServer(answer: (sent: Sent, times: number) => Response | null) {
  const sent: Sent[] = []
  const fetch = async (path: string, init: RequestInit): Promise<Response> => {
    const one = { path, method: init.method ?? 'GET', body: init.body, headers: new Headers(init.headers) }
    sent.push(one)
    const times = sent.filter(other => other.path === path && other.method === one.method).length
    const given = answer(one, times)
    if (given) return given
    if (path === '/incoming') return Response.json({ id: 'in-1' }, { status: 201 })
    if (one.method === 'HEAD') return new Response(null, { headers: { 'upload-offset': '0' } })
    return Response.json({})
  }
  return { sent, handover: createWebHandover(fetch, async () => {}) }
}

const file = (relativePath: string, text = 'stitches') => ({ relativePath, file: new File([text], 'x') })
const quiet = () => ({ id: null, signal: new AbortController().signal, onBegun() {}, onProgress() {} })

test('every file goes with its name below the dropped folder, then the list that says all are there', async () => {
  const { sent, handover } = fakeServer(() => null)
  const done = await handover.send([file('Shop/Soft Feather #2.qli'), file('Shop/terms.txt')], quiet())
  expect(done).toEqual({ id: 'in-1', refused: [] })
  expect(sent.filter(one => one.method === 'PUT').map(one => one.path)).toEqual([
    '/incoming/in-1/files/Shop/Soft%20Feather%20%232.qli',
    '/incoming/in-1/files/Shop/terms.txt',
  ])
  expect(sent.at(-1)?.path).toBe('/incoming/in-1/manifest')
  expect(JSON.parse(String(sent.at(-1)?.body))).toEqual({
    files: [
      { path: 'Shop/Soft Feather #2.qli', bytes: 8 },
      { path: 'Shop/terms.txt', bytes: 8 },
    ],
  })
})

test('a file that was half way when the line broke goes on where it stands', async () => {
  const { sent, handover } = fakeServer((one, times) => {
    if (one.method === 'HEAD' && times === 2) return new Response(null, { headers: { 'upload-offset': '5' } })
    if (one.method === 'PUT' && times === 1) throw new TypeError('network')
    return null
  })
  await handover.send([file('a.qli')], quiet())
  const last = sent.filter(one => one.method === 'PUT').at(-1)
  expect(last?.headers.get('upload-offset')).toBe('5')
  expect(last?.headers.get('upload-length')).toBe('8')
  expect(await new Response(last?.body as Blob).text()).toBe('hes')
})

test('a file that is there already is not sent again', async () => {
  const { sent, handover } = fakeServer(one =>
    one.method === 'HEAD' ? new Response(null, { headers: { 'upload-offset': '8' } }) : null,
  )
  await handover.send([file('a.qli')], { ...quiet(), id: 'in-9' })
  expect(sent.map(one => one.method)).toEqual(['HEAD', 'POST'])
})

test('a name no computer could keep is left out and told; the rest comes in', async () => {
  const { handover } = fakeServer(one =>
    one.method === 'PUT' && one.path.endsWith('con.qli')
      ? Response.json({ code: 'name-refused', message: 'A file of this name cannot be brought in.' }, { status: 400 })
      : null,
  )
  const done = await handover.send([file('con.qli'), file('b.qli')], quiet())
  expect(done.refused).toEqual(['con.qli'])
})

test('a full disk is told in the sentence of the core, at once', async () => {
  const { sent, handover } = fakeServer(one =>
    one.method === 'PUT' ? Response.json({ code: 'disk-full', message: 'The disk is full.' }, { status: 507 }) : null,
  )
  await expect(handover.send([file('a.qli')], quiet())).rejects.toEqual(
    new BobbinError('disk-full', 'The disk is full.'),
  )
  expect(sent.filter(one => one.method === 'PUT')).toHaveLength(1)
})

test.each(['/incoming', '/incoming/in-1/manifest'])('a line that breaks at %s is only asked again', async broken => {
  const { sent, handover } = fakeServer((one, times) => {
    if (one.path === broken && times === 1) throw new TypeError('network')
    return null
  })
  expect(await handover.send([file('a.qli')], quiet())).toEqual({ id: 'in-1', refused: [] })
  expect(sent.filter(one => one.path === broken)).toHaveLength(2)
})
