/**
 * How much of one tenant is worked on at once. Whoever hammers the server waits behind herself, and nobody else behind her: a limit a
 * minute lets a burst through, and a burst is what moves the others' answers.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '#server/refusal.ts'

/** More than a tenant's connections to its database, so that these never stand idle. */
const AT_ONCE = 4
/** A device sends eight at a time; ten of them and their repeats find room. */
const MOST_WAITING = 100

declare module 'fastify' {
  interface FastifyContextConfig {
    /** It waits for news most of its time, and is not work: it takes no place. */
    readonly isHeld?: (request: FastifyRequest) => boolean
  }
}

interface Line {
  working: number
  readonly waiting: (() => void)[]
}

/** After `tenantOfRequest`: who asks is known, and nothing of what she sends was read. */
export function fairShare(app: FastifyInstance): void {
  const lines = new Map<string, Line>()
  const places = new WeakMap<FastifyRequest, () => void>()

  app.addHook('preParsing', async (request, reply, payload) => {
    const tenantId = request.tenant?.id
    if (tenantId === undefined || request.routeOptions.config.isHeld?.(request)) return payload
    const line = lines.get(tenantId) ?? { working: 0, waiting: [] }
    lines.set(tenantId, line)
    if (line.working >= AT_ONCE) {
      if (line.waiting.length >= MOST_WAITING)
        throw new Refusal('too-many', 'Too many requests at once. Try again in a moment.', 429, 1)
      await new Promise<void>(go => line.waiting.push(go))
    } else line.working++
    // Whoever went while waiting was told of already: nobody gives this place back but we.
    if (reply.raw.destroyed) {
      leave(tenantId, line)
      throw new Refusal('gone', 'Nobody waits for this answer.')
    }
    places.set(request, () => leave(tenantId, line))
    return payload
  })

  // Also when the other side has gone in between.
  app.addHook('onResponse', async request => {
    places.get(request)?.()
    places.delete(request)
  })

  /** The place goes to who waits longest. */
  function leave(tenantId: string, line: Line): void {
    const next = line.waiting.shift()
    if (next) return next()
    line.working--
    if (line.working === 0) lines.delete(tenantId)
  }
}
