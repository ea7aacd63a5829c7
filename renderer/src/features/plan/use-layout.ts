import { useEffect, useMemo, useState } from 'react'
import type { Run } from '#shared/geometry/design.ts'
import type { QuiltPlan } from '#shared/domain/quilt-plan.ts'
import { factsOf, type PatternFacts } from '#shared/planning/facts.ts'
import { type Figures, figuresOf } from '#shared/planning/figures.ts'
import { howOf, layoutOf, type PlannedLayout } from '#shared/planning/plan-layout.ts'
import { type Sources, type Step, stepsOf } from '#shared/planning/stitching.ts'
import type { ReadFailure } from '#shared/util/reading.ts'
import { library } from '#renderer/host/bobbin.ts'

/** A plan with everything the page shows of it. */
export interface Laid {
  readonly plan: QuiltPlan
  readonly sources: Sources
  readonly facts: PatternFacts
  readonly layout: PlannedLayout
  readonly steps: readonly Step[]
  readonly figures: Figures
}

export type Laying =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'laid'; readonly laid: Laid }
  | { readonly kind: 'refused'; readonly failure: ReadFailure }

const WAITING: Laying = { kind: 'waiting' }

/** Lays the plan out. @param runs of the pattern, null while they are fetched; `corner` likewise, undefined when none is needed */
export function useLayout(
  plan: QuiltPlan | null,
  runs: readonly Run[] | null,
  corner: readonly Run[] | null | undefined,
): Laying {
  const sources = useMemo(
    () => runs && { pattern: designOf(runs), corner: corner ? designOf(corner) : undefined },
    [runs, corner],
  )
  // The picture and the way of the needle hang on these; the pace of the machine changes only the figures.
  const shape = useMemo(() => plan && JSON.stringify({ ...plan, sewing: null }), [plan])
  const laid = useMemo(() => {
    if (shape === null || sources === null || corner === null) return null
    const asked = JSON.parse(shape) as QuiltPlan
    const layout = layoutOf(sources, asked)
    if (!layout.ok) return { failure: layout.failure }
    return { layout: layout.value, steps: stepsOf(sources, layout.value, howOf(asked)) }
  }, [shape, sources, corner])
  const facts = useMemo(() => sources && factsOf(sources.pattern), [sources])
  return useMemo(() => {
    if (laid === null || plan === null || sources === null) return WAITING
    if ('failure' in laid) return { kind: 'refused', failure: laid.failure }
    if (facts === null) return WAITING
    const { layout, steps } = laid
    return { kind: 'laid', laid: { plan, sources, facts, layout, steps, figures: figuresOf(steps, plan.sewing) } }
  }, [laid, plan, sources, facts])
}

function designOf(runs: readonly Run[]) {
  return { runs, metadata: { notes: [], size: 'stated' as const } }
}

/** Runs of the pattern for the corners: undefined when none is needed, null while they are fetched or cannot be had. */
export function useCorner(plan: QuiltPlan | null): readonly Run[] | null | undefined {
  const needed = plan?.kind === 'border' && plan.border.corners === 'pattern' ? plan.border.cornerPatternId : null
  const [found, setFound] = useState<{ readonly id: string; readonly runs: readonly Run[] } | null>(null)
  useEffect(() => {
    if (needed === null) return
    const stop = new AbortController()
    library.call('patterns.design', { id: needed }, { signal: stop.signal }).then(
      ({ runs }) =>
        setFound({
          id: needed,
          runs: runs.map(({ ops, coords, pauseBefore, thread }) => ({
            ops,
            coords,
            ...(pauseBefore === undefined ? {} : { pauseBefore }),
            ...(thread === undefined ? {} : { thread }),
          })),
        }),
      () => {
        if (!stop.signal.aborted) setFound({ id: needed, runs: [] })
      },
    )
    return () => stop.abort()
  }, [needed])
  if (needed === null) return undefined
  return found?.id === needed ? found.runs : null
}
