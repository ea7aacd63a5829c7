/** Where the parts are put together: settings in, a server that can listen out. */
import { randomBytes } from 'node:crypto'
import type { Clock, Random } from '#shared/domain/ids.ts'
import { type App, buildApp, type Deps } from './app.ts'
import type { Config } from './config.ts'
import { createPool, kyselyOf, placeOf } from './db/connect.ts'
import type { ControlDb } from './db/control.ts'
import { createPools } from './db/pools.ts'
import { createLog, type Log } from './log.ts'
import { createMetrics } from './plugins/metrics.ts'
import { createClockGuard } from './services/clock-guard.ts'
import { prepareControl } from './services/clusters.ts'
import { createFileShelf } from './services/files/create-shelf.ts'
import { filesNight } from './services/files/files-night.ts'
import type { Bucket } from './services/files/bucket.ts'
import { createBucket } from './services/files/in-bucket.ts'
import { createMailer, type Mailer } from './services/mail.ts'
import { createNames } from './services/names.ts'
import { createNowAndThen } from './services/now-and-then.ts'
import { createNights, type NightJob } from './services/nights.ts'
import { createSecretBox } from './services/secret-box.ts'
import { createTenants } from './services/tenants.ts'
import { copiesNight } from './upkeep/nightly.ts'
import { retiredNight } from './upkeep/retired.ts'
import { createUpkeep } from './upkeep/upkeep.ts'
import { createWhoIsWho } from './services/who-is-who.ts'
import { readCounter } from './shapes/feed.ts'
import { type ShapeSettings, SHAPE_SETTINGS } from './shapes/settings.ts'
import { createWakeUps } from './shapes/wake/wake-ups.ts'

/** The world, as tests may replace it. */
export interface World {
  readonly clock?: Clock
  readonly random?: Random
  readonly log?: Log
  readonly mail?: Mailer
  /** How long a device is held, and how much it is sent at once. */
  readonly shapes?: Partial<ShapeSettings>
}

export interface Cloud {
  readonly deps: Deps
  readonly app: App
  /** Finishes what is in hand, then closes every connection. */
  close(): Promise<void>
}

const CONTROL_CONNECTIONS = 8
const TEND_EVERY_MS = 60 * 60_000

/** Everything but HTTP: what the operator's commands work with. */
export async function composeDeps(config: Config, world: World = {}): Promise<{ deps: Deps; close(): Promise<void> }> {
  const clock = world.clock ?? { now: Date.now }
  const random = world.random ?? { bytes: randomBytes }
  const log = world.log ?? createLog(config)
  const onTrouble = (error: unknown, doing: string): void => log.error({ err: error, doing }, 'trouble')
  const box = createSecretBox(config.secretKeys, random)
  const names = createNames(config, random)
  const place = await prepareControl(placeOf(config.databaseUrl), names, box)
  const control = kyselyOf<ControlDb>(
    createPool(place, {
      most: CONTROL_CONNECTIONS,
      idleMs: 60_000,
      onError: error => onTrouble(error, 'keeping a connection to the registry'),
    }),
  )
  const tenants = createTenants({ control, config, clock, random, box, names, onTrouble })
  await tenants.prepare()
  const pools = createPools({
    most: config.mostConnections,
    place: tenant => tenants.place(tenant),
    onError: error => onTrouble(error, 'keeping a connection to a tenant'),
  })
  const clockGuard = createClockGuard({
    control,
    clock,
    onTrouble,
    onBehind: ms => log.error({ behindSeconds: Math.round(ms / 1000) }, 'ALERT the clock is behind: nothing is served'),
  })
  await clockGuard.start()
  const wake = createWakeUps({
    control,
    connection: place,
    counterOf: async id => {
      const tenant = await tenants.byId(id)
      return tenant?.state === 'active' ? pools.use(tenant, readCounter) : 0
    },
    name: Buffer.from(random.bytes(8)).toString('hex'),
    random: () => random.bytes(1)[0]! / 256,
    warn: (doing, error) => onTrouble(error, doing),
  })
  await wake.start()
  const bucket = config.bucket && createBucket(config.bucket)
  if (bucket) void lookInto(bucket).catch((error: unknown) => onTrouble(error, 'looking into the bucket'))
  const files = createFileShelf({ use: (tenant, work) => pools.use(tenant, work), bucket, clock, onTrouble })
  const mail = world.mail ?? createMailer({ config, clock, random, onTrouble })
  const whoIsWho = createWhoIsWho({ config, control, clock, random, box, tenants, pools, mail, onTrouble })
  const metrics = createMetrics()
  // Other parts add what they do at night.
  const upkeep = createUpkeep({ config, control, tenants, pools, names, box, bucket, clock, random, wake })
  const jobs: NightJob[] = [filesNight(files, control), retiredNight(upkeep, onTrouble)]
  if (config.copies !== null) jobs.push(copiesNight(upkeep, config.copies))
  const nights = createNights({
    control,
    pools,
    tenants,
    wake,
    clock,
    clockGuard,
    metrics,
    nightHour: config.nightHour,
    jobs,
    onTrouble,
  })
  const deps: Deps = {
    config,
    control,
    pools,
    tenants,
    clock,
    random,
    clockGuard,
    log,
    wake,
    box,
    shapes: { ...SHAPE_SETTINGS, ...world.shapes },
    files,
    bucket,
    metrics,
    nights,
    tokens: whoIsWho.tokens,
    whoIsWho,
  }
  return {
    deps,
    async close() {
      clockGuard.stop()
      await nights.stop()
      bucket?.close()
      await wake.close()
      await tenants.close()
      await pools.close()
      await control.destroy()
    },
  }
}

/** Whether it is there and ours is told at start, not with the first quilter's file. */
async function lookInto(bucket: Bucket): Promise<void> {
  await bucket.folders()[Symbol.asyncIterator]().next()
}

/** The whole server, ready to listen. */
export async function compose(config: Config, world: World = {}): Promise<Cloud> {
  const parts = await composeDeps(config, world)
  await parts.deps.tenants.replenish()
  const app = await buildApp(parts.deps)
  parts.deps.nights.start()
  const tending = createNowAndThen({
    everyMs: TEND_EVERY_MS,
    work: () => parts.deps.whoIsWho.tend(),
    onTrouble: error => parts.deps.log.error({ err: error, doing: 'tending who is who' }, 'trouble'),
  })
  tending.start()
  return {
    deps: parts.deps,
    app,
    async close() {
      await app.close()
      await tending.stop()
      await parts.close()
    },
  }
}
