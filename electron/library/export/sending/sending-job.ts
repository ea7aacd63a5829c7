import type { SendingState, SendReport, SendRequest } from '#shared/contract/library/sending.ts'
import type { ReadDb } from '#library/db/handles.ts'
import { countSendingFiles, sendingFiles } from '#library/db/tables/sending-file.ts'
import type { KnownStick } from '#library/drives/same-stick.ts'
import type { Job } from '#library/jobs/jobs.ts'
import type { OnExisting } from './send.ts'

export const SENDING_JOB = 'sending'

/** What a sending was asked, without its patterns: those stand in rows of their own. */
export type Asked = Omit<SendRequest, 'patternIds'> & { readonly onExisting: OnExisting }

/** The payload of a sending's job: what a killed process needs to go on. */
export interface SendingJob {
  readonly asked: Asked
  /** Name of the machine, and of the stick or the folder, as they were then. */
  readonly machine: string
  readonly place: string
  /** By what the stick is known again when it is back in another socket; null for a folder. */
  readonly stick: KnownStick | null
  /** Why it waits, when it was not she who stopped it. */
  readonly problem: { readonly code: string; readonly message: string } | null
}

const STATES = {
  waiting: 'running',
  running: 'running',
  paused: 'paused',
  done: 'done',
  stopped: 'left',
  failed: 'left',
} as const

export function sendingStateOf(
  db: ReadDb,
  { id, state, payload, createdAt }: Job<SendingJob>,
  progress: SendingState['progress'],
): SendingState {
  const { total, written } = countSendingFiles(db, id)
  return {
    id,
    state: STATES[state],
    machineId: payload.asked.machineId,
    machine: payload.machine,
    target: payload.asked.target,
    place: payload.place,
    done: written,
    total,
    progress,
    problem: payload.problem,
    startedAt: createdAt,
  }
}

/** What became of each pattern, by its rows: true also of what an earlier process did. */
export function reportOf(db: ReadDb, id: string, after: SendReport['after']): SendReport {
  const rows = sendingFiles(db, id)
  const told = (state: 'written' | 'skipped') =>
    rows.filter(row => row.state === state).map(row => JSON.parse(row.told ?? 'null') as unknown)
  return {
    id,
    written: told('written') as SendReport['written'],
    skipped: told('skipped') as SendReport['skipped'],
    left: rows.filter(row => row.state === 'waiting').map(({ patternId, name }) => ({ patternId, name: name ?? '' })),
    after,
  }
}
