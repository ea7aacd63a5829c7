/** Whose database a request is about: the tenant of its token, and of nothing else. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Config } from '#server/config.ts'
import { schemaVersion } from '#server/db/migrate.ts'
import { Refusal } from '#server/refusal.ts'
import type { ClockGuard } from '#server/services/clock-guard.ts'
import { namesAnotherTenant } from '#server/services/tenant-named.ts'
import type { Tenant, Tenants } from '#server/services/tenants.ts'
import type { Clock } from '#shared/domain/ids.ts'
import { EPOCH_HEADER, NOW_HEADER } from '#shared/sync/wire.ts'

declare module 'fastify' {
  interface FastifyRequest {
    tenant: Tenant | null
  }
}

export interface TenantNeeds {
  readonly tenants: Tenants
  readonly clockGuard: ClockGuard
  readonly clock: Clock
  readonly config: Config
}

/** A device tries again within this many seconds while its tenant moves or is brought up to date. */
const SOON_SECONDS = 2
/** Names a tenant beside the token; one that disagrees is refused. */
const TENANT_HEADER = 'bobbin-tenant'

export function tenantOfRequest(app: FastifyInstance, needs: TenantNeeds): void {
  const migrating = new Map<string, Promise<Tenant>>()
  const current = schemaVersion('tenant')
  app.decorateRequest('tenant', null)

  app.addHook('onRequest', async request => {
    if (!request.who) return
    refuseWrongClock(needs.clockGuard)
    const tenant = await needs.tenants.byId(request.who.tenantId)
    if (!tenant || tenant.state === 'deleting') throw new Refusal('not-signed-in', 'Sign in again.', 401)
    const named = { hostname: request.hostname, header: request.headers[TENANT_HEADER] }
    if (namesAnotherTenant(named, tenant, needs.config))
      throw new Refusal('wrong-tenant', 'This is not the cloud you are signed in to.', 403)
    request.tenant = tenant
    if (tenant.state === 'suspended')
      throw new Refusal('suspended', 'This account rests. Write to whoever runs the cloud.', 403)
    if (tenant.state === 'moving') throw new Refusal('moving', 'Your library is being moved.', 503, SOON_SECONDS)
    if (tenant.schemaVersion < current) request.tenant = await upToDate(tenant)
  })

  /** On first use after a deploy. Those who come meanwhile wait for the same one. */
  function upToDate(tenant: Tenant): Promise<Tenant> {
    const running = migrating.get(tenant.id) ?? migrateOne(tenant).finally(() => migrating.delete(tenant.id))
    migrating.set(tenant.id, running)
    return running
  }

  async function migrateOne(tenant: Tenant): Promise<Tenant> {
    try {
      return await needs.tenants.migrate(tenant)
    } catch (error) {
      app.log.error({ err: error, tenant: tenant.id }, 'ALERT a tenant could not be brought up to date')
      throw new Refusal('updating', 'Your library is being brought up to date.', 503, SOON_SECONDS)
    }
  }

  app.addHook('onSend', async (request, reply) => {
    // What a route has set itself, it knows better: an epoch that began during the request.
    if (request.tenant && !reply.hasHeader(EPOCH_HEADER)) reply.header(EPOCH_HEADER, request.tenant.epoch)
    if (!reply.hasHeader(NOW_HEADER)) reply.header(NOW_HEADER, String(needs.clock.now()))
  })
}

/** The tenant of a route with `auth: 'device'`. */
export function tenantOf(request: FastifyRequest): Tenant {
  if (!request.tenant) throw new Error('a route without a tenant asked for one')
  return request.tenant
}

function refuseWrongClock(guard: ClockGuard): void {
  if (guard.behindMs() !== null)
    throw new Refusal('clock-behind', 'The clock of the cloud is wrong. It will be put right.', 503, SOON_SECONDS)
}
