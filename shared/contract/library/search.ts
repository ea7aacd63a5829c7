/** Words: what was understood of them, and what they could become. */
import { z } from 'zod'
import { method } from '../method.ts'
import { nothing } from './common.ts'

/**
 * One thing that was understood of a question. Taking it off takes the letters `from` to `to` (code units) out of the question. `not`: it was
 * asked to be absent. `repairedFrom`: what was typed, where it was taken for something spelled otherwise.
 */
export const chip = z.object({
  from: z.number().int(),
  to: z.number().int(),
  kind: z.enum(['concept', 'word', 'kind', 'size', 'density', 'line']),
  label: z.string(),
  not: z.boolean(),
  repairedFrom: z.string().optional(),
})

const suggestion = z.object({
  /** The whole question as it would be. */
  text: z.string(),
  kind: z.enum(['word', 'tag', 'designer', 'collection', 'pattern', 'search']),
})

export const searchMethods = {
  /** Resolves when the words of the whole library are read, for who would rather wait than be answered from the plainer index meanwhile. */
  'search.prepare': method(nothing, nothing),

  /** What the words typed so far may become, best first. */
  'search.suggest': method(
    z.object({ text: z.string().max(1_000) }).strict(),
    z.object({ suggestions: z.array(suggestion) }),
  ),
} as const

export type Chip = z.infer<typeof chip>
export type Suggestion = z.infer<typeof suggestion>
