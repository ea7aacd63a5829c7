/** The folder that is watched for patterns, and what arrived in it and waits to be looked at. */
import { z } from 'zod'
import { method } from '../method.ts'
import { id, ids, instant, nothing } from './common.ts'

const folder = z.string().min(1).max(4_096)

const watchState = z.object({
  /** Null: nothing is watched. */
  folder: folder.nullable(),
  /** `gone`: a stick that is out, a network that is away; it is watched again as soon as it is back. */
  state: z.enum(['off', 'watching', 'gone']),
  /** Whether she has answered the question, with yes or no: it is asked once. */
  asked: z.boolean(),
  /** Where downloads go on this computer; null when there is no such folder. */
  proposal: folder.nullable(),
})

const arrival = z.object({
  id,
  path: z.string(),
  name: z.string(),
  /** Folder below the watched one; empty for the watched folder itself. */
  folder: z.string(),
  bytes: z.number(),
  foundAt: instant,
  format: z.string(),
  /** Patterns that a ZIP holds; 1 for any other file. */
  patterns: z.number().int(),
  /** Encoding: shared/domain/sketch.ts. Null where no line can be read quickly. */
  sketch: z.instanceof(Uint8Array).nullable(),
})

export const arrivalsMethods = {
  'watch.get': method(nothing, watchState),

  /**
   * Watches this folder from now on: what lies in it already is no arrival. Null: no folder, which also answers the question.
   * Fails with `folder-not-found`, `folder-is-library`.
   */
  'watch.set': method(z.object({ folder: folder.nullable() }).strict(), watchState),

  /** Newest first. */
  'arrivals.list': method(
    z
      .object({
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(0).max(500).default(200),
      })
      .strict(),
    z.object({ total: z.number().int(), arrivals: z.array(arrival) }),
  ),

  /** Every path that waits, in the order of the list: what "Look at them" brings in. */
  'arrivals.paths': method(nothing, z.object({ paths: z.array(z.string()) })),

  /** "Not these": they do not ask again. The files stay where they are. */
  'arrivals.dismiss': method(z.object({ ids }).strict(), nothing),

  /** Takes a "Not these" back. */
  'arrivals.restore': method(z.object({ ids }).strict(), nothing),
} as const

export const arrivalsEvents = {
  'arrivals.changed': z.object({ waiting: z.number().int(), watch: watchState }),
} as const

export type WatchState = z.infer<typeof watchState>
export type Arrival = z.infer<typeof arrival>
