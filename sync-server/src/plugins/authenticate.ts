/** Who is asking. A route says what it needs: `config: { auth: 'device' | 'none' | 'admin' }`; one that does not say is refused at start. */
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Config } from '#server/config.ts'
import { Refusal } from '#server/refusal.ts'
import { notSignedIn } from '#server/services/refusals.ts'
import { isSameSecret } from '#server/services/seals.ts'
import type { Tokens } from '#server/services/tokens.ts'
import type { Who } from '#server/services/who.ts'

/** Longer than any answer takes that is not held back. */
const HELD_MS = 1_000

export type Auth = 'device' | 'none' | 'admin'

/** A route as it was written down. */
export interface Route {
  readonly method: string | readonly string[]
  readonly url: string
  readonly config?: { readonly auth?: Auth } | undefined
}

declare module 'fastify' {
  interface FastifyInstance {
    /** What there is to ask: for the test that asks all of it. */
    everyRoute: readonly Route[]
  }
  interface FastifyRequest {
    who: Who | null
  }
  interface FastifyContextConfig {
    auth?: Auth
  }
}

interface Needs {
  readonly tokens: Tokens
  readonly config: Config
}

export function authenticate(app: FastifyInstance, needs: Needs): void {
  app.decorateRequest('who', null)
  const silent: string[] = []
  const routes: Route[] = []
  app.decorate('everyRoute', routes)
  app.addHook('onRoute', route => void routes.push(route as Route))
  app.addHook('onReady', async () => {
    for (const route of routes) if (route.config?.auth === undefined) silent.push(route.url)
    if (silent.length > 0) throw new Error(`routes that do not say who may use them: ${silent.join(', ')}`)
  })
  app.addHook('onRequest', async request => {
    if (request.is404) return
    const auth = request.routeOptions.config.auth
    if (auth === 'none') return
    if (auth === 'admin') return requireAdmin(request, needs.config)
    const who = await needs.tokens.verifyAccess(bearer(request))
    // Guests and administrators will have routes of their own; these are the owner's.
    if (who?.role !== 'owner') throw notSignedIn()
    request.who = who
  })
  // An answer that was held back (a live shape, a large file) may be for a computer that was signed out meanwhile.
  app.addHook('onSend', async (request, reply, payload) => {
    if (request.who === null || reply.elapsedTime < HELD_MS) return payload
    if (await needs.tokens.isSignedIn(request.who)) return payload
    if (payload instanceof Readable) payload.destroy()
    for (const name of Object.keys(reply.getHeaders()))
      if (name.startsWith('content-') || name.startsWith('electric-')) reply.removeHeader(name)
    const { code, message, status } = notSignedIn()
    reply.code(status).type('application/json')
    return JSON.stringify({ error: { code, message, request: request.id } })
  })
}

function bearer(request: FastifyRequest): string {
  return /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? ''
}

function requireAdmin(request: FastifyRequest, config: Config): void {
  const isAllowed = config.adminToken
    ? isSameSecret(Buffer.from(bearer(request)), Buffer.from(config.adminToken))
    : request.headers['x-forwarded-for'] === undefined && isLoopback(request.socket.remoteAddress ?? '')
  if (!isAllowed) throw new Refusal('not-found', 'There is nothing here.', 404)
}

const isLoopback = (address: string): boolean => /^(127\.|::1$|::ffff:127\.)/.test(address)

/** Who asks, in a route with `auth: 'device'`. */
export function whoOf(request: FastifyRequest): Who {
  if (!request.who) throw new Error('a route where nobody is known asked who it is')
  return request.who
}
