/** An optional helper for search that she downloaded: a small model that finds by meaning. Off unless she turns it on. */
import { z } from 'zod'
import { method } from '../method.ts'
import { nothing } from './common.ts'

const folder = z.string().min(1).max(4_096)

const meaningState = z.object({
  on: z.boolean(),
  /** The folder she chose; null: `ownFolder`. */
  folder: folder.nullable(),
  ownFolder: folder,
  /** `learning`: it is at work and still gets to know her patterns. `refused`: `problem` says why; search is as without it. */
  state: z.enum(['off', 'opening', 'refused', 'learning', 'ready']),
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
  model: z
    .object({
      name: z.string(),
      licence: z.string(),
      /** What it knows patterns by. */
      knows: z.enum(['pictures', 'words']),
      bytes: z.number().int(),
    })
    .nullable(),
  /** Patterns it knows, of how many. */
  done: z.number().int(),
  total: z.number().int(),
})

export const meaningMethods = {
  'meaning.get': method(nothing, meaningState),

  /** Fails with `folder-not-found`; a helper that cannot be used is told in the state. */
  'meaning.set': method(
    z.object({ on: z.boolean().optional(), folder: folder.nullable().optional() }).strict(),
    meaningState,
  ),

  /** Turns it off and forgets all it made. The downloaded files stay in their folder. */
  'meaning.remove': method(nothing, meaningState),
} as const

export const meaningEvents = {
  'meaning.changed': meaningState,
  /** What is near to this query is known now: the same question gives more, marked `also`. */
  'meaning.found': z.object({ query: z.string() }),
} as const

export type MeaningState = z.infer<typeof meaningState>
