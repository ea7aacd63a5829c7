/** Places on the way from "same motif" (0) to "same layout" (1). */

/** Where "more like this" begins. */
export const ALIKE = 0.5

/** Where a drawing begins: one spiral is to find a border of spirals, and a hand draws no layout. */
export const SKETCH_LIKENESS = 0.1

/** A similarity below this is of nothing alike: among the starter designs six of seven pairs stay below it. */
export const LEAST_ALIKE = 0.15
