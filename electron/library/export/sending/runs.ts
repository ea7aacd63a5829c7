/** Sendings as jobs: what is asked and what is done stands in rows, so that one goes on after a pause, a stop, or a killed process. */
import { BobbinError } from '#shared/contract/errors.ts'
import type { SendingState, SendProgress, SendReport, SendRequest } from '#shared/contract/library/sending.ts'
import type { CallContext } from '#shared/contract/method.ts'
import type { Context } from '#library/context.ts'
import {
  addSendingFiles,
  countSendingFiles,
  forgetOldSendingFiles,
  isLeftIn,
  sendingFiles,
  tellSendingFile,
  untellSendingFile,
} from '#library/db/tables/sending-file.ts'
import type { MachinePreset } from '#library/export/machines/preset.ts'
import { withoutAsking } from '#library/export/without-asking.ts'
import type { Workshop } from '#library/export/workshop.ts'
import type { Job, Jobs } from '#library/jobs/jobs.ts'
import { carryOut } from './carry-out.ts'
import { createHold, type Hold } from './hold.ts'
import type { Materials } from './materials.ts'
import type { FullPlan, PlanInput } from './plan.ts'
import { rememberSent } from './remember.ts'
import { reportOf, SENDING_JOB, type SendingJob, sendingStateOf } from './sending-job.ts'
import type { OnExisting } from './send.ts'
import type { SendingService } from './sending.ts'

export interface RunParts {
  readonly materials: Materials
  readonly workshop: Workshop
  /** @throws BobbinError `machine-unknown` */
  machineOf(id: string, patternIds: readonly string[]): MachinePreset
  fullPlan(request: SendRequest, signal: AbortSignal, progress: PlanInput['progress']): Promise<FullPlan>
}

type Call = CallContext<SendProgress>

/** A sending at work in this process. */
interface Run {
  readonly hold: Hold
  readonly ender: AbortController
  readonly listeners: Set<Call['progress']>
  readonly report: Promise<SendReport>
  progress: SendProgress | null
}

/** Finished sendings whose report can be asked for again. */
const REPORTS_KEPT = 20
/** A window is told at most so often how far a sending is. */
const TELL_EVERY_MS = 100

export function createSendingRuns(
  context: Context,
  jobs: Jobs,
  parts: RunParts,
): Pick<SendingService, 'start' | 'open' | 'goOn' | 'pause' | 'stop' | 'leave' | 'report' | 'close'> {
  const { db, host, events, log } = context
  const running = new Map<string, Run>()
  // Nothing is written to a stick without asking: what was under way when the process ended waits for her.
  jobs.register(SENDING_JOB, id => jobs.change(id, { state: 'paused' }))

  function jobOf(id: string): Job<SendingJob> {
    const job = jobs.get<SendingJob>(id)
    if (job) return job
    throw new BobbinError('sending-gone', 'Bobbin does not know this sending any more.', { id })
  }

  const stateOf = (id: string): SendingState => sendingStateOf(db, jobOf(id), running.get(id)?.progress ?? null)

  function tell(id: string): SendingState {
    const state = stateOf(id)
    events.emit('sending.changed', state)
    return state
  }

  function change(id: string, state: Job<SendingJob>['state'], problem: SendingJob['problem'] = null): void {
    jobs.change<SendingJob>(id, { state, payload: { ...jobOf(id).payload, problem } })
  }

  function begin(id: string): Run {
    const hold = createHold()
    const ender = new AbortController()
    const listeners = new Set<Call['progress']>()
    let toldAt = 0
    const run: Run = {
      hold,
      ender,
      listeners,
      progress: null,
      report: Promise.resolve().then(() => work(id, run, show)),
    }
    // Whoever waits hears of a failure; that nobody may be waiting is no fault.
    run.report.catch(() => undefined)

    function show(told: SendProgress): void {
      // A stick that is out before anything was looked at holds what an earlier go wrote on it.
      const progress =
        told.step === 'waiting' ? { ...told, done: Math.max(told.done, countSendingFiles(db, id).written) } : told
      const isNews = progress.step !== run.progress?.step
      run.progress = progress
      if (progress.step === 'paused') jobs.change(id, { state: 'paused' })
      else if (jobOf(id).state === 'paused') jobs.change(id, { state: 'running' })
      for (const listen of listeners) listen(progress)
      if (!isNews && performance.now() - toldAt < TELL_EVERY_MS) return
      toldAt = performance.now()
      tell(id)
    }

    running.set(id, run)
    return run
  }

  async function work(id: string, { hold, ender }: Run, show: Call['progress']): Promise<SendReport> {
    const { payload } = jobOf(id)
    const { signal } = ender
    try {
      const patternIds = sendingFiles(db, id).map(row => row.patternId)
      const machine = parts.machineOf(payload.asked.machineId, patternIds)
      const after = await carryOut({
        request: { ...payload.asked, patternIds },
        machine,
        stick: payload.stick,
        drives: host.drives,
        materials: parts.materials,
        workshop: parts.workshop,
        hold,
        signal,
        async plan(request, planSignal) {
          const looking: PlanInput['progress'] = ({ done, total }) => show({ step: 'looking', done, total, file: '' })
          const whole = await parts.fullPlan(request, planSignal, looking)
          return request.experimental === true ? whole : withoutAsking(whole, machine)
        },
        told: ({ state, file }) => tellSendingFile(db, id, file.patternId, { state, told: JSON.stringify(file) }),
        lost: patternId => untellSendingFile(db, id, patternId),
        rest: () => rememberSent(context, id, machine),
        progress: show,
      })
      const report = reportOf(db, id, after)
      change(id, report.left.length === 0 ? 'done' : 'paused')
      return report
    } catch (error) {
      if (!(error instanceof BobbinError)) log.error({ error, id }, 'a sending came to a halt')
      change(id, 'paused', problemOf(error))
      throw error
    } finally {
      running.delete(id)
      forgetOldSendingFiles(db, SENDING_JOB, REPORTS_KEPT)
      tell(id)
    }
  }

  /** Waits for the run with a caller, who may end it. */
  async function join(run: Run, { signal, progress }: Call): Promise<SendReport> {
    const end = (): void => run.ender.abort()
    run.listeners.add(progress)
    signal.addEventListener('abort', end, { once: true })
    if (signal.aborted) end()
    try {
      return await run.report
    } finally {
      run.listeners.delete(progress)
      signal.removeEventListener('abort', end)
    }
  }

  return {
    async start({ patternIds, ...asked }: SendRequest & { onExisting: OnExisting }, call) {
      const machine = parts.machineOf(asked.machineId, patternIds)
      const { target } = asked
      const stick =
        target.kind === 'stick' ? (await host.drives.list()).find(one => one.id === target.stickId) : undefined
      const { id } = db.transaction(() => {
        const job = jobs.add<SendingJob>(SENDING_JOB, 'running', {
          asked,
          machine: machine.name,
          place: target.kind === 'folder' ? target.path : (stick?.label ?? ''),
          stick: stick ? { id: stick.id, label: stick.label, totalBytes: stick.totalBytes } : null,
          problem: null,
        })
        addSendingFiles(db, job.id, [...new Set(patternIds)])
        return job
      })
      letGoOfCovered(id)
      return join(begin(id), call)
    },

    open: () =>
      jobs
        .open<SendingJob>(SENDING_JOB)
        .map(({ id }) => stateOf(id))
        .toReversed(),

    async goOn(id, call) {
      const known = running.get(id)
      if (known) {
        known.hold.goOn()
        return join(known, call)
      }
      if (jobOf(id).state !== 'paused') throw new BobbinError('sending-over', 'This sending is over.', { id })
      change(id, 'running')
      return join(begin(id), call)
    },

    pause(id) {
      running.get(id)?.hold.pause()
      return stateOf(id)
    },

    stop(id) {
      running.get(id)?.hold.stop()
      return stateOf(id)
    },

    async leave(id) {
      const run = running.get(id)
      run?.hold.stop()
      await run?.report.catch(() => undefined)
      if (jobOf(id).state === 'paused') change(id, 'stopped')
      return tell(id)
    },

    report: id => reportOf(db, jobOf(id).id, jobOf(id).payload.stick === null ? 'folder' : 'please-eject'),

    async close() {
      const ending = [...running.values()]
      for (const { ender } of ending) ender.abort()
      await Promise.allSettled(ending.map(({ report }) => report))
    },
  }

  /** An older sending to the same machine and place that has nothing left beyond this one is not offered any more. */
  function letGoOfCovered(id: string): void {
    const { asked, place } = jobOf(id).payload
    for (const older of jobs.open<SendingJob>(SENDING_JOB)) {
      if (older.id === id || running.has(older.id)) continue
      const { payload } = older
      const isSame = payload.asked.machineId === asked.machineId && payload.place === place
      if (!isSame || !isLeftIn(db, older.id, id)) continue
      change(older.id, 'stopped')
      tell(older.id)
    }
  }

  /** Nothing to tell where she ended it herself, or Bobbin did. */
  function problemOf(error: unknown): SendingJob['problem'] {
    if (!(error instanceof BobbinError))
      return {
        code: 'sending-failed',
        message: 'Something went wrong in Bobbin. What is written was checked. You can go on.',
      }
    return error.code === 'cancelled' ? null : { code: error.code, message: error.message }
  }
}
