/** Seeing, finding and changing patterns; the trash; undo. */
import { z } from 'zod'
import { FILE_ROLES, PATTERN_STATES } from '#shared/domain/pattern.ts'
import { method } from '../method.ts'
import { id, ids, instant, nothing, text, name, kind, change, warning } from './common.ts'

export const patternFilter = z
  .object({
    kinds: z.array(kind).optional(),
    states: z.array(z.enum(PATTERN_STATES)).optional(),
    favourite: z.boolean().optional(),
    collectionId: id.optional(),
    tagIds: ids.optional(),
    designerIds: ids.optional(),
    importId: id.optional(),
    /** Only what was opened or sent before. */
    used: z.boolean().optional(),
    /** Default false: the trash is a place of its own. */
    trashed: z.boolean().optional(),
  })
  .strict()

export const patternSort = z.enum(['best', 'newest', 'name', 'designer', 'last-used'])

/** A picture's worth of a pattern: what the wall draws. The sketch comes separately, by `sketchKey`. */
const patternCard = z.object({
  id,
  name: z.string(),
  designer: z.string().nullable(),
  kind,
  state: z.enum(PATTERN_STATES),
  widthMm: z.number().nullable(),
  heightMm: z.number().nullable(),
  /** True when only the proportions are known. */
  sizeUnknown: z.boolean(),
  favourite: z.boolean(),
  /** SHA-256 of the file whose sketch shows the pattern; null: no geometry. */
  sketchKey: z.string().nullable(),
  /** SHA-256 of the designer's picture, served by the asset route; null: none. */
  pictureKey: z.string().nullable(),
  trashedAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
  score: z.number().optional(),
})

const fileFacts = z.object({
  id,
  name: z.string(),
  format: z.string(),
  role: z.enum(FILE_ROLES),
  bytes: z.number().int(),
  hash: z.string(),
  readable: z.boolean(),
  problem: z.object({ code: z.string(), message: z.string() }).nullable(),
  warnings: z.array(warning),
})

const patternDetail = patternCard.extend({
  notes: z.string(),
  stitchedMm: z.number().nullable(),
  travelMm: z.number().nullable(),
  runs: z.number().int().nullable(),
  jumps: z.number().int().nullable(),
  pauses: z.number().int().nullable(),
  points: z.number().int().nullable(),
  closed: z.boolean().nullable(),
  tags: z.array(z.object({ id, name: z.string() })),
  collections: z.array(z.object({ id, name: z.string() })),
  files: z.array(fileFacts),
  addedAt: instant,
  importId: id.nullable(),
})

const historyEntry = z.object({
  id: z.number().int(),
  at: instant,
  label: z.string(),
  args: z.record(z.string(), z.unknown()),
  changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  undone: z.boolean(),
})

export const patternsMethods = {
  'patterns.list': method(
    z
      .object({
        query: z.string().max(1_000).default(''),
        filter: patternFilter.default({}),
        sort: patternSort.default('newest'),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(0).max(2_000).default(200),
      })
      .strict(),
    z.object({ total: z.number().int(), patterns: z.array(patternCard) }),
  ),

  /** Every id of a result in its order: "choose everything found". */
  'patterns.ids': method(
    z
      .object({
        query: z.string().max(1_000).default(''),
        filter: patternFilter.default({}),
        sort: patternSort.default('newest'),
      })
      .strict(),
    z.object({ ids: z.array(id) }),
  ),

  'patterns.get': method(z.object({ id }).strict(), patternDetail),

  /** Sketches by key in the order asked, null where there is none. Encoding: shared/domain/sketch.ts. */
  'patterns.sketches': method(
    z.object({ keys: z.array(z.string()).max(500) }).strict(),
    z.object({ sketches: z.array(z.instanceof(Uint8Array).nullable()) }),
  ),

  /** The whole stitching, for looking closely. Runs as in shared/geometry/design.ts. */
  'patterns.design': method(
    z.object({ id }).strict(),
    z.object({
      runs: z.array(
        z.object({
          ops: z.instanceof(Uint8Array),
          coords: z.instanceof(Float64Array),
          pauseBefore: z.string().optional(),
          thread: z.string().optional(),
        }),
      ),
    }),
  ),

  'patterns.history': method(z.object({ id }).strict(), z.object({ entries: z.array(historyEntry) })),

  'patterns.edit': method(
    z
      .object({
        ids,
        set: z
          .object({
            name: name.optional(),
            /** Name of the designer; empty text takes it off. */
            designer: z.string().trim().max(300).optional(),
            notes: text.optional(),
            kind: kind.optional(),
            favourite: z.boolean().optional(),
          })
          .strict(),
      })
      .strict(),
    change,
  ),

  'patterns.tag': method(
    z.object({ ids, add: z.array(name).default([]), remove: z.array(id).default([]) }).strict(),
    change,
  ),

  'patterns.collect': method(z.object({ ids, collectionId: id, member: z.boolean() }).strict(), change),

  /** Remembers that she looked at or used it, for "Last used". Not an undoable change. */
  'patterns.touch': method(z.object({ id }).strict(), nothing),

  'trash.put': method(z.object({ ids }).strict(), change),

  'trash.restore': method(z.object({ ids }).strict(), change),

  /** The one thing that cannot be undone; the window asks first and names the number. */
  'trash.deleteForGood': method(z.object({ ids }).strict(), z.object({ deleted: z.number().int() })),

  'undo.undo': method(nothing, change),

  'undo.redo': method(nothing, change),
} as const

export type PatternCard = z.infer<typeof patternCard>
export type PatternDetail = z.infer<typeof patternDetail>
export type PatternFilter = z.infer<typeof patternFilter>
export type PatternSort = z.infer<typeof patternSort>
export type FileFacts = z.infer<typeof fileFacts>
export type HistoryEntry = z.infer<typeof historyEntry>
