import { useEffect, useMemo, useState } from 'react'
import type { Run } from '#shared/geometry/design.ts'
import type { QuiltPlan } from '#shared/domain/quilt-plan.ts'
import { factsOf, type PatternFacts } from '#shared/planning/facts.ts'
import { type Figures, figuresOf } from '#shared/planning/figures.ts'
import { howOf, layoutOf, type PlannedLayout } from '#shared/planning/plan-layout.ts'
import { type Sources, type Step, stepsOf } from '#shared/planning/stitching.ts'
import type { ReadFailure } from '#shared/util/reading.ts'
import { library } from '#renderer/host/bobbin.ts'
import { type Problem, problemOf } from '#renderer/i18n/sentence.ts'

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
    const decided = JSON.parse(shape) as QuiltPlan
    const asked: QuiltPlan = lacksCorner(decided)
      ? { ...decided, border: { ...decided.border, corners: 'gap' } }
      : decided
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

/** While no pattern is chosen for the corners, the borders are shown without. */
export function lacksCorner({ kind, border }: QuiltPlan): boolean {
  return kind === 'border' && border.corners === 'pattern' && border.cornerPatternId === null
}

/** A pattern's stitching as it is laid out. */
export type Stitches =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'ready'; readonly id: string; readonly runs: readonly Run[] }
  | { readonly kind: 'nothing'; readonly id: string; readonly failure: Problem }

/** @param id null: none is wanted */
export function useStitches(id: string | null): Stitches {
  const [found, setFound] = useState<Exclude<Stitches, { kind: 'waiting' }> | null>(null)
  useEffect(() => {
    if (id === null) return
    const stop = new AbortController()
    library.call('planning.design', { patternId: id }, { signal: stop.signal }).then(
      ({ runs }) => setFound({ kind: 'ready', id, runs: runs.map(plainRun) }),
      (error: unknown) => {
        if (!stop.signal.aborted) setFound({ kind: 'nothing', id, failure: problemOf(error) })
      },
    )
    return () => stop.abort()
  }, [id])
  return found !== null && found.id === id ? found : { kind: 'waiting' }
}

interface SentRun {
  readonly ops: Uint8Array
  readonly coords: Float64Array
  readonly pauseBefore?: string | undefined
  readonly thread?: string | undefined
}

function plainRun({ ops, coords, pauseBefore, thread }: SentRun): Run {
  return {
    ops,
    coords,
    ...(pauseBefore === undefined ? {} : { pauseBefore }),
    ...(thread === undefined ? {} : { thread }),
  }
}

/** Runs of the pattern for the corners: undefined when none is needed, null while they are fetched or cannot be had. */
export function useCorner(plan: QuiltPlan | null): readonly Run[] | null | undefined {
  const needed = plan?.kind === 'border' && plan.border.corners === 'pattern' ? plan.border.cornerPatternId : null
  const corner = useStitches(needed)
  if (needed === null) return undefined
  return corner.kind === 'ready' ? corner.runs : null
}
