import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { BobbinError } from '#shared/contract/errors.ts'
import type { ImportProgress } from '#shared/contract/library/imports.ts'
import type { Context } from '#library/context.ts'
import { hashesMet } from '#library/db/tables/import-item.ts'
import type { Jobs } from '#library/jobs/jobs.ts'
import { removeUnreferenced } from '#library/trash/delete-for-good.ts'
import { IMPORT_JOB, type ImportJob } from './import-job.ts'
import type { ImportWork } from './work-import.ts'

export type Listen = (progress: ImportProgress) => void

/** Imports at work in this process. One after the other: two at once would only be slower and in each other's way. */
export interface Runs {
  /** Does what is left of an import; joins the run when it is at work already. Resolves when it is done or halted. Never rejects. */
  start(id: string, listen?: Listen): Promise<void>
  /** Resolves when nothing of it moves any more. */
  halt(id: string): Promise<void>
  /** Lets go of what the import has kept and nothing took. */
  sweep(id: string): Promise<void>
  close(): Promise<void>
}

interface Run {
  readonly controller: AbortController
  readonly listeners: Set<Listen>
  readonly done: Promise<void>
}

/** Windows are told at most so often; each telling counts the rows of the import. */
const TELL_EVERY_MS = 1_000

export function createRuns(context: Context, jobs: Jobs, work: ImportWork, tell: (id: string) => void): Runs {
  const { db, log, dir } = context
  const running = new Map<string, Run>()
  let turn: Promise<void> = sweepLeftovers()

  async function run(id: string, signal: AbortSignal, listeners: ReadonlySet<Listen>): Promise<void> {
    let toldAt = 0
    const progress: Listen = now => {
      for (const listen of listeners) listen(now)
      if (performance.now() - toldAt < TELL_EVERY_MS) return
      toldAt = performance.now()
      tell(id)
    }
    try {
      if (stepOf(id) === 'looking') await work.look({ id, signal, progress })
      if (stepOf(id) === 'adding') await work.add({ id, signal, progress })
      if (stepOf(id) === 'done') await sweep(id)
    } catch (error) {
      if (!signal.aborted) trouble(id, error)
    }
  }

  function stepOf(id: string): ImportJob['step'] | undefined {
    const job = jobs.get<ImportJob>(id)
    return job?.state === 'running' || job?.state === 'done' ? job.payload.step : undefined
  }

  /** The import waits where it is: she can make room, plug the stick in, and go on. */
  function trouble(id: string, error: unknown): void {
    log.error({ error, id }, 'an import came to a halt')
    const job = jobs.get<ImportJob>(id)
    if (job === undefined) return
    const problem =
      error instanceof BobbinError
        ? { code: error.code, message: error.message }
        : { code: 'import-failed', message: 'Something went wrong in Bobbin. What has come in is safe. You can go on.' }
    jobs.change<ImportJob>(id, { state: 'paused', payload: { ...job.payload, problem } })
  }

  async function sweep(id: string): Promise<void> {
    try {
      for (let after = 0; ; ) {
        const page = hashesMet(db, id, after, 500)
        if (page.length === 0) return
        after = page.at(-1)!.id
        await removeUnreferenced(context, [...new Set(page.map(({ hash }) => hash))])
      }
    } catch (error) {
      // What stays is found by the next look through the library.
      log.warn({ error, id }, 'files of an import could not be cleared away')
    }
  }

  /** Folders of imports that are over, or that were killed before they had a row. */
  async function sweepLeftovers(): Promise<void> {
    const wanted = new Set(jobs.open<ImportJob>(IMPORT_JOB).map(job => job.payload.removeAfterwards))
    const names = await readdir(dir.temp).catch(() => [])
    for (const name of names) {
      const path = join(dir.temp, name)
      if (!/^(?:import|starter)-/.test(name) || wanted.has(path)) continue
      await rm(path, { recursive: true, force: true }).catch(error =>
        log.warn({ error }, 'a leftover could not be removed'),
      )
    }
  }

  return {
    start(id, listen) {
      const known = running.get(id)
      if (known) {
        if (listen) known.listeners.add(listen)
        return known.done
      }
      const controller = new AbortController()
      const listeners = new Set(listen ? [listen] : [])
      const done = turn
        .then(() => (controller.signal.aborted ? undefined : run(id, controller.signal, listeners)))
        .finally(() => {
          running.delete(id)
          if (!controller.signal.aborted) tell(id)
        })
      turn = done
      running.set(id, { controller, listeners, done })
      return done
    },
    async halt(id) {
      const run = running.get(id)
      run?.controller.abort()
      await run?.done
    },
    sweep,
    async close() {
      const runs = [...running.values()]
      for (const { controller } of runs) controller.abort()
      await Promise.all(runs.map(({ done }) => done))
      await turn
    },
  }
}
