import type { LibraryHandlers } from '#shared/contract/library.ts'
import type { planningMethods } from '#shared/contract/library/planning.ts'
import type { Context } from '../context.ts'
import { addPlannedPatterns } from '../planning/add-patterns.ts'
import { plannedFormats, readPlannedDesign, savePlannedFiles } from '../planning/make-files.ts'
import { createPlans } from '../planning/planning.ts'

/** Planning a quilt with a pattern. */
export function createPlanningHandlers(context: Context): Pick<LibraryHandlers, keyof typeof planningMethods> {
  const plans = createPlans(context)
  return {
    'planning.design': ({ patternId }, { signal }) => readPlannedDesign(context, patternId, signal),
    'planning.last': ({ patternId }) => ({ kept: plans.last(patternId) }),
    'planning.keep': plan => plans.keep(plan),
    'planning.formats': () => ({ formats: plannedFormats() }),
    'planning.saveFiles': (request, call) => savePlannedFiles(context, request, call),
    'planning.addPatterns': (request, call) => addPlannedPatterns(context, request, call),
  }
}
