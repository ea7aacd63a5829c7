/** The computers of an account, and a code for another one. */
import { z } from 'zod'
import { devicesAnswer, nothingAnswer, pairingAnswer, renameDeviceRequest } from '#shared/sync/auth.ts'
import type { App, Deps } from '#server/app.ts'
import { errorReply } from '#server/plugins/error-reply.ts'
import { whoOf } from '#server/plugins/authenticate.ts'
import { LIMITS } from '#server/services/auth-limits.ts'
import { notThere } from '#server/services/refusals.ts'

const tags = ['computers']
const params = z.object({ id: z.uuid() })

export function deviceRoutes(app: App, deps: Deps): void {
  const { devices, limits, pairing } = deps.whoIsWho

  app.route({
    method: 'GET',
    url: '/v1/devices',
    config: { auth: 'device' },
    schema: { tags, summary: 'The computers that are signed in', response: { 200: devicesAnswer, '4xx': errorReply } },
    handler: async request => ({ devices: await devices.list(whoOf(request)) }),
  })

  app.route({
    method: 'PATCH',
    url: '/v1/devices/:id',
    config: { auth: 'device' },
    schema: {
      tags,
      summary: 'Gives a computer another name',
      params,
      body: renameDeviceRequest,
      response: { 200: nothingAnswer, '4xx': errorReply },
    },
    async handler(request) {
      if (!(await devices.rename(whoOf(request), request.params.id, request.body.name))) throw notThere()
      return {}
    },
  })

  app.route({
    method: 'DELETE',
    url: '/v1/devices/:id',
    config: { auth: 'device' },
    schema: {
      tags,
      summary: 'Signs a computer out at once',
      params,
      response: { 200: nothingAnswer, '4xx': errorReply },
    },
    async handler(request) {
      if (!(await devices.revoke(whoOf(request), request.params.id, 'asked'))) throw notThere()
      return {}
    },
  })

  app.route({
    method: 'POST',
    url: '/v1/pairing',
    config: { auth: 'device' },
    schema: {
      tags,
      summary: 'A code that signs another computer in, good for ten minutes and once',
      response: { 200: pairingAnswer, '4xx': errorReply },
    },
    async handler(request) {
      const who = whoOf(request)
      await limits.take(LIMITS.pairingCodes, who.accountId)
      return pairing.make(who)
    },
  })
}
