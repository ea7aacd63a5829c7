import type { Context } from '../context.ts'
import type { Jobs } from '../jobs/jobs.ts'
import { createDecisions, type Decisions } from './decide.ts'
import { createSearching, type Searching } from './searching.ts'

/** Patterns of one design: found behind everything else, shown in pairs, decided by her alone. */
export interface Duplicates extends Decisions {
  readonly searching: Searching
}

export function createDuplicates(context: Context, jobs: Jobs): Duplicates {
  return { ...createDecisions(context), searching: createSearching(context, jobs) }
}
