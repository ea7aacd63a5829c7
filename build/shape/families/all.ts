import type { Wanted } from '../population.ts'
import type { ShapeFamily } from '../strokes.ts'
import { figureShapes, patternShapes, randomShapes, starterShapes } from './from-library.ts'

export interface Lesson {
  readonly family: ShapeFamily
  readonly seed: number
  readonly wanted: Wanted
  /** Designs of it differ by more than warp: it may be used to judge. */
  readonly varied: boolean
}

const MANY: Wanted = { motifs: 20, layouts: 0.3, hand: 0.25 }
const FEW: Wanted = { motifs: 4, layouts: 0.5, hand: 0.5 }

const lesson =
  (varied: boolean) =>
  (family: ShapeFamily, place: number): Lesson => ({
    family,
    seed: (varied ? 1_000_000 : 2_000_000) + place * 7_919,
    wanted: varied ? MANY : FEW,
    varied,
  })

/** All that is learned from. */
export const families: readonly Lesson[] = [
  ...[...starterShapes, ...randomShapes].map(lesson(true)),
  ...[...figureShapes, ...patternShapes].map(lesson(false)),
]
