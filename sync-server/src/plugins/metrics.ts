/** Figures for the operator. Labels are routes and outcomes, never a tenant or a person. */
import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { TenantPools } from '#server/db/pools.ts'
import type { ClockGuard } from '#server/services/clock-guard.ts'

export interface Metrics {
  readonly registry: Registry
  /** Records of pushes, by outcome. */
  readonly records: Counter<'outcome'>
  readonly newEpochs: Counter
  readonly nights: Counter<'outcome'>
  readonly purged: Counter
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  return {
    registry,
    records: new Counter({
      name: 'bobbin_records_total',
      help: 'Records pushed, by outcome',
      labelNames: ['outcome'] as const,
      registers,
    }),
    newEpochs: new Counter({
      name: 'bobbin_new_epochs_total',
      help: 'Databases found to be older than a device',
      registers,
    }),
    nights: new Counter({
      name: 'bobbin_nights_total',
      help: 'Nightly runs of tenants, by outcome',
      labelNames: ['outcome'] as const,
      registers,
    }),
    purged: new Counter({
      name: 'bobbin_purged_total',
      help: 'Records purged after their nights in the trash',
      registers,
    }),
  }
}

interface Needs {
  readonly metrics: Metrics
  readonly pools: TenantPools
  readonly clockGuard: ClockGuard
}

/** Measures every request, and what the server holds at the moment it is asked. */
export function measure(app: FastifyInstance, needs: Needs): void {
  const { registry } = needs.metrics
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'bobbin_http_seconds',
    help: 'Time to answer',
    labelNames: ['route', 'method', 'status'] as const,
    buckets: [0.005, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 20],
    registers,
  })
  const connections = new Gauge({
    name: 'bobbin_connections',
    help: 'Connections to databases of tenants',
    labelNames: ['state'] as const,
    registers: [],
    collect() {
      const { open, active, waiting } = needs.pools.counts()
      this.set({ state: 'open' }, open)
      this.set({ state: 'active' }, active)
      this.set({ state: 'waited-for' }, waiting)
    },
  })
  const behind = new Gauge({
    name: 'bobbin_clock_behind_seconds',
    help: 'How far the clock is behind the greatest time recorded, once it is too far; alert above 0',
    registers: [],
    collect() {
      this.set((needs.clockGuard.behindMs() ?? 0) / 1000)
    },
  })
  registry.registerMetric(connections)
  registry.registerMetric(behind)
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    seconds.observe({ route, method: request.method, status: String(reply.statusCode) }, reply.elapsedTime / 1000)
  })
}
