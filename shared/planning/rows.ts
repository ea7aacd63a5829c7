import { type Reading, readingOf, refusal } from '#shared/util/reading.ts'
import type { PatternFacts } from './facts.ts'
import { type Layout, type Place, type PlacedLine, stepsTo } from './layout.ts'
import { MOST_REPEATS, MOST_ROWS, type QuiltSize, type RowsPlan, SMALLEST_ROW_MM } from '#shared/domain/quilt-plan.ts'

export interface RowsLayout extends Layout {
  readonly kind: 'rows'
  /** From the top. */
  readonly lines: readonly Row[]
  readonly rowHeightMm: number
  /** From a row to the next. */
  readonly pitchMm: number
  /** From a repeat to the next. */
  readonly advanceMm: number
  /** Of the pattern as it is. */
  readonly scale: number
  /** What lies beyond each edge of the quilt, at the row that reaches furthest. */
  readonly trim: Sides
  /** Above the first row. */
  readonly bareTopMm: number
}

export interface Row extends PlacedLine {
  readonly part: 'row'
  readonly topMm: number
  readonly bottomMm: number
  readonly leftMm: number
  readonly rightMm: number
  readonly isOffset: boolean
}

export interface Sides {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/**
 * Rows from the top of the quilt, each from its left edge, with as few repeats as cover it. The pattern is scaled evenly to the height
 * of a row. A row covers what its repeats advance; what a design reaches beyond its own start is no cover.
 *
 * Every second row is moved to the right by `offset` of a repeat and begins one repeat earlier, so that the left edge stays covered.
 * @returns a refusal when rows do not move down, repeats do not move on, or there are too many to be meant
 */
export function layoutRows(facts: PatternFacts, plan: RowsPlan, quilt: QuiltSize): Reading<RowsLayout> {
  const cover = quilt.heightMm - plan.firstRowMm
  const rowHeightMm =
    plan.by === 'height' ? plan.heightMm : (cover + (plan.count - 1) * plan.overlapMm) / Math.max(1, plan.count)
  if (!(rowHeightMm >= SMALLEST_ROW_MM)) return refusal(TOO_LOW)
  const pitchMm = rowHeightMm - plan.overlapMm
  if (!(pitchMm >= rowHeightMm * LEAST_STEP)) return refusal(NEST_TOO_FAR)
  const scale = rowHeightMm / facts.heightMm
  const advanceMm = facts.advanceMm * scale - plan.acrossOverlapMm
  if (!(advanceMm >= facts.advanceMm * scale * LEAST_STEP)) return refusal(REACH_TOO_FAR)

  const count = plan.by === 'count' ? plan.count : 1 + stepsTo(cover - rowHeightMm, pitchMm)
  const most = Math.ceil(quilt.widthMm / advanceMm) + 1
  if (count > MOST_ROWS || count * most > MOST_REPEATS) return refusal(tooMany())

  const lines = Array.from({ length: count }, (_, index): Row => {
    const isOffset = index % 2 === 1 && plan.offset > 0
    const leftMm = isOffset ? (plan.offset - 1) * advanceMm : 0
    const columns = Math.max(1, stepsTo(quilt.widthMm - leftMm, advanceMm))
    const topMm = quilt.heightMm - plan.firstRowMm - index * pitchMm
    const bottomMm = topMm - rowHeightMm
    const places = Array.from({ length: columns }, (__, column): Place => {
      const x = leftMm + column * advanceMm - facts.leftMm * scale
      const y = bottomMm - facts.bounds.minY * scale
      return { source: 'pattern', at: { a: scale, b: 0, c: 0, d: scale, e: x, f: y } }
    })
    return {
      part: 'row',
      places: facts.direction === 1 ? places : places.toReversed(),
      topMm,
      bottomMm,
      leftMm,
      rightMm: leftMm + columns * advanceMm,
      isOffset,
    }
  })
  const beyond = (of: (row: Row) => number) => lines.reduce((most_, row) => Math.max(most_, of(row)), 0)
  return readingOf({
    kind: 'rows',
    quilt,
    lines,
    repeats: lines.reduce((sum, row) => sum + row.places.length, 0),
    rowHeightMm,
    pitchMm,
    advanceMm,
    scale,
    trim: {
      top: beyond(row => row.topMm - quilt.heightMm),
      right: beyond(row => row.rightMm - quilt.widthMm),
      bottom: beyond(row => -row.bottomMm),
      left: beyond(row => -row.leftMm),
    },
    bareTopMm: Math.max(0, plan.firstRowMm),
  })
}

/** Rows and repeats move on by at least this part of their size: less would lay them on top of one another. */
const LEAST_STEP = 0.1

const TOO_LOW = { code: 'rows-too-low', message: 'These rows would be lower than a fifth of an inch.' }
const NEST_TOO_FAR = {
  code: 'rows-nest-too-far',
  message: 'The rows lie on top of one another. Make the overlap smaller.',
}
const REACH_TOO_FAR = {
  code: 'repeats-reach-too-far',
  message: 'The repeats lie on top of one another. Make the overlap smaller.',
}

/** Made when it is said: the first number written with its commas costs a thread 25 ms of its start. */
const tooMany = () => ({
  code: 'too-many-repeats',
  message: `This would be more than ${MOST_REPEATS.toLocaleString('en')} repeats. Make the rows higher.`,
})
