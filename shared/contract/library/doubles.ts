/** Patterns that look alike: pairs to look at, and what she decides about them. */
import { z } from 'zod'
import { FILE_ROLES, PATTERN_STATES } from '#shared/domain/pattern.ts'
import { method } from '../method.ts'
import { change, id, instant, nothing } from './common.ts'

/**
 * Why two patterns are shown together. `exact`: the same bytes; `same`, `mirrored`, `turned`: the same line whatever its format, size and
 * place; `stretched`: the same when each side has a scale of its own; `near`: most of the line; `names`: one of them cannot be read and has
 * the other's name.
 */
export const PAIR_KINDS = ['exact', 'same', 'mirrored', 'turned', 'stretched', 'near', 'names'] as const

const side = z.object({
  id,
  name: z.string(),
  designer: z.string().nullable(),
  state: z.enum(PATTERN_STATES),
  widthMm: z.number().nullable(),
  heightMm: z.number().nullable(),
  sizeUnknown: z.boolean(),
  favourite: z.boolean(),
  addedAt: instant,
  /** Her own words and places: what would be lost if it went and nothing were taken over. */
  tags: z.number().int(),
  collections: z.number().int(),
  plans: z.number().int(),
  hasNotes: z.boolean(),
  files: z.array(z.object({ name: z.string(), format: z.string(), role: z.enum(FILE_ROLES) })),
  sketchKey: z.string().nullable(),
  pictureKey: z.string().nullable(),
})

/** What we would do, and why. `keep`: the one that stays, or that the files of both come together in. */
const suggestion = z.object({
  action: z.enum(['combine', 'keep-one', 'keep-both']),
  keep: id,
  why: z.enum(['other-format', 'readable', 'more-files', 'more-words', 'older', 'other-size', 'other-way-round']),
})

const pair = z.object({
  id: z.string(),
  kind: z.enum(PAIR_KINDS),
  /** Share of each line that lies on the other, the lesser of both, 0 to 1; null where lines were not compared. */
  coverage: z.number().nullable(),
  /** The same but for its beginning or end. */
  ends: z.boolean(),
  mirrored: z.boolean(),
  /** Counter-clockwise, from the first to the second, after any mirroring. */
  turnDeg: z.number(),
  /** Millimetres of the second to one of the first; null where a size is not known. */
  scale: z.number().nullable(),
  /** Across and up, of a stretched one; null for all others. */
  stretch: z.object({ x: z.number(), y: z.number() }).nullable(),
  first: side,
  second: side,
  /** Null: for her eyes alone. */
  suggestion: suggestion.nullable(),
  /** Patterns that hang together over this and other pairs. */
  group: z.number().int(),
})

/** Lines of both in one frame: x, y pairs per run, Y up, in thousandths of the longer side of the first. */
const overlay = z.object({
  first: z.array(z.instanceof(Float64Array)),
  second: z.array(z.instanceof(Float64Array)),
})

/** Two patterns, whichever is named first. */
const two = z.object({ first: id, second: id }).strict()

export const doublesMethods = {
  /** How far the search for patterns of one design is, and how many pairs wait for her. */
  'doubles.state': method(
    nothing,
    z.object({
      state: z.enum(['waiting', 'running', 'paused']),
      done: z.number().int(),
      total: z.number().int(),
      pairs: z.number().int(),
    }),
  ),

  /** The surest first; those of one group together. */
  'doubles.list': method(
    z
      .object({ offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(200).default(50) })
      .strict(),
    z.object({ total: z.number().int(), pairs: z.array(pair) }),
  ),

  /** The pairs one pattern is in. */
  'doubles.of': method(z.object({ id }).strict(), z.object({ pairs: z.array(pair) })),

  /** Both lines, the first laid upon the second and both as large as they are; null where one has no line. */
  'doubles.overlay': method(two, z.object({ overlay: overlay.nullable() })),

  /** Looks for doubles now; answers when all that is here has been compared. */
  'doubles.scan': method(nothing, nothing),

  'doubles.pause': method(nothing, nothing),

  'doubles.goOn': method(nothing, nothing),

  /** Both stay as they are; remembered. */
  'doubles.keepBoth': method(two, change),

  /** Two designs that only look alike; remembered. */
  'doubles.notSame': method(two, change),

  /**
   * One stays and gets the other's tags, collections, plans, notes and heart; the other goes to the trash. Undone as one.
   */
  'doubles.keepOne': method(z.object({ keep: id, other: id }).strict(), change),

  /** The files of both under one pattern, with all the words of both. Undone as one. */
  'doubles.combine': method(z.object({ keep: id, other: id }).strict(), change),

  /** Does what is suggested for these pairs, by their ids. Undone as one. */
  'doubles.accept': method(z.object({ ids: z.array(z.string().max(200)).min(1).max(10) }).strict(), change),
} as const

export type DoublePair = z.infer<typeof pair>
export type DoubleSide = z.infer<typeof side>
export type DoubleOverlay = z.infer<typeof overlay>
export type DoublesState = z.infer<(typeof doublesMethods)['doubles.state']['output']>
