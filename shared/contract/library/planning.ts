/** Planning a quilt: what she decided, kept with the pattern, and the files that are made of it. */
import { z } from 'zod'
import {
  LARGEST_QUILT_MM,
  MOST_ROWS,
  type QuiltPlan,
  SMALLEST_QUILT_MM,
  SMALLEST_ROW_MM,
} from '#shared/domain/quilt-plan.ts'
import { method } from '../method.ts'
import { patternsMethods } from './patterns.ts'
import { change, id, name, nothing, progressCount, warning } from './common.ts'

const side = z.number().min(SMALLEST_QUILT_MM).max(LARGEST_QUILT_MM)
const height = z.number().min(SMALLEST_ROW_MM).max(LARGEST_QUILT_MM)
const reach = z.number().min(-LARGEST_QUILT_MM).max(LARGEST_QUILT_MM)

export const quiltPlan = z
  .object({
    quilt: z.object({ widthMm: side, heightMm: side }).strict(),
    kind: z.enum(['rows', 'border']),
    rows: z
      .object({
        by: z.enum(['height', 'count']),
        heightMm: height,
        count: z.number().int().min(1).max(MOST_ROWS),
        overlapMm: reach,
        acrossOverlapMm: reach,
        offset: z.number().min(0).lt(1),
        firstRowMm: reach,
        order: z.enum(['one-way', 'to-and-fro']),
        edges: z.enum(['trim', 'whole']),
        between: z.enum(['jump', 'stitch']),
      })
      .strict(),
    border: z
      .object({
        depthMm: height,
        insetMm: z.number().min(0).max(LARGEST_QUILT_MM),
        corners: z.enum(['pattern', 'mitre', 'gap']),
        cornerPatternId: id.nullable(),
        cornerTurns: z.number().int().min(0).max(3),
      })
      .strict(),
    sewing: z
      .object({
        stitchesPerInch: z.number().min(2).max(40),
        stitchesPerMinute: z.number().min(100).max(10_000),
        secondsPerStop: z.number().min(0).max(3_600),
        thicknessMm: z.number().min(0).max(50),
        spoolMm: z.number().min(1_000).max(100_000_000),
      })
      .strict(),
  })
  .strict() satisfies z.ZodType<QuiltPlan>

const keptPlan = z.object({ id, name, plan: quiltPlan })

/** One file of the whole quilt, or one for each row or side. */
const into = z.enum(['one', 'per-line'])

const madeFile = z.object({
  name: z.string(),
  path: z.string(),
  bytes: z.number().int(),
  points: z.number().int(),
  /** How far the file, read back, strays from the layout. */
  maxDeviationMm: z.number(),
  warnings: z.array(warning),
})

const source = { patternId: id, name, plan: quiltPlan, into }

export const planningMethods = {
  /** The stitching that is laid out: of the version she chose for her machines, else of the pattern as it came. */
  'planning.design': method(z.object({ patternId: id }).strict(), patternsMethods['patterns.design'].output),

  /** The plan she kept last for this pattern; null: none. */
  'planning.last': method(z.object({ patternId: id }).strict(), z.object({ kept: keptPlan.nullable() })),

  /** Keeps a plan with its pattern: a new one, or the one of this id as it is now. */
  'planning.keep': method(
    z.object({ id: id.nullable(), patternId: id, name, plan: quiltPlan }).strict(),
    z.object({ id, change }),
  ),

  /** What files of a planned quilt can be made as, best first: formats that are proven and keep the size. */
  'planning.formats': method(nothing, z.object({ formats: z.array(z.object({ id: z.string(), name: z.string() })) })),

  /**
   * Files of a planned quilt in a folder of hers, each read back and held against the layout before it gets its name; nothing there
   * is replaced. For a machine: in the first of its formats that Bobbin writes, with its rules for names. Fails with `too-many-points`
   * when one file would be too large: it can be made row by row.
   */
  'planning.saveFiles': method(
    z
      .object({
        ...source,
        folder: z.string().min(1).max(4_096),
        format: z.string().max(40),
        machineId: z.string().nullable(),
      })
      .strict(),
    z.object({ files: z.array(madeFile), texts: z.number().int() }),
    progressCount,
  ),

  /** The same as new patterns of the library, to be sent like any other. */
  'planning.addPatterns': method(
    z.object(source).strict(),
    z.object({ patternIds: z.array(id), change }),
    progressCount,
  ),
} as const

export type KeptPlan = z.infer<typeof keptPlan>
export type PlannedInto = z.infer<typeof into>
export type PlannedFile = z.infer<typeof madeFile>
