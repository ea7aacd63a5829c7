/** What records were before: values that lost, conflicts, restores to a day. */
import { z } from 'zod'
import type { App, Deps } from '#server/app.ts'
import { errorReply } from '#server/plugins/error-reply.ts'
import { whoOf } from '#server/plugins/authenticate.ts'
import { tenantOf } from '#server/plugins/tenant.ts'
import { namesOfStamps, readConflicts, readHistory, settle, type ValueTold } from '#server/services/records/history.ts'
import { restoreTo, type RestoreWorld, undoRestore } from '#server/services/records/restore.ts'
import { stillHere } from '#server/services/still-here.ts'
import { announced } from '#server/services/wake-ups.ts'
import type { Tenant } from '#server/services/tenants.ts'
import { uuidV7 } from '#shared/domain/ids.ts'
import { deviceAnswer } from '#shared/sync/auth.ts'
import { stampSchema } from '#shared/sync/wire.ts'

const name = z.string().min(1).max(64)
const typed = { value: z.json(), stamp: stampSchema, device: z.string().nullable().describe('The computer’s name') }
const value = z
  .object({
    table: name,
    id: name,
    field: name,
    ...typed,
    isConflict: z.boolean(),
    current: z.object(typed).nullable(),
  })
  .meta({ id: 'LostValue' })

const computer = deviceAnswer.pick({ id: true, name: true, isThis: true, stampIds: true })

const errors = { '4xx': errorReply, '5xx': errorReply }

export function historyRoutes(app: App, deps: Deps): void {
  app.route({
    method: 'GET',
    url: '/v1/records/history',
    config: { auth: 'device' },
    schema: {
      tags: ['records'],
      summary: 'The values a record had, newest first',
      querystring: z.object({ table: name, id: name }),
      response: { 200: z.object({ values: z.array(value) }), ...errors },
    },
    handler: async request => {
      const tenant = tenantOf(request)
      const names = await namesOfStamps(deps.control, tenant.id)
      const values = await deps.pools.use(tenant, db => readHistory(db, request.query, names))
      return { values: values.map(sent) }
    },
  })

  app.route({
    method: 'GET',
    url: '/v1/records/conflicts',
    config: { auth: 'device' },
    schema: {
      tags: ['records'],
      summary: 'Values another computer’s took the place of without knowing of them, not settled yet; newest first',
      response: { 200: z.object({ conflicts: z.array(value), computers: z.array(computer) }), ...errors },
    },
    handler: async request => {
      const tenant = tenantOf(request)
      const names = await namesOfStamps(deps.control, tenant.id)
      const conflicts = await deps.pools.use(tenant, db => readConflicts(db, names))
      // Asked whenever something came: a device can then say from which computer, without asking for that alone.
      return { conflicts: conflicts.map(sent), computers: await deps.whoIsWho.devices.list(whoOf(request)) }
    },
  })

  app.route({
    method: 'POST',
    url: '/v1/records/settle',
    config: { auth: 'device' },
    schema: {
      tags: ['records'],
      summary: 'The owner has decided: this conflict is told no more',
      body: z.object({ table: name, id: name, field: name, stamp: stampSchema }).strict(),
      response: { 204: z.null(), ...errors },
    },
    handler: async (request, reply) => {
      await deps.pools.use(tenantOf(request), db => settle(db, request.body))
      return reply.code(204).send(null)
    },
  })

  app.route({
    method: 'POST',
    url: '/v1/restore',
    config: { auth: 'device', rateLimit: { max: 30, timeWindow: 3_600_000 } },
    schema: {
      tags: ['restore'],
      summary: 'Sets every record to what it was then, as new changes that every computer follows',
      body: z.object({ at: z.number().int().min(0).describe('Milliseconds since 1970') }).strict(),
      response: { 200: z.object({ restoreId: z.uuid(), records: z.number().int() }), ...errors },
    },
    handler: request => restoreTo(worldOf(deps, tenantOf(request)), uuidV7(deps.clock, deps.random), request.body.at),
  })

  app.route({
    method: 'POST',
    url: '/v1/restore/:id/undo',
    config: { auth: 'device', rateLimit: { max: 30, timeWindow: 3_600_000 } },
    schema: {
      tags: ['restore'],
      summary: 'Takes a restore back, but for what was typed since',
      params: z.object({ id: z.uuid() }),
      response: { 200: z.object({ records: z.number().int() }), ...errors },
    },
    handler: request => undoRestore(worldOf(deps, tenantOf(request)), request.params.id),
  })
}

function worldOf(deps: Deps, tenant: Tenant): RestoreWorld {
  return {
    now: () => deps.clock.now(),
    use: work => deps.pools.use(tenant, work),
    stillHere: () => stillHere(deps.tenants, tenant),
    announced: work => announced(deps.wake, tenant.id, work),
  }
}

const sent = (one: ValueTold) => ({
  ...one,
  value: one.value as z.infer<typeof typed.value>,
  stamp: [...one.stamp] as [number, number, string],
  current: one.current && {
    ...one.current,
    value: one.current.value as z.infer<typeof typed.value>,
    stamp: [...one.current.stamp] as [number, number, string],
  },
})
