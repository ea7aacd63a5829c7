import type { Snapshots } from './backup/snapshots.ts'
import { type Collections, createCollections } from './collections/collections.ts'
import type { Verdict } from './db/check-file.ts'
import type { Context } from './context.ts'
import { createDescribing, type Describing } from './describing/describing.ts'
import { createDesigners, type Designers } from './designers/designers.ts'
import { createDuplicates, type Duplicates } from './duplicates/duplicates.ts'
import { createImports, type Imports } from './import/imports.ts'
import { createJobs, type Jobs } from './jobs/jobs.ts'
import { createRereading, type Rereading } from './rereading/rereading.ts'
import { createMachines, type Machines } from './machines/machines.ts'
import { createMeaning, type Meaning } from './meaning/meaning.ts'
import { createPatternEdits, type PatternEdits } from './patterns/edit.ts'
import { createPreparing, type Preparing } from './preparing/preparing.ts'
import { createSearches, type Searches } from './searches/searches.ts'
import { createSyncStore, type SyncStore } from './sync/store/store.ts'
import { createMissed, type Missed } from './tidy/missed.ts'
import { createTidy, type Tidy } from './tidy/tidy.ts'
import { createTags, type Tags } from './tags/tags.ts'
import { createTrash, type Trash } from './trash/trash.ts'
import { createUndo, type Undo } from './undo/undo.ts'
import { type Arrivals, type ArrivalsPace, createArrivals } from './watch/arrivals.ts'

/** What the handlers, and other parts of the core, can ask to be done. */
export interface Services {
  readonly edits: PatternEdits
  readonly tags: Tags
  readonly collections: Collections
  readonly designers: Designers
  readonly searches: Searches
  readonly machines: Machines
  readonly trash: Trash
  readonly rereading: Rereading
  readonly describing: Describing
  readonly preparing: Preparing
  readonly tidy: Tidy
  readonly missed: Missed
  readonly undo: Undo
  readonly jobs: Jobs
  readonly imports: Imports
  readonly arrivals: Arrivals
  readonly duplicates: Duplicates
  readonly meaning: Meaning
  readonly snapshots: Snapshots
  readonly syncStore: SyncStore
  /** `ok`, or what is wrong with the open database. On a thread of its own. */
  checkDatabase(how: 'quick' | 'full', signal?: AbortSignal): Promise<Verdict>
}

export interface ServiceParts {
  readonly arrivalsPace?: ArrivalsPace | undefined
  /** Entry file of the meaning helper's thread. */
  readonly embed: URL
  readonly snapshots: Snapshots
  checkDatabase(how: 'quick' | 'full', signal?: AbortSignal): Promise<Verdict>
}

export function createServices(context: Context, parts: ServiceParts): Services {
  const undo = createUndo(context)
  const jobs = createJobs(context)
  const preparing = createPreparing(context)
  return {
    edits: createPatternEdits(context),
    tags: createTags(context),
    collections: createCollections(context),
    designers: createDesigners(context),
    searches: createSearches(context),
    machines: createMachines(context),
    trash: createTrash(context),
    rereading: createRereading(context),
    describing: createDescribing(context),
    preparing,
    tidy: createTidy(context, preparing),
    missed: createMissed(context),
    undo,
    jobs,
    imports: createImports(context, jobs, undo),
    arrivals: createArrivals(context, jobs, parts.arrivalsPace),
    duplicates: createDuplicates(context, jobs),
    meaning: createMeaning(context, parts.embed),
    syncStore: createSyncStore(context, parts.snapshots),
    ...parts,
  }
}
