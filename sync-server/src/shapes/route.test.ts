/** Who hangs up is not waited for. Real HTTP, no database. */
import { once } from 'node:events'
import { type AddressInfo, connect, type Socket } from 'node:net'
import Fastify, { type FastifyReply } from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { shapeHandler } from './route.ts'
import type { ShapeAsk, ShapeTenant } from './source.ts'

type Quilter = ShapeTenant & { readonly source: 'held' }

const QUILTER: Quilter = { id: 'quilter', epoch: 'epoch', source: 'held' }

interface Moments {
  /** The request has come; who asks is not known before this resolves. */
  readonly recognising?: (reply: FastifyReply, device: Socket) => Promise<void>
  /** The request is held. */
  readonly holding?: (device: Socket) => void
}

/** Asks for news of which there never are any. Resolves when the server waits no longer. */
async function ask(moments: Moments): Promise<void> {
  const app = Fastify()
  onTestFinished(() => app.close())
  let device: Socket
  app.addHook('onRequest', async (_request, reply) => moments.recognising?.(reply, device))
  const isLetGo = Promise.withResolvers<void>()
  const source = {
    async answer({ signal }: ShapeAsk<Quilter>) {
      moments.holding?.(device)
      if (!signal.aborted) await once(signal, 'abort')
      isLetGo.resolve()
      return { status: 200, epoch: 'epoch', headers: {}, body: '' }
    },
  }
  const parts = { tenantOf: () => QUILTER, sources: { held: source }, now: () => 0 }
  app.get('/v1/shape', shapeHandler<Quilter>(parts))
  await app.listen({ host: '127.0.0.1', port: 0 })
  device = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  onTestFinished(() => void device.destroy())
  device.write('GET /v1/shape?offset=-1 HTTP/1.1\r\nhost: cloud\r\n\r\n')
  await isLetGo.promise
}

test('a device that hangs up while it waits is waited for no longer', async () => {
  await expect(ask({ holding: device => void device.destroy() })).resolves.toBeUndefined()
})

test('so is one that hung up before it was known who asks', async () => {
  const recognising = async (reply: FastifyReply, device: Socket) => {
    device.destroy()
    await once(reply.raw, 'close')
  }
  await expect(ask({ recognising })).resolves.toBeUndefined()
})
