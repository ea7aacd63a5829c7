/** Signing in and staying signed in. Nobody is known here yet, so everything is limited by where it comes from. */
import {
  nothingAnswer,
  offersAnswer,
  pairRequest,
  refreshAnswer,
  refreshRequest,
  sendCodeRequest,
  signedInAnswer,
  signInRequest,
  signOutRequest,
} from '#shared/sync/auth.ts'
import type { App, Deps } from '#server/app.ts'
import { errorReply } from '#server/plugins/error-reply.ts'
import { countedAddress } from '#server/services/limits.ts'
import { googleRoutes } from './google.ts'

const tags = ['signing in']
/** What may be flooded is stopped in memory before it reaches the registry; the finer counting is there. */
export const FROM_OUTSIDE = { auth: 'none', rateLimit: { max: 300, timeWindow: 60_000 } } as const

export function authRoutes(app: App, deps: Deps): void {
  const { signIn, google } = deps.whoIsWho

  app.route({
    method: 'GET',
    url: '/v1/auth/offers',
    config: FROM_OUTSIDE,
    schema: { tags, summary: 'How one can sign in here', response: { 200: offersAnswer } },
    handler: () => ({ google: google !== null, signUp: deps.config.isSignUpOpen }),
  })

  app.route({
    method: 'POST',
    url: '/v1/auth/code',
    config: FROM_OUTSIDE,
    schema: {
      tags,
      summary: 'Sends a code to a mailbox; answers the same whether there is an account or not',
      body: sendCodeRequest,
      response: { 200: nothingAnswer, '4xx': errorReply, '5xx': errorReply },
    },
    async handler(request) {
      await signIn.sendCode(request.body.email, countedAddress(request.ip))
      return {}
    },
  })

  app.route({
    method: 'POST',
    url: '/v1/auth/sign-in',
    config: FROM_OUTSIDE,
    schema: {
      tags,
      summary: 'Signs a device in with a mailed code; the first time this makes the account and its database',
      body: signInRequest,
      response: { 200: signedInAnswer, '4xx': errorReply, '5xx': errorReply },
    },
    handler: request => signIn.byCode(request.body, countedAddress(request.ip)),
  })

  app.route({
    method: 'POST',
    url: '/v1/auth/pair',
    config: FROM_OUTSIDE,
    schema: {
      tags,
      summary: 'Signs a device in with the code another one shows',
      body: pairRequest,
      response: { 200: signedInAnswer, '4xx': errorReply },
    },
    handler: request => signIn.byPairing(request.body, countedAddress(request.ip)),
  })

  app.route({
    method: 'POST',
    url: '/v1/auth/refresh',
    config: FROM_OUTSIDE,
    schema: {
      tags,
      summary: 'A new access token and the next refresh token',
      description: 'The refresh token stays good until the next one is used. One used after that signs the device out.',
      body: refreshRequest,
      response: { 200: refreshAnswer, '4xx': errorReply },
    },
    handler: request => signIn.refresh(request.body.refreshToken, request.body.stampId),
  })

  app.route({
    method: 'POST',
    url: '/v1/auth/sign-out',
    config: FROM_OUTSIDE,
    schema: {
      tags,
      summary: 'Signs the device of this refresh token out',
      body: signOutRequest,
      response: { 200: nothingAnswer, '4xx': errorReply },
    },
    async handler(request) {
      await signIn.signOut(request.body.refreshToken)
      return {}
    },
  })

  googleRoutes(app, deps)
}
