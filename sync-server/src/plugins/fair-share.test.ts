import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import Fastify from 'fastify'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Tenant } from '#server/services/tenants.ts'
import { errorReplies } from './error-reply.ts'
import { fairShare } from './fair-share.ts'

/** Ends the work from a place on. How many that were. */
function endAll(working: readonly { end: () => void }[], from: number): number {
  const rest = working.slice(from)
  for (const { end } of rest) end()
  return rest.length
}

/** A server whose work ends when the test says so; the header says whose it is. */
async function server(perSecond = 1_000) {
  const app = Fastify()
  const working: { tenant: string; end: () => void }[] = []
  errorReplies(app)
  app.decorateRequest('tenant', null)
  app.addHook('onRequest', async request => {
    request.tenant = { id: String(request.headers.whose) } as Tenant
  })
  fairShare(app, perSecond)
  const work = async (request: { tenant: Tenant | null }) => {
    await new Promise<void>(end => working.push({ tenant: request.tenant!.id, end }))
    return 'done'
  }
  app.route({ method: 'GET', url: '/work', handler: work })
  app.route({ method: 'POST', url: '/work', handler: work })
  app.route({ method: 'GET', url: '/held', config: { isHeld: () => true }, handler: work })
  await app.ready()
  onTestFinished(() => app.close())
  const ask = (whose: string, url = '/work') =>
    app.inject({ url, headers: { whose } }).then(answer => answer.statusCode)
  const settle = async () => {
    for (let turn = 0; turn < 50; turn++) await new Promise(done => setImmediate(done))
  }
  return { app, ask, working, settle }
}

test('of one tenant a few requests are worked on at once, the others in their turn; another tenant does not wait', async () => {
  const { ask, working, settle } = await server()
  const many = Array.from({ length: 10 }, () => ask('rose'))
  await settle()
  expect(working).toHaveLength(4)
  const other = ask('lily')
  await settle()
  expect(working.at(-1)!.tenant).toBe('lily')
  working.at(-1)!.end()
  expect(await other).toBe(200)
  let ended = 0
  for (; ended < 11; await settle()) ended += endAll(working, ended)
  expect(await Promise.all(many)).toEqual(Array(10).fill(200))
})

test('what is held takes no place, and more than can wait is told to come again', async () => {
  const { ask, working, settle } = await server()
  const held = Array.from({ length: 6 }, () => ask('rose', '/held'))
  const many = Array.from({ length: 105 }, () => ask('rose'))
  await settle()
  expect(working).toHaveLength(6 + 4)
  const refused = await Promise.race([many.at(-1)!, settle().then(() => null)])
  expect(refused).toBe(429)
  let ended = 0
  for (; ended < 6 + 104; await settle()) ended += endAll(working, ended)
  expect(new Set(await Promise.all(held))).toEqual(new Set([200]))
  expect((await Promise.all(many)).filter(status => status === 429)).toHaveLength(1)
})

test('more than the pace allows begins at the pace, in its turn, and none is refused', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const { ask, working, settle } = await server(2)
  const many = Array.from({ length: 4 }, () => ask('rose'))
  const begun: number[] = []
  for (const ms of [0, 499, 1, 499, 1]) {
    await vi.advanceTimersByTimeAsync(ms)
    await settle()
    begun.push(working.length)
    for (const { end } of working) end()
    await settle()
  }
  // Two at once after a rest, then one every half second.
  expect(begun).toEqual([2, 2, 3, 3, 4])
  expect(await Promise.all(many)).toEqual([200, 200, 200, 200])
})

test('who goes in the middle of what she sends leaves her place to the next', async () => {
  const { app, ask, working, settle } = await server()
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  for (let time = 0; time < 6; time++) {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write(
      'POST /work HTTP/1.1\r\nhost: x\r\nwhose: rose\r\ncontent-type: text/plain\r\ncontent-length: 100\r\n\r\nhalf',
    )
    await new Promise(done => setTimeout(done, 20))
    socket.destroy()
    await once(socket, 'close')
  }
  const last = ask('rose')
  for (let turn = 0; working.length === 0 && turn < 100; turn++) await settle()
  endAll(working, 0)
  expect(await last).toBe(200)
})
