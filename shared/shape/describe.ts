import type { Design } from '#shared/geometry/design.ts'
import { featuresOf } from './features.ts'
import { project } from './project.ts'

/** Kept beside each description: a better one describes the whole library again. */
export const DESCRIPTOR_VERSION = 3

export interface Description {
  /** Each part a unit vector times 127, rounded: the dot product of two parts over 127 squared is the cosine of their angle. */
  readonly vector: Int8Array
  /** Stitched length over the radius of gyration: the same in every copy, whatever its size. */
  readonly lengthOverGyration: number
  /** Arc length at which a chord is 0.8 of its arc, on the average: how fine the drawing is. Millimetres where the design's size is known. */
  readonly localScaleMm: number
}

/**
 * What a design looks like, in numbers that are near for designs that look alike. The same for any size, place, direction and number of points.
 * Null when there is nothing to describe: no line, or a straight one.
 */
export function describe(design: Design): Description | null {
  const features = featuresOf(design)
  if (features === null) return null
  const { lengthOverGyration, localScale } = features
  return { vector: project(features), lengthOverGyration, localScaleMm: localScale }
}
