/**
 * How much of one tenant is worked on. Whoever hammers the server waits in a line of her own, and nobody else behind her: a limit a minute
 * lets a burst through, and a burst is what moves the others' answers.
 */
import type { FastifyInstance } from 'fastify'
import { Refusal } from '#server/refusal.ts'

/** More than a tenant's connections to its database, so that these never stand idle. */
const AT_ONCE = 4
/** A device sends eight at a time; ten of them and their repeats find room. */
const MOST_WAITING = 100
/** What may come at once after a rest, in seconds of the pace. */
const BURST_SECONDS = 1

declare module 'fastify' {
  interface FastifyContextConfig {
    /** It waits for news most of its time, and is not work: it takes no place. */
    readonly isHeld?: (request: FastifyRequest) => boolean
  }
}

interface Line {
  working: number
  /** How many may begin now, filled up by the pace; below 1: the next waits. */
  turns: number
  filledAt: number
  readonly waiting: (() => void)[]
  timer: NodeJS.Timeout | undefined
}

/**
 * After `tenantOfRequest`: who asks is known, and nothing of what she sends was read.
 * @param perSecond the pace at which one tenant's requests begin, when she sends more
 */
export function fairShare(app: FastifyInstance, perSecond: number): void {
  const lines = new Map<string, Line>()
  const burst = Math.max(1, perSecond * BURST_SECONDS)

  app.addHook('preParsing', async (request, reply, payload) => {
    const tenantId = request.tenant?.id
    if (tenantId === undefined || request.routeOptions.config.isHeld?.(request)) return payload
    const line = lineOf(tenantId)
    if (line.waiting.length >= MOST_WAITING)
      throw new Refusal('too-many', 'Too many requests at once. Try again in a moment.', 429, 1)
    await new Promise<void>(begin => {
      line.waiting.push(begin)
      goOn(line)
    })
    // Whoever went while waiting was told of already: nobody gives this place back but we.
    if (reply.raw.destroyed) {
      leave(line)
      throw new Refusal('gone', 'Nobody waits for this answer.')
    }
    // Not `onResponse`: a connection that ends in the middle of what it sends never comes to an answer.
    let isHere = true
    const giveBack = () => {
      if (isHere) leave(line)
      isHere = false
    }
    reply.raw.once('finish', giveBack)
    reply.raw.once('close', giveBack)
    return payload
  })

  app.addHook('onClose', async () => {
    for (const { timer } of lines.values()) clearTimeout(timer)
  })

  function lineOf(tenantId: string): Line {
    const known = lines.get(tenantId)
    if (known) return known
    const line = { working: 0, turns: burst, filledAt: performance.now(), waiting: [], timer: undefined }
    lines.set(tenantId, line)
    return line
  }

  /** Begins as many as may, who waits longest first. */
  function goOn(line: Line): void {
    const now = performance.now()
    line.turns = Math.min(burst, line.turns + ((now - line.filledAt) / 1000) * perSecond)
    line.filledAt = now
    while (line.waiting.length > 0 && line.working < AT_ONCE && line.turns >= 1) {
      line.working++
      line.turns--
      line.waiting.shift()!()
    }
    if (line.waiting.length === 0 || line.working >= AT_ONCE || line.timer) return
    const waitMs = ((1 - line.turns) / perSecond) * 1000
    line.timer = setTimeout(
      () => {
        line.timer = undefined
        goOn(line)
      },
      Math.max(1, waitMs),
    )
  }

  function leave(line: Line): void {
    line.working--
    goOn(line)
  }
}
