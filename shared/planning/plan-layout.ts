import { type Reading, refusal } from '#shared/util/reading.ts'
import { borderLayout, type BorderLayout } from './border.ts'
import { factsOf } from './facts.ts'
import type { QuiltPlan } from '#shared/domain/quilt-plan.ts'
import { layoutRows, type RowsLayout } from './rows.ts'
import { type HowToStitch, ROUND_THE_BORDER, type Sources } from './stitching.ts'

export type PlannedLayout = RowsLayout | BorderLayout

/** A plan laid out with the stitching it is for. */
export function layoutOf(sources: Sources, plan: QuiltPlan): Reading<PlannedLayout> {
  const facts = factsOf(sources.pattern)
  if (facts === null) return refusal(NO_SIZE)
  if (plan.kind === 'rows') return layoutRows(facts, plan.rows, plan.quilt)
  const corner = sources.corner === undefined ? null : factsOf(sources.corner)
  return borderLayout(facts, corner, plan.border, plan.quilt)
}

export function howOf({ kind, rows }: QuiltPlan): HowToStitch {
  return kind === 'rows' ? { edges: rows.edges, order: rows.order, between: rows.between } : ROUND_THE_BORDER
}

const NO_SIZE = {
  code: 'no-size',
  message: 'This pattern is a straight line or a dot. It has no width or no height to lay out.',
}
