/** Every error answers in one shape. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { isPassing } from '#server/db/passing.ts'
import { Refusal } from '#server/refusal.ts'

export const errorReply = z
  .object({
    error: z.object({
      code: z.string().describe('A stable word'),
      message: z.string().describe('A sentence'),
      request: z.string().describe('What to tell whoever runs the cloud'),
    }),
  })
  .meta({ id: 'ErrorReply' })

const RETRY_SECONDS = 2

export function errorReplies(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | Refusal, request, reply) =>
    answer(app, toRefusal(error), error, request, reply),
  )
  app.setNotFoundHandler((request, reply) => {
    const refusal = new Refusal('not-found', 'There is nothing here.', 404)
    return answer(app, refusal, refusal, request, reply)
  })
}

function answer(app: FastifyInstance, refusal: Refusal, cause: unknown, request: FastifyRequest, reply: FastifyReply) {
  if (refusal.status >= 500 && !(cause instanceof Refusal)) app.log.error({ err: cause, request: request.id }, 'failed')
  if (refusal.retryAfter !== null) reply.header('retry-after', String(refusal.retryAfter))
  return reply
    .code(refusal.status)
    .type('application/json')
    .serializer(JSON.stringify)
    .send({ error: { code: refusal.code, message: refusal.message, request: request.id } })
}

/** What of an error may be told. */
function toRefusal(error: FastifyError | Refusal): Refusal {
  if (error instanceof Refusal) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const first = error.validation[0]
    const where = [error.validationContext, ...(first?.instancePath ?? '').split('/').filter(Boolean)].join('.')
    return new Refusal('invalid', `The request is not as it should be: ${where}.`)
  }
  if (isPassing(error)) return new Refusal('unavailable', 'Not right now. Try again in a moment.', 503, RETRY_SECONDS)
  const status = error.statusCode ?? 500
  if (status === 413) return new Refusal('too-large', 'This is too large.', 413)
  if (status === 429) return new Refusal('too-many', 'Too many requests. Try again in a moment.', 429)
  if (status >= 400 && status < 500) return new Refusal('invalid', 'The request is not as it should be.', status)
  return new Refusal('failed', 'Something went wrong here. Try again later.', 500)
}
