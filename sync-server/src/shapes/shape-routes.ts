/** Where the gateway and its sources are put together from the server's parts. */
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { App, Deps } from '#server/app.ts'
import { tenantOf } from '#server/plugins/tenant.ts'
import { beginEpoch } from '#server/services/epochs.ts'
import type { Tenant } from '#server/services/tenants.ts'
import { createBuiltInSource } from './built-in.ts'
import { electricPlaceOf } from './electric/place.ts'
import { createElectricSource } from './electric/electric-source.ts'
import { readChunk, readCounter } from './feed.ts'
import { createGate } from './gate.ts'
import { shapeHandler } from './route.ts'
import type { ShapeSource } from './source.ts'

/** Chunks made at a time in all: with their size it bounds what first readings cost in memory, however many devices begin one. */
const CHUNKS_AT_ONCE = 8

/** For the description of the API. What is sent is judged by request.ts, in the words of the protocol. */
const query = z.looseObject({
  offset: z.unknown().optional().describe('-1, now, or what the last answer said in electric-offset'),
  handle: z.unknown().optional().describe('What the last answer said in electric-handle'),
  live: z.unknown().optional().describe('true: held until there is news, 20 seconds at most'),
  cursor: z.unknown().optional().describe('What the last live answer said in electric-cursor'),
})

function sourcesOf(deps: Deps): Record<Tenant['source'], ShapeSource<Tenant>> {
  const { pools, tenants, wake, clock, random, shapes: settings } = deps
  const gate = createGate(CHUNKS_AT_ONCE)
  const shared = {
    fresh: async (id: string) => {
      const tenant = await tenants.fresh(id)
      return tenant?.state === 'active' ? tenant : null
    },
    beginEpoch: async (tenant: Tenant) => {
      deps.metrics.newEpochs.inc()
      return (await beginEpoch(deps, tenant)).epoch
    },
  }
  const counter = (tenant: Tenant) => pools.use(tenant, readCounter)
  return {
    'built-in': createBuiltInSource<Tenant>({
      ...shared,
      wake,
      feed: {
        chunk: (tenant, after) => gate.through(() => pools.use(tenant, db => readChunk(db, after, settings.chunk))),
        counter,
      },
      now: () => clock.now(),
      elapsed: () => performance.now(),
      random: () => random.bytes(1)[0]! / 256,
      holdMs: settings.holdMs,
    }),
    electric: createElectricSource<Tenant>({
      ...shared,
      placeOf: tenant => electricPlaceOf(deps, tenant.id),
      fetch: settings.fetch,
      seqOf: id => wake.seqOf(id),
      counter,
      warn: (message, detail) => deps.log.warn({ err: detail }, message),
    }),
  }
}

/** Held until there is news: not work. */
const isLive = ({ query }: FastifyRequest): boolean => (query as { live?: unknown }).live === 'true'

export function shapeRoutes(app: App, deps: Deps): void {
  const sources = sourcesOf(deps)
  // A server that stops lets those go who wait: they come back to another copy at once.
  app.addHook('preClose', async () => deps.wake.letGo())
  app.route({
    method: 'GET',
    url: '/v1/shape',
    exposeHeadRoute: false,
    config: { auth: 'device', isHeld: isLive },
    schema: {
      tags: ['sync'],
      summary: 'What changed since an offset, over Electric’s HTTP shape protocol',
      querystring: query,
    },
    handler: shapeHandler({ tenantOf, sources, now: () => deps.clock.now() }),
  })
}
