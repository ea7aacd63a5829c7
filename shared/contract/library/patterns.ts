/** Seeing, finding and changing patterns; the trash; undo. */
import { z } from 'zod'
import { DENSITIES, ENDS, FILE_ROLES, LINES, PATTERN_STATES, SIZES } from '#shared/domain/pattern.ts'
import { preparation } from './preparation.ts'
import { method } from '../method.ts'
import { id, ids, instant, nothing, text, name, kind, change, warning } from './common.ts'
import { chip } from './search.ts'

/** Both ends counted in; sizes in millimetres. */
const range = z.object({ min: z.number().optional(), max: z.number().optional() }).strict()
const days = z.number().int().min(1).max(36_500)

/**
 * What narrows a list. Several values in one field: any of them; of `tagIds` alone every one, as a quilter who picks a second tag wants
 * fewer patterns and not more. Several fields: all of them.
 */
export const patternFilter = z
  .object({
    kinds: z.array(kind).optional(),
    states: z.array(z.enum(PATTERN_STATES)).optional(),
    favourite: z.boolean().optional(),
    /** The collection whose page is open; `collectionIds` narrow further. */
    collectionId: id.optional(),
    collectionIds: ids.optional(),
    tagIds: ids.optional(),
    /** Only those without any tag. */
    untagged: z.boolean().optional(),
    /** `NO_DESIGNER` among them: also those nobody is named for. */
    designerIds: ids.optional(),
    /** Has a file of one of these formats, to stitch from. */
    formats: z.array(z.string().max(40)).optional(),
    /** One continuous line, or several with a jump in between. */
    lines: z.array(z.enum(LINES)).optional(),
    /** By the longer side (shared/domain/pattern.ts). */
    sizes: z.array(z.enum(SIZES)).optional(),
    /** A size that is not stated is in no range. */
    widthMm: range.optional(),
    heightMm: range.optional(),
    /** Stitched length for its area; a size that is not stated is none of them. */
    densities: z.array(z.enum(DENSITIES)).optional(),
    /** Whether it ends as high as it starts. */
    ends: z.array(z.enum(ENDS)).optional(),
    /** Machines of hers: one of them takes a file of the pattern, or one that Bobbin makes of it. */
    machineIds: ids.optional(),
    /** A quilt is planned with it; false: none is. */
    planned: z.boolean().optional(),
    /** The import whose page is open; `importIds` narrow further. */
    importId: id.optional(),
    importIds: ids.optional(),
    /** Only what was opened or sent before; false: only what never was. */
    used: z.boolean().optional(),
    usedWithinDays: days.optional(),
    addedWithinDays: days.optional(),
    /** Instants, both counted in. */
    addedBetween: range.optional(),
    /** Default false: the trash is a place of its own. */
    trashed: z.boolean().optional(),
  })
  .strict()

const howAlike = {
  /** 0: the same motif, however it is laid out; 0.5: alike; 1: the same layout, the same way up. */
  likeness: z.number().min(0).max(1),
  /** Only what has at least this `similarity`; default: whatever there is. */
  least: z.number().min(0).max(1).optional(),
}

/**
 * What results are to look like: a pattern of the library (which is itself not among them), a drawing (strokes as x, y, x, y …, any unit,
 * Y up), or the vector of a description (shared/shape) as signed bytes.
 */
const like = z.union([
  z.object({ patternId: id, ...howAlike }).strict(),
  z
    .object({
      lines: z
        .array(z.instanceof(Float64Array))
        .max(500)
        .refine(isDrawable, { error: 'A drawing has at most 100,000 points, each at a place.' }),
      ...howAlike,
    })
    .strict(),
  z
    .object({
      vector: z.instanceof(Uint8Array).refine(bytes => bytes.length === 192),
      /** The pattern it is of, to be left out. */
      without: id.optional(),
      ...howAlike,
    })
    .strict(),
])

function isDrawable(lines: readonly Float64Array[]): boolean {
  const numbers = lines.reduce((sum, line) => sum + line.length, 0)
  return numbers <= 200_000 && lines.every(line => line.every(value => Math.abs(value) <= 1e9))
}

/** By size: the longer side, largest first; what is not stated stands last. */
export const patternSort = z.enum(['best', 'newest', 'name', 'designer', 'last-used', 'size'])

/** What can be chosen of one thing a wall is narrowed by, with how many patterns there would be. */
const named = z.object({ id, name: z.string(), patterns: z.number().int() })
const valued = <Value extends z.ZodType>(value: Value) => z.array(z.object({ value, patterns: z.number().int() }))

/**
 * Each count is what the wall would hold if that value alone were chosen of its group, with everything chosen in the other groups. Of
 * tags, of which every one is wanted, it is what one more would leave. Only groups that were asked for are there.
 */
const facets = z.object({
  /** What the wall holds with everything chosen. */
  total: z.number().int(),
  kinds: valued(kind).optional(),
  sizes: valued(z.enum(SIZES)).optional(),
  /** Without the one for nobody named, whose id is `NO_DESIGNER` and whose name is empty, they are in the order of names. */
  designers: z.array(named).optional(),
  tags: z.object({ tags: z.array(named), untagged: z.number().int() }).optional(),
  collections: z.array(named).optional(),
  formats: valued(z.string()).optional(),
  lines: valued(z.enum(LINES)).optional(),
  favourites: z.object({ patterns: z.number().int() }).optional(),
  densities: valued(z.enum(DENSITIES)).optional(),
  ends: valued(z.enum(ENDS)).optional(),
  /** Every machine of hers, in the order they came to her. */
  machines: z.array(named).optional(),
  quilts: z.object({ planned: z.number().int(), never: z.number().int() }).optional(),
  /** By what they were brought in from, the latest first. */
  imports: z.array(named.extend({ at: instant })).optional(),
  used: z.object({ within: valued(z.number().int()), never: z.number().int() }).optional(),
  added: z.object({ within: valued(z.number().int()) }).optional(),
})
export const FACETS = [
  'kinds',
  'sizes',
  'designers',
  'tags',
  'collections',
  'formats',
  'lines',
  'densities',
  'ends',
  'machines',
  'quilts',
  'imports',
  'favourites',
  'used',
  'added',
] as const

/** A picture's worth of a pattern: what the wall draws. The sketch comes separately, by `sketchKey`. */
export const patternCard = z.object({
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
  /** Only a meaning helper found it: none of its words was asked for. */
  also: z.boolean().optional(),
  /** How much it looks like what was asked for with `like`: 0 to 1. */
  similarity: z.number().optional(),
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
  /** A version that was prepared from another file of the pattern; null: it came like this. Its size in millimetres. */
  version: z
    .object({
      madeFrom: z.string(),
      recipe: preparation,
      widthMm: z.number().nullable(),
      heightMm: z.number().nullable(),
      sketchKey: z.string().nullable(),
    })
    .nullable(),
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
  /** The version that machines get; null: as it came. */
  versionId: id.nullable(),
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
        /** Only what looks like this, at most 500 of what words and filter let through; `best` then is the most alike first. */
        like: like.optional(),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(0).max(2_000).default(200),
      })
      .strict(),
    z.object({
      total: z.number().int(),
      patterns: z.array(patternCard),
      /** What was understood of the words, in their order; nothing where nothing was asked. */
      understood: z.array(chip),
      /** Whole questions that do find something, where this one finds nothing. */
      nearest: z.array(z.string()),
    }),
  ),

  /** Tags and files of these patterns in the order asked; one that is gone meanwhile is left out. */
  'patterns.describe': method(
    z.object({ ids: ids.max(2_000) }).strict(),
    z.object({
      patterns: z.array(
        z.object({
          id,
          tags: z.array(z.string()),
          files: z.array(z.object({ name: z.string(), format: z.string() })),
        }),
      ),
    }),
  ),

  /** Every id of a result in its order: "choose everything found". */
  'patterns.ids': method(
    z
      .object({
        query: z.string().max(1_000).default(''),
        filter: patternFilter.default({}),
        sort: patternSort.default('newest'),
        like: like.optional(),
      })
      .strict(),
    z.object({ ids: z.array(id) }),
  ),

  /** What the same question could be narrowed by, and how much that would leave. `of`: only these groups. */
  'patterns.facets': method(
    z
      .object({
        query: z.string().max(1_000).default(''),
        filter: patternFilter.default({}),
        like: like.optional(),
        of: z.array(z.enum(FACETS)).default([...FACETS]),
      })
      .strict(),
    facets,
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

  /** Reads, measures and draws the kept files again. What she wrote stays. */
  'patterns.redraw': method(z.object({ ids }).strict(), z.object({ patterns: z.number().int() })),

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
export type Facet = (typeof FACETS)[number]
export type PatternFacets = z.infer<typeof facets>
export type Like = z.infer<typeof like>
export type PatternSort = z.infer<typeof patternSort>
export type FileFacts = z.infer<typeof fileFacts>
export type HistoryEntry = z.infer<typeof historyEntry>
