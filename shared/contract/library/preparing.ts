/** Preparing a pattern: trying a recipe, keeping what comes out as a version, and which version is sent. */
import { z } from 'zod'
import { preparation } from './preparation.ts'
import { method } from '../method.ts'
import { change, id, name, warning } from './common.ts'

/** Lengths in millimetres; meaning: shared/preparing/prepare-design.ts. */
const facts = z.object({
  widthMm: z.number(),
  heightMm: z.number(),
  pointsBefore: z.number().int(),
  pointsAfter: z.number().int(),
  runsBefore: z.number().int(),
  runsAfter: z.number().int(),
  travelBeforeMm: z.number(),
  travelAfterMm: z.number(),
  stitchedBeforeMm: z.number(),
  stitchedAfterMm: z.number(),
  deviationMm: z.number(),
  joins: z.number().int(),
  longestJumpMm: z.number(),
  hasRing: z.boolean(),
  size: z.enum(['stated', 'assumed', 'unknown']),
})

const request = z
  .object({
    patternId: id,
    /** Which of its files is prepared; null: the one that stands for it. */
    fromHash: z.string().length(64).nullable().default(null),
    recipe: preparation,
  })
  .strict()

export const preparingMethods = {
  /** What would come out. Changes nothing. */
  'preparing.preview': method(
    request,
    z.object({
      fromHash: z.string(),
      runs: z.array(z.object({ ops: z.instanceof(Uint8Array), coords: z.instanceof(Float64Array) })),
      facts,
      warnings: z.array(warning),
    }),
  ),

  /** Keeps it as a file of the pattern. The file it was made from stays as it is. */
  'preparing.keep': method(
    request
      .extend({
        /** In words; without it the version is named after what was done. */
        name: name.optional(),
        /** The unit its name is told in. */
        unit: z.enum(['inch', 'cm']).default('inch'),
        /** Whether machines get this version from now on. */
        forSending: z.boolean().default(true),
      })
      .strict(),
    z.object({ change, fileId: id, name: z.string() }),
  ),

  /** Which version machines get; null: what came from the designer. */
  'preparing.choose': method(z.object({ patternId: id, fileId: id.nullable() }).strict(), change),

  /** Takes a version away. What came from the designer is never taken. */
  'preparing.remove': method(z.object({ patternId: id, fileId: id }).strict(), change),
} as const

export type PreparedFactsShown = z.infer<typeof facts>
