/** Signing in with an OpenID provider, Google unless configured otherwise. */
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { googleClaimRequest, signedInAnswer } from '#shared/sync/auth.ts'
import type { App, Deps } from '#server/app.ts'
import { errorReply } from '#server/plugins/error-reply.ts'
import { LIMITS } from '#server/services/auth-limits.ts'
import { countedAddress } from '#server/services/limits.ts'
import { notThere, wrongCode } from '#server/services/refusals.ts'
import { GOOGLE_CALLBACK } from '#server/services/who-is-who.ts'
import { FROM_OUTSIDE } from './routes.ts'

const tags = ['signing in']
/** The provider may send more than we read. */
const callbackQuery = z.looseObject({ state: z.string().max(512) })

export function googleRoutes(app: App, deps: Deps): void {
  const { google, limits, signIn } = deps.whoIsWho

  app.route({
    method: 'GET',
    url: '/v1/auth/google/start',
    config: FROM_OUTSIDE,
    schema: {
      tags,
      summary: 'Opened in the browser: goes on to the provider',
      querystring: z.object({
        claim: z
          .string()
          .regex(/^[\w-]{43}$/)
          .describe('SHA-256 of a secret of the device, base64url'),
        port: z.coerce
          .number()
          .int()
          .min(1)
          .max(65_535)
          .describe('Where on 127.0.0.1 the device waits for the browser'),
      }),
      response: { 303: z.null(), '4xx': errorReply },
    },
    async handler(request, reply) {
      if (google === null) throw notThere()
      await limits.take(LIMITS.googleFromAddress, countedAddress(request.ip))
      return seeOther(reply, await google.start(request.query))
    },
  })

  app.route({
    method: 'GET',
    url: GOOGLE_CALLBACK,
    config: FROM_OUTSIDE,
    schema: {
      tags,
      summary: 'Where the provider sends the browser; goes on to the device that began',
      querystring: callbackQuery,
      response: { 303: z.null(), '4xx': errorReply },
    },
    async handler(request, reply) {
      if (google === null || deps.config.publicUrl === null) throw notThere()
      const { search } = new URL(request.url, 'http://here')
      // The address the provider knows, whatever name this request came by.
      const callback = new URL(GOOGLE_CALLBACK, deps.config.publicUrl)
      callback.search = search
      return seeOther(reply, await google.finish(callback))
    },
  })

  app.route({
    method: 'POST',
    url: '/v1/auth/google/claim',
    config: FROM_OUTSIDE,
    schema: {
      tags,
      summary: 'Signs the device in that began, with its secret and the code the browser brought',
      body: googleClaimRequest,
      response: { 200: signedInAnswer, '4xx': errorReply },
    },
    async handler(request) {
      if (google === null) throw notThere()
      const { secret, code, device } = request.body
      const address = countedAddress(request.ip)
      await limits.take(LIMITS.googleFromAddress, address)
      const person = await google.claim(secret, code)
      if (person === null) throw wrongCode()
      return signIn.byGoogle(person, device, address)
    },
  })
}

function seeOther(reply: FastifyReply, address: string): FastifyReply {
  return reply
    .code(303)
    .header('location', address)
    .serializer(() => '')
    .send(null)
}
