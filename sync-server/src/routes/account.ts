/** The account itself. */
import type { FastifyRequest } from 'fastify'
import { accountAnswer, changeEmailRequest, confirmEmailRequest, nothingAnswer } from '#shared/sync/auth.ts'
import type { App, Deps } from '#server/app.ts'
import { whoOf } from '#server/plugins/authenticate.ts'
import { errorReply } from '#server/plugins/error-reply.ts'
import type { Account } from '#server/services/accounts.ts'
import { countedAddress } from '#server/services/limits.ts'
import { notThere } from '#server/services/refusals.ts'

const tags = ['account']

export function accountRoutes(app: App, deps: Deps): void {
  const { accounts, changeEmail } = deps.whoIsWho

  async function own(request: FastifyRequest): Promise<Account> {
    const account = await accounts.byId(whoOf(request).accountId)
    if (account === null) throw notThere()
    return account
  }

  app.route({
    method: 'GET',
    url: '/v1/account',
    config: { auth: 'device' },
    schema: { tags, summary: 'Whose cloud this is', response: { 200: accountAnswer, '4xx': errorReply } },
    handler: async request => accounts.answer(await own(request)),
  })

  app.route({
    method: 'POST',
    url: '/v1/account/email',
    config: { auth: 'device' },
    schema: {
      tags,
      summary: 'Sends a code to the mailbox the account shall have; answers the same whosever it is',
      body: changeEmailRequest,
      response: { 200: nothingAnswer, '4xx': errorReply, '5xx': errorReply },
    },
    async handler(request) {
      await changeEmail.ask(await own(request), request.body.email, countedAddress(request.ip))
      return {}
    },
  })

  app.route({
    method: 'POST',
    url: '/v1/account/email/confirm',
    config: { auth: 'device' },
    schema: {
      tags,
      summary: 'Changes the e-mail of the account, with the code from the new mailbox',
      body: confirmEmailRequest,
      response: { 200: accountAnswer, '4xx': errorReply },
    },
    async handler(request) {
      const changed = await changeEmail.confirm(await own(request), request.body, countedAddress(request.ip))
      return accounts.answer(changed)
    },
  })
}
