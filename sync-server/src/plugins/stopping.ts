/** A server that stops finishes what is in hand and waits for nothing else: not for connections kept open, nor for ones never used. */
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

export function stopWithoutWaiting(app: FastifyInstance): void {
  const inHand = new Map<Socket, number>()
  let isStopping = false
  app.server.on('connection', (socket: Socket) => {
    inHand.set(socket, 0)
    socket.once('close', () => inHand.delete(socket))
  })
  app.server.on('request', ({ socket }, response) => {
    inHand.set(socket, (inHand.get(socket) ?? 0) + 1)
    response.once('close', () => {
      if (inHand.has(socket)) inHand.set(socket, (inHand.get(socket) ?? 1) - 1)
    })
  })
  app.addHook('preClose', async () => {
    isStopping = true
    for (const [socket, requests] of inHand) if (requests === 0) socket.destroy()
  })
  // The last answer on a connection says that it is the last, so that it is not kept open after it.
  app.addHook('onSend', async (_request, reply) => {
    if (isStopping) reply.header('connection', 'close')
  })
}
