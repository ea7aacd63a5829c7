/** What every part of the contract is made of. */
import { z } from 'zod'
import { KINDS } from '#shared/domain/pattern.ts'

export const id = z.string().min(1).max(64)

export const ids = z.array(id).max(200_000)

export const instant = z.number().int()

export const nothing = z.object({}).strict()

export const text = z.string().max(20_000)

export const name = z.string().trim().min(1).max(300)

export const kind = z.enum(KINDS)

/** The one thing a mutation answers: what it was called, so that a toast can say it and undo it. */
export const change = z.object({
  commandId: z.number().int().nullable(),
  /** Stable word of the catalogue: `trash`, `add-tags`, `rename` … */
  label: z.string(),
  args: z.record(z.string(), z.unknown()),
  patterns: z.number().int(),
})

export const warning = z.object({ code: z.string(), message: z.string(), line: z.number().int().optional() })

export const progressCount = z.object({ done: z.number().int(), total: z.number().int() })

export type Change = z.infer<typeof change>
