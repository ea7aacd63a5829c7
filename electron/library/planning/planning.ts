import { BobbinError } from '#shared/contract/errors.ts'
import { type KeptPlan, quiltPlan } from '#shared/contract/library/planning.ts'
import type { Change } from '#shared/contract/library/common.ts'
import type { QuiltPlan } from '#shared/domain/quilt-plan.ts'
import type { Context } from '../context.ts'
import { commit } from '../db/commit.ts'
import { lastPlanOf, patternOfPlan } from '../db/tables/plan.ts'
import { knownPatterns } from '../patterns/known.ts'
import { patternGone } from '../patterns/detail.ts'

/** Plans are kept with their pattern, each with a name of its own. */
export interface Plans {
  last(patternId: string): KeptPlan | null
  /** @throws BobbinError `pattern-gone`, `plan-gone` when the id is none of this pattern's */
  keep(plan: { id: string | null; patternId: string; name: string; plan: QuiltPlan }): { id: string; change: Change }
}

export function createPlans(context: Pick<Context, 'db' | 'clock' | 'events' | 'newId'>): Plans {
  const { db } = context
  return {
    last(patternId) {
      const row = lastPlanOf(db, patternId)
      if (row === undefined) return null
      // One that a newer Bobbin kept, or a damaged one, is left where it is; she begins with the first values.
      const plan = quiltPlan.safeParse(parsed(row.plan))
      return plan.success ? { id: row.id, name: row.name, plan: plan.data } : null
    },

    keep({ id: asked, patternId, name, plan }) {
      if (knownPatterns(db, [patternId], 'anywhere').length === 0) throw patternGone(patternId)
      if (asked !== null && patternOfPlan(db, asked) !== patternId)
        throw new BobbinError('plan-gone', 'This plan is not in your library any more.', { id: asked })
      const id = asked ?? context.newId()
      const set = { pattern_id: patternId, name, plan: JSON.stringify(plan), trashed_at: null }
      const changes = [{ table: 'plan', id, set }] as const
      return { id, change: commit(context, { label: 'plan-quilt', args: { name }, changes }) }
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
