/** What the pane beside the wall asks: several patterns as one, the words that came with one, and the way back in its history. */
import { z } from 'zod'
import { PATTERN_STATES } from '#shared/domain/pattern.ts'
import { method } from '../method.ts'
import { change, id, ids, kind, name } from './common.ts'

/** A value that all of them have, or that differs between them. */
function shared<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('same', [
    z.object({ same: z.literal(true), value }),
    z.object({ same: z.literal(false) }),
  ])
}

const range = z.object({ from: z.number(), to: z.number() })

/** Something that some or all of them have. */
const worn = z.object({ id, name: z.string(), patterns: z.number().int() })

const patternsSummary = z.object({
  /** How many of the ids asked about are patterns of this library. */
  count: z.number().int(),
  trashed: z.number().int(),
  /** The first few of them, to be drawn. */
  faces: z.array(z.object({ id, sketchKey: z.string().nullable(), pictureKey: z.string().nullable() })),
  name: shared(z.string()),
  designer: shared(z.string().nullable()),
  kind: shared(kind),
  favourite: shared(z.boolean()),
  notes: shared(z.string()),
  /** Most worn first. */
  tags: z.array(worn),
  collections: z.array(worn),
  /** Formats of their designs, most frequent first. */
  formats: z.array(z.object({ format: z.string(), patterns: z.number().int() })),
  /** Of those whose size is known; null where that is none of them. */
  size: z.object({ widthMm: range, heightMm: range, patterns: z.number().int() }).nullable(),
  /** Length stitched by those whose size is known. */
  stitchedMm: z.number(),
  states: z.record(z.enum(PATTERN_STATES), z.number().int()),
})

const leftBehind = z.object({
  field: z.enum(['designer', 'tag', 'collection']),
  name: z.string(),
  /** `merged`: it is part of another one now. `gone`: it was deleted. */
  why: z.enum(['merged', 'gone']),
})

export const inspectorMethods = {
  /** Several patterns looked at as one. */
  'patterns.summary': method(z.object({ ids }).strict(), patternsSummary),

  /** The words of a text that came with a pattern. `document-not-text`: there is nothing in it to be shown as text. */
  'patterns.document': method(
    z.object({ fileId: id }).strict(),
    z.object({
      name: z.string(),
      text: z.string(),
      /** The file is longer than is shown. */
      truncated: z.boolean(),
    }),
  ),

  /** The pattern's own fields, tags and collections as they were right after this entry of its history. */
  'patterns.goBack': method(
    z.object({ id, entryId: z.number().int() }).strict(),
    z.object({ change, left: z.array(leftBehind) }),
  ),

  /** Puts patterns into the collection of this name, made when there is none; one thing to undo. */
  'patterns.collectInto': method(z.object({ ids, name }).strict(), change),
} as const

export type PatternsSummary = z.infer<typeof patternsSummary>
export type LeftBehind = z.infer<typeof leftBehind>
