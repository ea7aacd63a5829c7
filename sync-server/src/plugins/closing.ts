/** Stopping gracefully: what is in hand is answered, and no connection is kept for more. */
import type { FastifyInstance } from 'fastify'

export function letGoWhenClosing(app: FastifyInstance): void {
  let isClosing = false
  app.addHook('preClose', async () => {
    isClosing = true
  })
  // One that was at work when closing began would otherwise be kept alive for its next request, and the server with it.
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close')
  })
}
