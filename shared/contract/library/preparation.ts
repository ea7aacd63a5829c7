import { z } from 'zod'

/** No machine sews further; what is wider is a slip of the hand. */
const LONGEST_MM = 100_000
const FINEST_MM = 0.5
const length = z.number().min(FINEST_MM).max(LONGEST_MM)

/**
 * What is done to a pattern on the way to one of its versions. The steps have one order, whatever order she chose them in, because a
 * quilter says how the finished pattern should be and not how to get there:
 *
 * 1. `mirrorX`, then `mirrorY`: about the middle of the pattern.
 * 2. `turnDegrees`: counter-clockwise, about the middle.
 * 3. `widthMm`, `heightMm`: of the pattern as it lies then. One of them: the proportions stay. Both: free.
 * 4. `joinGapsMm`: runs whose ends are no further apart become one. A length on the finished pattern, so it comes after the size.
 * 5. `oneLine`: order and direction of the runs, joined where they touch.
 * 6. `startAt`: another place to begin, on a line that ends where it starts.
 * 7. `reverse`: from the last stitch to the first. After the start, so that the place chosen stays the start.
 * 8. `mostPoints`: fewer points. Last but one, when no step adds any more.
 * 9. `curves`: arcs fitted, or straight lines only. Together with 8, as arcs are a way to need fewer points.
 */
export const preparation = z
  .object({
    /** Left and right change places. */
    mirrorX: z.boolean().default(false),
    /** Top and bottom change places. */
    mirrorY: z.boolean().default(false),
    turnDegrees: z.number().min(-360).max(360).default(0),
    widthMm: length.nullable().default(null),
    heightMm: length.nullable().default(null),
    joinGapsMm: z.number().min(0).max(100).nullable().default(null),
    /** `once`: no line is stitched twice. `twice`: lines may be stitched back over, so that fewer needle-up ways are left. */
    oneLine: z.enum(['no', 'once', 'twice']).default('no'),
    /** Share of the stitched length, 0 to 1, along the pattern as step 5 left it. */
    startAt: z.number().min(0).max(1).nullable().default(null),
    reverse: z.boolean().default(false),
    mostPoints: z.number().int().min(2).max(1_000_000).nullable().default(null),
    curves: z.enum(['as-they-are', 'arcs', 'lines']).default('as-they-are'),
  })
  .strict()

export type Preparation = z.infer<typeof preparation>

/** Nothing is done. */
export const NOTHING_PREPARED: Preparation = preparation.parse({})

/** Whether a recipe leaves a pattern as it is. */
export function preparesNothing(recipe: Preparation): boolean {
  return JSON.stringify(preparation.parse(recipe)) === JSON.stringify(NOTHING_PREPARED)
}
