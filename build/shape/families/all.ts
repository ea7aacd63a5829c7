import type { Wanted } from '../population.ts'
import type { ShapeFamily } from '../strokes.ts'
import { blossoms } from './blossoms.ts'
import { fillings } from './fillings.ts'
import { figureShapes, patternShapes, randomShapes, starterShapes } from './from-library.ts'
import { inventions } from './invented.ts'
import { rows } from './rows.ts'
import { windings } from './windings.ts'

export interface Lesson {
  readonly family: ShapeFamily
  readonly seed: number
  readonly wanted: Wanted
  /** Designs of it differ by more than warp, and a quilter would call it one family: it may be used to judge. */
  readonly judges: boolean
}

const MANY: Wanted = { motifs: 20, layouts: 0.3, hand: 0.25 }
const SOME: Wanted = { motifs: 8, layouts: 0.4, hand: 0.4 }
const FEW: Wanted = { motifs: 4, layouts: 0.5, hand: 0.5 }

const lessons = (from: number, families: readonly ShapeFamily[], wanted: Wanted, judges: boolean): Lesson[] =>
  families.map((family, place) => ({ family, seed: from + place * 7_919, wanted, judges }))

/** All that is learned from. */
export const families: readonly Lesson[] = [
  ...lessons(1_000_000, [...windings, ...rows, ...blossoms, ...fillings, ...randomShapes], MANY, true),
  ...lessons(2_000_000, [...starterShapes, ...inventions], SOME, false),
  ...lessons(3_000_000, [...figureShapes, ...patternShapes], FEW, false),
]
