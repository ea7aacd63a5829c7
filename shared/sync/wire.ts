/**
 * What goes over the wire beside the shape (Electric's HTTP protocol). Every request carries the header names below; every answer, shape
 * answers included, carries `bobbin-epoch` and `bobbin-now`.
 */
import { z } from 'zod'
import type { Json } from './record.ts'

/** Request: the epoch the device reads in (absent before the first contact). Answer: the epoch of the database. */
export const EPOCH_HEADER = 'bobbin-epoch'
/** Request: the greatest server time the device has heard, milliseconds. */
export const HEARD_HEADER = 'bobbin-heard'
/** Request: the greatest seq the device knows. */
export const KNOWN_HEADER = 'bobbin-known'
/** Answer: the server's time, milliseconds. */
export const NOW_HEADER = 'bobbin-now'

export const MOST_RECORDS = 500
export const MOST_BYTES = 1024 * 1024

const json = z.json() as unknown as z.ZodType<Json>
export const stampSchema = z.tuple([z.number().int().min(0), z.number().int().min(0), z.string().min(1).max(64)])
const name = z.string().min(1).max(64)

export const pushEntry = z.object({
  field: name,
  value: json,
  stamp: stampSchema,
  base: stampSchema.nullable(),
  again: z.boolean(),
})

export const pushRecord = z.object({ table: name, id: name, entries: z.array(pushEntry).min(1) })

export const pushRequest = z.object({ records: z.array(pushRecord).max(MOST_RECORDS) })

/**
 * What became of one record of the request, in the request's order. `named`: places in the request's list of its entries that the
 * outcome is about; exactly these are cleared, held or stamped again.
 */
export const recordAnswer = z.discriminatedUnion('outcome', [
  /** `renew`: a stamp of ours stands there with another value, so the library is a copy and takes a new device id. */
  z.object({ outcome: z.literal('stored'), named: z.array(z.number().int()), renew: z.boolean() }),
  /** These are ahead of the server's clock: stamp them again, above `stored`. Nothing of the record was stored. */
  z.object({
    outcome: z.literal('clock'),
    named: z.array(z.number().int()),
    stored: z.record(z.string(), stampSchema),
  }),
  z.object({ outcome: z.literal('purged'), stamps: z.record(z.string(), stampSchema) }),
  z.object({
    outcome: z.enum(['refused', 'failed']),
    named: z.array(z.number().int()),
    code: z.string(),
    message: z.string(),
  }),
])

export const pushAnswer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('done'), epoch: z.string(), now: z.number(), records: z.array(recordAnswer) }),
  /** Another epoch: nothing was stored; read again. */
  z.object({ status: z.literal('epoch'), epoch: z.string(), now: z.number() }),
])

/**
 * `seq`: the greatest of all records. `buckets`: 256 hashes of 16 hex digits; or with `?bucket=n` every record in that one, with its
 * stamps, by which a device looks at what it shares of a record whose other values were refused.
 */
export const digestAnswer = z.object({
  epoch: z.string(),
  seq: z.number().int(),
  buckets: z.array(z.string()).optional(),
  records: z
    .array(
      z.object({
        table: z.string(),
        id: z.string(),
        hash: z.string(),
        stamps: z.record(z.string(), stampSchema),
      }),
    )
    .optional(),
})

export type PushEntry = z.infer<typeof pushEntry>
export type PushRecord = z.infer<typeof pushRecord>
export type PushRequest = z.infer<typeof pushRequest>
export type RecordAnswer = z.infer<typeof recordAnswer>
export type PushAnswer = z.infer<typeof pushAnswer>
export type DigestAnswer = z.infer<typeof digestAnswer>
