/** Is it there, may it be used, how is it. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { App, Deps } from '#server/app.ts'
import { errorReply } from '#server/plugins/error-reply.ts'
import { Refusal } from '#server/refusal.ts'

const SOON_SECONDS = 2

export function healthRoutes(app: App, deps: Deps): void {
  app.route({
    method: 'GET',
    url: '/v1/health',
    config: { auth: 'none', rateLimit: false },
    schema: {
      tags: ['operator'],
      summary: 'Whether the process is alive',
      response: { 200: z.object({ status: z.literal('ok') }) },
    },
    handler: () => ({ status: 'ok' as const }),
  })

  app.route({
    method: 'GET',
    url: '/v1/ready',
    config: { auth: 'none', rateLimit: false },
    schema: {
      tags: ['operator'],
      summary: 'Whether it can serve: registry reached, clock right, not stopping',
      response: { 200: z.object({ status: z.literal('ready') }), 503: errorReply },
    },
    handler: async () => {
      if (deps.clockGuard.behindMs() !== null)
        throw new Refusal('clock-behind', 'The clock of the cloud is wrong.', 503, SOON_SECONDS)
      await sql`select 1`.execute(deps.control)
      return { status: 'ready' as const }
    },
  })

  app.route({
    method: 'GET',
    url: '/metrics',
    config: { auth: 'admin', rateLimit: false },
    schema: {
      tags: ['operator'],
      summary: 'Figures in the text format of Prometheus',
      produces: ['text/plain'],
      response: { 200: z.string() },
    },
    handler: async (_request, reply) => {
      reply.type(deps.metrics.registry.contentType).serializer((text: unknown) => String(text))
      return deps.metrics.registry.metrics()
    },
  })
}
