/** Pushing records, and comparing them. */
import { z } from 'zod'
import type { App, Deps } from '#server/app.ts'
import { errorReply } from '#server/plugins/error-reply.ts'
import { syncHeaders } from '#server/plugins/sync-headers.ts'
import { tenantOf } from '#server/plugins/tenant.ts'
import { beginEpoch } from '#server/services/epochs.ts'
import { readBucket, readDigest } from '#server/services/records/digest.ts'
import { pushRecords } from '#server/services/records/push.ts'
import { stillHere } from '#server/services/still-here.ts'
import type { Tenant } from '#server/services/tenants.ts'
import { announced } from '#server/services/wake-ups.ts'
import { BUCKETS } from '#shared/sync/digest.ts'
import { wasPutBack } from '#shared/sync/server/nights.ts'
import {
  digestAnswer,
  EPOCH_HEADER,
  HEARD_HEADER,
  KNOWN_HEADER,
  MOST_RECORDS,
  NOW_HEADER,
  type PushAnswer,
  pushAnswer,
  pushRecord,
} from '#shared/sync/wire.ts'

// Each record is looked at by itself, so that one that is not valid is refused and the others are stored; the document tells what is meant.
const pushBody = z.object({
  records: z.array(z.unknown().meta({ description: 'A record: see PushRecord' })).max(MOST_RECORDS),
})
z.globalRegistry.add(pushRecord, { id: 'PushRecord' })

export function recordRoutes(app: App, deps: Deps): void {
  app.route({
    method: 'POST',
    url: '/v1/records',
    config: { auth: 'device' },
    schema: {
      tags: ['records'],
      summary: 'Push changed values: an answer for each record; the same push again is harmless',
      headers: syncHeaders,
      body: pushBody,
      response: { 200: pushAnswer, '4xx': errorReply, '5xx': errorReply },
    },
    handler: async (request, reply) => {
      const answer = await push(deps, tenantOf(request), {
        records: request.body.records,
        epoch: request.headers[EPOCH_HEADER] ?? null,
        heard: request.headers[HEARD_HEADER],
        known: request.headers[KNOWN_HEADER],
      })
      reply.header(EPOCH_HEADER, answer.epoch).header(NOW_HEADER, String(answer.now))
      return answer
    },
  })

  app.route({
    method: 'GET',
    url: '/v1/records/digest',
    config: { auth: 'device' },
    schema: {
      tags: ['records'],
      summary: 'Hashes to compare a library with: of 256 buckets, or of every record in one',
      headers: syncHeaders,
      querystring: z.object({
        bucket: z.coerce
          .number()
          .int()
          .min(0)
          .max(BUCKETS - 1)
          .optional(),
      }),
      response: { 200: digestAnswer, '4xx': errorReply, '5xx': errorReply },
    },
    handler: async (request, reply) => {
      const tenant = tenantOf(request)
      const { bucket } = request.query
      const digest = await deps.pools.use(tenant, async db => {
        const read = bucket === undefined ? await readDigest(db) : await readBucket(db, bucket)
        return { epoch: (await stillHere(deps.tenants, tenant)).epoch, ...read }
      })
      const isPutBack = wasPutBack(request.headers[KNOWN_HEADER], digest.seq)
      const { epoch } =
        isPutBack && request.headers[EPOCH_HEADER] === digest.epoch ? await putBack(deps, tenant, digest.epoch) : digest
      reply.header(EPOCH_HEADER, epoch)
      return { ...digest, epoch }
    },
  })
}

type Asked = Parameters<typeof pushRecords>[1]

async function push(deps: Deps, tenant: Tenant, asked: Asked): Promise<PushAnswer> {
  const store = (beforeCommit: Promise<void>) =>
    deps.pools.use(tenant, db =>
      pushRecords(db, asked, {
        now: () => deps.clock.now(),
        // From the registry itself, not from memory: another server may have begun an epoch a moment ago.
        epoch: async () => (await stillHere(deps.tenants, tenant)).epoch,
        beforeCommit,
      }),
    )
  // Marked by the commit: a crash after it then still wakes whoever waits.
  const isNews = asked.records.length > 0
  const outcome = await (isNews ? announced(deps.wake, tenant.id, store) : store(Promise.resolve()))
  if (outcome.status === 'put-back') {
    const { epoch } = await putBack(deps, tenant, outcome.epoch)
    return { status: 'epoch', epoch, now: outcome.now }
  }
  if (outcome.status === 'epoch') return { status: 'epoch', epoch: outcome.epoch, now: outcome.now }
  for (const record of outcome.records) deps.metrics.records.inc({ outcome: record.outcome })
  return { status: 'done', epoch: outcome.epoch, now: outcome.now, records: outcome.records }
}

/** The database is older than a device remembers: a new epoch, after the one the device reads in. */
function putBack(deps: Deps, tenant: Tenant, epoch: string): Promise<Tenant> {
  deps.metrics.newEpochs.inc()
  return beginEpoch(deps, { ...tenant, epoch })
}
