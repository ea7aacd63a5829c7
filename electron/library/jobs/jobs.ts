import type { Context } from '../context.ts'
import { addJob, changeJob, type JobRow, jobRow, openJobs } from '../db/tables/job.ts'

/** `waiting`: for her. `paused`: by her, or by a failure told in `error`. The last three are the end of a job. */
export type JobState = 'waiting' | 'running' | 'paused' | 'done' | 'stopped' | 'failed'

export interface Job<Payload> {
  readonly id: string
  readonly state: JobState
  readonly payload: Payload
  readonly createdAt: number
  readonly changedAt: number
}

/** Does a job, or what is left of it after a killed process. Keeps what it has done in its own tables as it goes. */
export type Runner = (id: string) => void

export interface Jobs {
  register(kind: string, runner: Runner): void
  add<Payload>(kind: string, state: JobState, payload: Payload): Job<Payload>
  get<Payload>(id: string): Job<Payload> | undefined
  open<Payload>(kind: string): Job<Payload>[]
  /** May run inside a transaction together with the work that it tells about. */
  change<Payload>(id: string, change: { readonly state?: JobState; readonly payload?: Payload }): void
  /** Once, at start: hands every job that was running when the process ended to its runner. */
  resume(): void
}

/** Long work as rows: a killed process finds what it was doing and goes on. */
export function createJobs({ db, clock, newId }: Pick<Context, 'db' | 'clock' | 'newId'>): Jobs {
  const runners = new Map<string, Runner>()
  const jobs: Jobs = {
    register: (kind, runner) => void runners.set(kind, runner),
    add<Payload>(kind: string, state: JobState, payload: Payload) {
      const id = newId()
      addJob(db, { id, kind, state, payload: JSON.stringify(payload), now: clock.now() })
      return jobs.get<Payload>(id)!
    },
    get<Payload>(id: string) {
      const row = jobRow(db, id)
      return row && jobOf<Payload>(row)
    },
    open: <Payload>(kind: string) =>
      openJobs(db)
        .filter(row => row.kind === kind)
        .map(row => jobOf<Payload>(row)),
    change: (id, { state, payload }) =>
      changeJob(db, id, {
        state,
        payload: payload === undefined ? undefined : JSON.stringify(payload),
        now: clock.now(),
      }),
    resume() {
      for (const row of openJobs(db)) if (row.state === 'running') runners.get(row.kind)?.(row.id)
    },
  }
  return jobs
}

function jobOf<Payload>(row: JobRow): Job<Payload> {
  return {
    id: row.id,
    state: row.state as JobState,
    payload: JSON.parse(row.payload) as Payload,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  }
}
