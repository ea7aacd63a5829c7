/** What the cloud answers beside records, files and signing in. */
import { z } from 'zod'
import type { Json } from '#shared/sync/record.ts'
import { deviceAnswer } from '#shared/sync/auth.ts'
import { stampSchema } from '#shared/sync/wire.ts'

const json = z.json() as unknown as z.ZodType<Json>

/** A value a record once had, and what took its place. */
export const valueAnswer = z.object({
  table: z.string(),
  id: z.string(),
  field: z.string(),
  value: json,
  stamp: stampSchema,
  /** Which computer typed it, by the name she gave it. */
  device: z.string().nullable(),
  current: z.object({ value: json, stamp: stampSchema, device: z.string().nullable() }).nullable(),
})
const computerAnswer = deviceAnswer.pick({ id: true, name: true, isThis: true, stampIds: true })
export const historyAnswer = z.object({ values: z.array(valueAnswer) })
export const conflictsAnswer = z.object({
  conflicts: z.array(valueAnswer),
  /** Whose values they are; an older cloud does not tell it. */
  computers: z.array(computerAnswer).optional(),
})
export const restoreAnswer = z.object({ restoreId: z.string(), records: z.number().int() })
export const undoRestoreAnswer = z.object({ records: z.number().int() })

export type CloudValue = z.infer<typeof valueAnswer>
