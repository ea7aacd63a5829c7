/** What every request of a device tells about itself (SYNC.md section 7): its epoch, the time it heard, the greatest seq it knows. */
import { z } from 'zod'
import { EPOCH_HEADER, HEARD_HEADER, KNOWN_HEADER } from '#shared/sync/wire.ts'

const whole = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)

export const syncHeaders = z.object({
  [EPOCH_HEADER]: z
    .string()
    .max(64)
    .optional()
    .describe('The epoch the device reads in; absent before the first contact'),
  [HEARD_HEADER]: whole.default(0).describe('The greatest server time the device has heard, milliseconds'),
  [KNOWN_HEADER]: whole.default(0).describe('The greatest seq the device knows'),
})
