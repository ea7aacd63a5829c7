import { setImmediate } from 'node:timers/promises'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ImportProgress } from '#shared/contract/library/imports.ts'
import type { Context } from '#library/context.ts'
import { countCandidates } from '#library/db/tables/import-candidate.ts'
import { markNotChosen } from '#library/db/tables/import-item.ts'
import type { Jobs, JobState } from '#library/jobs/jobs.ts'
import { IMPORT_JOB, type ImportJob } from './import-job.ts'
import { landNext } from './land.ts'
import { lookThrough } from './look.ts'
import { makeCandidates } from './make-candidates.ts'
import { findTwinsHere } from './find-twins.ts'
import { createEta } from './pace.ts'

export interface Step {
  readonly id: string
  readonly signal: AbortSignal
  progress(progress: ImportProgress): void
}

/** The two long steps of an import, each able to begin again where a killed process left it. */
export interface ImportWork {
  look(step: Step): Promise<void>
  add(step: Step): Promise<void>
  /** Ends an import and lets go of what nothing took. */
  end(id: string, state: Extract<JobState, 'done' | 'stopped'>): void
}

export function createImportWork(context: Context, jobs: Jobs): ImportWork {
  const { db, clock, dir } = context
  const payloadOf = (id: string): ImportJob => {
    const job = jobs.get<ImportJob>(id)
    if (job === undefined) throw new Error(`there is no ${IMPORT_JOB} ${id}`)
    return job.payload
  }

  function end(id: string, state: Extract<JobState, 'done' | 'stopped'>): void {
    db.transaction(() => {
      markNotChosen(db, id)
      const payload = payloadOf(id)
      jobs.change<ImportJob>(id, {
        state,
        payload: { ...payload, step: state, problem: null, finishedAt: clock.now() },
      })
    })
  }

  return {
    end,

    async look({ id, signal, progress }) {
      const job = payloadOf(id)
      const tempDir = join(dir.temp, `import-${id}`)
      await rm(tempDir, { recursive: true, force: true })
      await mkdir(tempDir, { recursive: true })
      try {
        const rows = await lookThrough(context, {
          id,
          job,
          tempDir,
          signal,
          progress: told => progress({ step: 'looking', files: told.done, patterns: 0, ...told }),
        })
        await makeCandidates(context, id, { rows, isHandedIn: job.cataloguePath !== null }, signal)
        if (!job.addAtOnce) await findTwinsHere(context, id, signal)
      } finally {
        await rm(tempDir, { recursive: true, force: true })
      }
      const { addAtOnce } = job
      jobs.change<ImportJob>(id, {
        state: addAtOnce ? 'running' : 'waiting',
        payload: { ...payloadOf(id), step: addAtOnce ? 'adding' : 'looked', removeAfterwards: null },
      })
      if (job.removeAfterwards !== null) await rm(job.removeAfterwards, { recursive: true, force: true })
    },

    async add({ id, signal, progress }) {
      const eta = createEta()
      const { chosen, landed: before } = countCandidates(db, id)
      let landed = 0
      for (;;) {
        signal.throwIfAborted()
        const job = payloadOf(id)
        const { patterns } = landNext(context, id, job, commandId => {
          if (commandId !== job.commandId) jobs.change<ImportJob>(id, { payload: { ...job, commandId } })
        })
        if (patterns === 0) break
        landed += patterns
        const total = chosen - before
        progress({
          step: 'adding',
          files: 0,
          patterns: before + landed,
          done: before + landed,
          total: chosen,
          secondsLeft: eta(landed, total),
        })
        await setImmediate()
      }
      end(id, 'done')
    },
  }
}
