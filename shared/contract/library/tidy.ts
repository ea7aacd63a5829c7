/** Tidying up: what could be put right, in groups, each with what would do it; suggested tags; searches that found nothing. */
import { z } from 'zod'
import { method } from '../method.ts'
import { change, id, ids, instant, name, nothing } from './common.ts'
import { patternCard } from './patterns.ts'

/** What a pattern may lack or have wrong. */
export const TIDY_GROUPS = ['untagged', 'way-up', 'no-picture', 'size-unknown'] as const
export type TidyGroup = (typeof TIDY_GROUPS)[number]

const page = {
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(200).default(50),
}

/** Why a tag is suggested, as it is said: "8 of 10 that look alike have it", "“fthr” stands in its name". */
const reason = z.object({
  /** Of the nearest patterns that have tags at all, how many have this one; null: shape says nothing. */
  alike: z.object({ having: z.number().int(), of: z.number().int() }).nullable(),
  /** Its name or a file of it says so. */
  named: z.boolean(),
})

const suggestion = z.object({ tag: z.string(), reason })

const tidyItem = z.object({
  pattern: patternCard,
  /** Of those without tags. */
  suggestions: z.array(suggestion),
  /** Of those that may lie the wrong way: degrees counter-clockwise that would set it right. */
  wayUp: z.object({ why: z.enum(['on-its-side', 'backwards', 'words-on-side']), turnDegrees: z.number() }).nullable(),
})

const missedSearch = z.object({ id, query: z.string(), times: z.number().int(), lastAt: instant })

export const tidyMethods = {
  'tidy.counts': method(
    nothing,
    z.object({
      groups: z.record(z.enum(TIDY_GROUPS), z.number().int()),
      missed: z.number().int(),
    }),
  ),

  /** Newest first. */
  'tidy.list': method(
    z.object({ group: z.enum(TIDY_GROUPS), ...page }).strict(),
    z.object({ total: z.number().int(), items: z.array(tidyItem) }),
  ),

  /** Tags for these patterns, each with those it is suggested for; of very many, the first two hundred are looked at. */
  'tidy.suggest': method(
    z.object({ ids }).strict(),
    z.object({
      looked: z.number().int(),
      suggestions: z.array(suggestion.extend({ ids })),
    }),
  ),

  /** Puts tags on patterns, each its own, as one change. */
  'tidy.accept': method(
    z.object({ items: z.array(z.object({ id, tags: z.array(name).max(50) }).strict()).max(5_000) }).strict(),
    change,
  ),

  /** "No thanks": these tags are not suggested for these patterns any more. */
  'tidy.decline': method(z.object({ ids, tags: z.array(name).max(50) }).strict(), change),

  /** "It is right so": they are in this group no more. */
  'tidy.rightSo': method(z.object({ ids, group: z.enum(['way-up', 'no-picture', 'size-unknown']) }).strict(), change),

  /** Keeps a turned version and sends that from now on; the file itself stays. */
  'tidy.turn': method(z.object({ id, unit: z.enum(['inch', 'cm']).default('inch') }).strict(), change),

  /** How wide it really is, millimetres: a version of that size is kept, and the pattern has it. Only where its size is unknown. */
  'tidy.size': method(
    z.object({ id, widthMm: z.number().min(1).max(100_000), unit: z.enum(['inch', 'cm']).default('inch') }).strict(),
    change,
  ),

  /** Newest first. */
  'missed.list': method(nothing, z.object({ searches: z.array(missedSearch) })),

  'missed.forget': method(z.object({ ids }).strict(), nothing),

  /** Takes a "Forget" back. */
  'missed.restore': method(z.object({ ids }).strict(), nothing),

  /** Patterns that may have been meant, best first; few. */
  'missed.meant': method(z.object({ id }).strict(), z.object({ patterns: z.array(patternCard) })),
} as const

export const tidyEvents = {
  'missed.changed': z.object({}),
} as const

export type TidyItem = z.infer<typeof tidyItem>
export type Suggestion = z.infer<typeof suggestion>
export type SuggestionReason = z.infer<typeof reason>
export type MissedSearch = z.infer<typeof missedSearch>
