import { mkdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { BobbinError } from '#shared/contract/errors.ts'
import type { Change } from '#shared/contract/library/common.ts'
import type { ImportState } from '#shared/contract/library/imports.ts'
import type { Context } from '#library/context.ts'
import { chooseCandidates } from '#library/db/tables/import-candidate.ts'
import { recentJobs } from '#library/db/tables/job.ts'
import type { Job, Jobs } from '#library/jobs/jobs.ts'
import type { Undo } from '#library/undo/undo.ts'
import { openCatalogue } from './catalogue/open-catalogue.ts'
import { IMPORT_JOB, type ImportJob } from './import-job.ts'
import { importState } from './import-state.ts'
import { incomingSource } from './incoming.ts'
import { createRuns, type Listen } from './runs.ts'
import { checkSources, isInside, rootsOf, type SourceRoot } from './sources/walk.ts'
import { writeStarter } from './starter.ts'
import { createImportWork } from './work-import.ts'

export interface LookRequest {
  readonly paths: readonly string[]
  readonly cataloguePath?: string | undefined
  readonly label?: string | undefined
}

export interface Choice {
  /** Candidates; neither these nor a tag: all candidates. */
  readonly keys?: readonly string[] | undefined
  /** A suggested tag. */
  readonly tag?: string | undefined
  readonly chosen: boolean
}

/**
 * Bringing in. Everything an import knows is in rows, so each call finds it where it stands, also after a restart. Calls that work
 * resolve when the work is done, paused or stopped; a caller that goes away does not stop it.
 */
export interface Imports {
  /** @throws BobbinError `source-gone`, `source-is-library`, `not-a-catalogue` */
  look(request: LookRequest, listen: Listen): Promise<ImportState>
  /** @throws BobbinError `incoming-gone`, `incoming-incomplete` */
  lookIncoming(incomingId: string, label: string | undefined, listen: Listen): Promise<ImportState>
  starter(listen: Listen): Promise<ImportState>
  /** @throws BobbinError `import-gone` */
  get(id: string): ImportState
  recent(): ImportState[]
  /** @throws BobbinError `import-not-open` */
  choose(id: string, choice: Choice): ImportState
  add(id: string, listen: Listen): Promise<ImportState>
  pause(id: string): Promise<ImportState>
  resume(id: string, listen: Listen): Promise<ImportState>
  stop(id: string): Promise<ImportState>
  /** @throws BobbinError `already-undone`, `nothing-to-undo` */
  undo(id: string): Promise<Change>
  /** Leaves running imports where they are; they go on at the next start. */
  close(): Promise<void>
}

const RECENT = 50

export function createImports(context: Context, jobs: Jobs, undo: Pick<Undo, 'takeBack'>): Imports {
  const { db, dir, events } = context
  const work = createImportWork(context, jobs)
  const runs = createRuns(context, jobs, work, tell)
  jobs.register(IMPORT_JOB, id => void runs.start(id))

  function jobOf(id: string): Job<ImportJob> {
    const job = jobs.get<ImportJob>(id)
    if (job === undefined) throw new BobbinError('import-gone', 'Bobbin does not know this import any more.', { id })
    return job
  }

  const get = (id: string): ImportState => importState(db, jobOf(id))

  function tell(id: string): void {
    events.emit('imports.changed', get(id))
  }

  function told(id: string): ImportState {
    tell(id)
    return get(id)
  }

  async function begin(
    job: Pick<ImportJob, 'label' | 'roots'> & Partial<ImportJob>,
    listen: Listen,
  ): Promise<ImportState> {
    const { id } = jobs.add<ImportJob>(IMPORT_JOB, 'running', {
      step: 'looking',
      cataloguePath: null,
      removeAfterwards: null,
      commandId: null,
      tagsLeftOut: [],
      addAtOnce: false,
      finishedAt: null,
      problem: null,
      ...job,
    })
    tell(id)
    await runs.start(id, listen)
    return get(id)
  }

  return {
    get,
    recent: () => recentJobs(db, IMPORT_JOB, RECENT).map(({ id }) => get(id)),

    async look({ paths, cataloguePath, label }, listen) {
      const roots = await rootsOf(paths)
      if (roots.some(root => root.path === dir.root || isInside(root.path, dir.root)))
        throw new BobbinError('source-is-library', 'These files are in your Bobbin library already.')
      await checkSources(roots)
      if (cataloguePath !== undefined) await openCatalogue(cataloguePath)
      return begin({ label: label ?? labelOf(roots), roots, cataloguePath: cataloguePath ?? null }, listen)
    },

    async lookIncoming(incomingId, label, listen) {
      const incoming = await incomingSource(dir.incoming, incomingId)
      const roots = [{ path: incoming.files, label: '' }]
      return begin({ label: label ?? incoming.label, roots, removeAfterwards: incoming.dir }, listen)
    },

    async starter(listen) {
      const folder = join(dir.temp, `starter-${context.newId()}`)
      await mkdir(folder, { recursive: true })
      try {
        await writeStarter(folder)
      } catch (error) {
        await rm(folder, { recursive: true, force: true })
        throw error
      }
      const roots = [{ path: folder, label: '' }]
      return begin({ label: 'Bobbin starter', roots, removeAfterwards: folder, addAtOnce: true }, listen)
    },

    choose(id, { keys, tag, chosen }) {
      const { payload } = jobOf(id)
      if (payload.step !== 'looked')
        throw new BobbinError('import-not-open', 'This import is not waiting for your choice any more.', { id })
      if (tag !== undefined) {
        const others = payload.tagsLeftOut.filter(name => name !== tag)
        jobs.change<ImportJob>(id, { payload: { ...payload, tagsLeftOut: chosen ? others : [...others, tag] } })
      }
      if (keys !== undefined || tag === undefined) chooseCandidates(db, id, keys ?? null, chosen)
      return told(id)
    },

    async add(id, listen) {
      const { payload, state } = jobOf(id)
      if (payload.step === 'looked')
        jobs.change<ImportJob>(id, { state: 'running', payload: { ...payload, step: 'adding', problem: null } })
      else if (payload.step === 'looking' || state === 'paused')
        throw new BobbinError('import-not-ready', 'This import is not looked through yet.', { id })
      if (jobOf(id).state === 'running') await runs.start(id, listen)
      return get(id)
    },

    async pause(id) {
      if (jobOf(id).state !== 'running') return get(id)
      jobs.change(id, { state: 'paused' })
      await runs.halt(id)
      return told(id)
    },

    async resume(id, listen) {
      const { state, payload } = jobOf(id)
      if (state === 'paused') jobs.change<ImportJob>(id, { state: 'running', payload: { ...payload, problem: null } })
      if (jobOf(id).state === 'running') await runs.start(id, listen)
      return get(id)
    },

    async stop(id) {
      if (!['running', 'paused', 'waiting'].includes(jobOf(id).state)) return get(id)
      // First the word, then the deed: a run that is just ending must not go on.
      jobs.change(id, { state: 'paused' })
      await runs.halt(id)
      work.end(id, 'stopped')
      await runs.sweep(id)
      return told(id)
    },

    async undo(id) {
      const { payload } = jobOf(id)
      if (payload.commandId === null) throw new BobbinError('nothing-to-undo', 'This import has added nothing.', { id })
      const change = await undo.takeBack(payload.commandId, 'undo-import')
      tell(id)
      return change
    },

    close: () => runs.close(),
  }
}

/** "Feathers", or "Feathers and 3 more". */
function labelOf(roots: readonly SourceRoot[]): string {
  const [first, ...others] = [...new Set(roots.map(({ path }) => basename(path)))]
  if (first === undefined) return ''
  return others.length === 0 ? first : `${first} and ${others.length} more`
}
