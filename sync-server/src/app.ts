/** The server as one value: everything it needs comes in as `deps`, nothing is read from the surroundings. */
import rateLimit from '@fastify/rate-limit'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  LogController,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { type Clock, type Random, uuidV7 } from '#shared/domain/ids.ts'
import type { Config } from './config.ts'
import type { Control } from './db/control.ts'
import type { TenantPools } from './db/pools.ts'
import type { Log } from './log.ts'
import { authenticate } from './plugins/authenticate.ts'
import { gzipBodies, MOST_BODY_BYTES } from './plugins/bodies.ts'
import { letGoWhenClosing } from './plugins/closing.ts'
import { documentation } from './plugins/documentation.ts'
import { errorReplies } from './plugins/error-reply.ts'
import { fairShare } from './plugins/fair-share.ts'
import { type Metrics, measure } from './plugins/metrics.ts'
import { stopWithoutWaiting } from './plugins/stopping.ts'
import { tenantOfRequest } from './plugins/tenant.ts'
import { Refusal } from './refusal.ts'
import { fileRoutes } from './routes/files.ts'
import { accountRoutes } from './routes/account.ts'
import { authRoutes } from './routes/auth/routes.ts'
import { deviceRoutes } from './routes/devices.ts'
import { healthRoutes } from './routes/health.ts'
import { historyRoutes } from './routes/history.ts'
import { recordRoutes } from './routes/records.ts'
import type { ClockGuard } from './services/clock-guard.ts'
import type { SecretBox } from './services/secret-box.ts'
import type { Bucket } from './services/files/bucket.ts'
import type { FileShelf } from './services/files/shelf.ts'
import type { Nights } from './services/nights.ts'
import type { Tenants } from './services/tenants.ts'
import type { Tokens } from './services/tokens.ts'
import type { WakeUps } from './services/wake-ups.ts'
import type { WhoIsWho } from './services/who-is-who.ts'
import { shapeRoutes } from './shapes/shape-routes.ts'
import type { ShapeSettings } from './shapes/settings.ts'

export interface Deps {
  readonly config: Config
  readonly control: Control
  readonly pools: TenantPools
  readonly tenants: Tenants
  readonly tokens: Tokens
  readonly whoIsWho: WhoIsWho
  readonly wake: WakeUps
  readonly files: FileShelf
  /** Where files lie; null: in the tenants' databases. */
  readonly bucket: Bucket | null
  readonly clock: Clock
  readonly random: Random
  readonly clockGuard: ClockGuard
  readonly metrics: Metrics
  readonly nights: Nights
  readonly log: Log
  readonly shapes: ShapeSettings
  readonly box: SecretBox
}

/** An app whose routes are typed by their zod schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>

const REQUEST_HEADER = 'bobbin-request'
/** Longer than the longest poll. */
const REQUEST_WITHIN_MS = 120_000

/** Builds the server, not yet listening. */
export async function buildApp(deps: Deps): Promise<App> {
  const { config } = deps
  const fastify = Fastify({
    loggerInstance: deps.log as FastifyBaseLogger,
    // We write a line of our own at the end of each: theirs holds the whole address.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => uuidV7(deps.clock, deps.random),
    bodyLimit: MOST_BODY_BYTES,
    requestTimeout: REQUEST_WITHIN_MS,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  })
  const app = fastify.withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)

  const isSecure = config.publicUrl?.startsWith('https:') ?? false
  errorReplies(app)
  letGoWhenClosing(app)
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({
      [REQUEST_HEADER]: request.id,
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      ...(isSecure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
    })
  })
  stopWithoutWaiting(app)
  authenticate(app, deps)
  tenantOfRequest(app, deps)
  fairShare(app, config.requestsPerMinute / 60)
  gzipBodies(app)
  measure(app, deps)
  app.addHook('onResponse', async (request, reply) => {
    deps.log.info(
      {
        request: request.id,
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        tenant: request.tenant?.id ?? null,
      },
      'answered',
    )
  })
  await app.register(rateLimit, {
    global: true,
    // After we know who asks, before we read what she sends.
    hook: 'preParsing',
    // A tenant is held to her pace before it comes to this; who is not known yet, by address.
    max: 2 * config.requestsPerMinute,
    timeWindow: 60_000,
    keyGenerator: request => request.who?.tenantId ?? request.ip,
    errorResponseBuilder: (_request, { ttl }) =>
      new Refusal('too-many', 'Too many requests. Try again in a moment.', 429, Math.ceil(ttl / 1000)),
  })
  await documentation(app)
  await app.register(async inside => routes(inside.withTypeProvider<ZodTypeProvider>(), deps))
  return app
}

/** Every part of the product adds its routes here. */
function routes(app: App, deps: Deps): void {
  healthRoutes(app, deps)
  fileRoutes(app, deps)
  recordRoutes(app, deps)
  historyRoutes(app, deps)
  authRoutes(app, deps)
  accountRoutes(app, deps)
  deviceRoutes(app, deps)
  shapeRoutes(app, deps)
}
