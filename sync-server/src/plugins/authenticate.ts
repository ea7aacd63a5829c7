/** Who is asking. A route says what it needs: `config: { auth: 'device' | 'none' | 'admin' }`; one that does not say is refused at start. */
import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Config } from '#server/config.ts'
import { Refusal } from '#server/refusal.ts'
import type { Tokens, Who } from '#server/services/tokens.ts'

export type Auth = 'device' | 'none' | 'admin'

declare module 'fastify' {
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
  const routes: { url: string; config?: { auth?: Auth } | undefined }[] = []
  app.addHook('onRoute', route => void routes.push(route as (typeof routes)[number]))
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
    if (!who) throw new Refusal('not-signed-in', 'Sign in again.', 401)
    request.who = who
  })
}

function bearer(request: FastifyRequest): string {
  return /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? ''
}

function requireAdmin(request: FastifyRequest, config: Config): void {
  const isAllowed = config.adminToken
    ? isSame(bearer(request), config.adminToken)
    : request.headers['x-forwarded-for'] === undefined && isLoopback(request.socket.remoteAddress ?? '')
  if (!isAllowed) throw new Refusal('not-found', 'There is nothing here.', 404)
}

const isLoopback = (address: string): boolean => /^(127\.|::1$|::ffff:127\.)/.test(address)

/** Compares secrets in a time that tells nothing about them. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
