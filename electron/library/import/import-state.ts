import type { ImportState } from '#shared/contract/library/imports.ts'
import type { ReadDb } from '#library/db/handles.ts'
import { command } from '#library/db/tables/command.ts'
import { countCandidates, folderTags } from '#library/db/tables/import-candidate.ts'
import { countItems, countTwice } from '#library/db/tables/import-item.ts'
import type { Job } from '#library/jobs/jobs.ts'
import type { ImportJob } from './import-job.ts'

/** An import as the window sees it: counted from its rows, so that it is the same before and after a restart. */
export function importState(db: ReadDb, { id, state, payload: job, createdAt }: Job<ImportJob>): ImportState {
  const items = countItems(db, id)
  const candidates = countCandidates(db, id)
  const of = (outcome: Parameters<typeof items.get>[0]): number => items.get(outcome) ?? 0
  const leftOut = new Set(job.tagsLeftOut)
  return {
    id,
    step: job.step,
    paused: state === 'paused',
    label: job.label,
    counts: {
      files: [...items.values()].reduce((sum, count) => sum + count, 0),
      patterns: candidates.total - candidates.restores - candidates.joins,
      bundles: candidates.bundles,
      alreadyHere: of('already-here'),
      twice: countTwice(db, id),
      locked: of('locked'),
      unreadable: of('unreadable'),
      leftAlone: of('left-alone'),
      refused: of('refused'),
      putBack: candidates.restores,
    },
    chosen: candidates.chosen,
    done: candidates.landed,
    startedAt: createdAt,
    finishedAt: job.finishedAt,
    suggestedTags: folderTags(db, id).map(tag => ({ ...tag, chosen: !leftOut.has(tag.name) })),
    problem: job.problem,
    undone: job.commandId !== null && command(db, job.commandId)?.undone_at != null,
  }
}
