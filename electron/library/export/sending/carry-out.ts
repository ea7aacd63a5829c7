/** One sending from its plan to the eject, over a stick taken out half way and put back. */
import { BobbinError, cancelled } from '#shared/contract/errors.ts'
import type { SendProgress, SendReport, SendRequest } from '#shared/contract/library/sending.ts'
import type { KnownStick } from '#library/drives/same-stick.ts'
import type { Drives } from '#library/drives/types.ts'
import type { MachinePreset } from '#library/export/machines/preset.ts'
import type { Workshop } from '#library/export/workshop.ts'
import type { Target } from '#library/export/target/target.ts'
import { trouble } from '#library/export/target/trouble.ts'
import type { Hold } from './hold.ts'
import type { Materials } from './materials.ts'
import type { FullPlan } from './plan.ts'
import { letGo, type OnExisting, send, type SendLine } from './send.ts'
import { stickBack } from './stick-back.ts'

export interface CarryOut {
  readonly request: SendRequest & { readonly onExisting: OnExisting }
  readonly machine: MachinePreset
  /** By what the stick is known when it comes back; null for a folder. */
  readonly stick: KnownStick | null
  readonly drives: Drives
  readonly materials: Materials
  readonly workshop: Workshop
  readonly hold: Hold
  readonly signal: AbortSignal
  plan(request: SendRequest, signal: AbortSignal): Promise<FullPlan>
  told(line: SendLine): void
  lost(patternId: string): void
  /** What is written so far may be remembered: called whenever writing has come to an end, also a bad one. */
  rest(): void
  progress(value: SendProgress): void
}

/**
 * Goes through everything asked: what is on the target already is read back and counted, only the rest is written. So it can be called
 * again after any end.
 * @throws BobbinError `stick-full`, `stick-read-only`, `stick-removed` …, each with `detail` done of total, or `cancelled`
 */
export async function carryOut(task: CarryOut): Promise<SendReport['after']> {
  const { drives, signal, hold, progress } = task
  const ended = AbortSignal.any([signal, hold.stopped])
  let request = task.request
  for (;;) {
    request = await pluggedIn(task, request, null, ended)
    const plan = await task.plan(request, signal)
    const { problem } = plan.plan
    if (problem || !plan.target)
      throw new BobbinError(problem?.code ?? 'stick-missing', problem?.message ?? '', {
        done: 0,
        total: plan.items.length,
      })
    const total = plan.items.length
    const done = await send({
      plan,
      target: plan.target,
      machine: task.machine,
      onExisting: request.onExisting,
      materials: task.materials,
      workshop: task.workshop,
      isListed: () => isListed(drives, request),
      signal,
      gate: count => hold.gate(signal, () => progress({ step: 'paused', done: count, total, file: '' })),
      told: task.told,
      lost: task.lost,
      progress,
    })
    task.rest()
    if (done.stoppedBy === null) {
      if (request.target.kind === 'folder') return 'folder'
      progress({ step: 'ejecting', done: done.written.length, total, file: '' })
      return letGo(drives, request.target.stickId)
    }
    if (!task.stick || !isRemoved(done.stoppedBy)) throw done.stoppedBy
    progress({ step: 'waiting', done: done.written.length, total, file: '' })
    try {
      request = await pluggedIn(task, request, plan.target, ended)
    } catch (error) {
      throw isMissing(error) ? done.stoppedBy : error
    }
  }
}

/** The request with the stick as it is listed now; waits for one that is out. @throws BobbinError when she ends the waiting */
async function pluggedIn(
  { drives, stick, signal, progress }: CarryOut,
  request: CarryOut['request'],
  target: Target | null,
  ended: AbortSignal,
): Promise<CarryOut['request']> {
  if (stick === null) return request
  if (target === null && !(await isListed(drives, request)))
    progress({ step: 'waiting', done: 0, total: request.patternIds.length, file: '' })
  const back = await stickBack(drives, stick, target, ended)
  if (back !== null) return { ...request, target: { kind: 'stick', stickId: back.id } }
  throw signal.aborted && target === null ? cancelled() : trouble('stick-missing', 'stick', null)
}

async function isListed(drives: Drives, { target }: SendRequest): Promise<boolean> {
  return target.kind === 'folder' || (await drives.list()).some(stick => stick.id === target.stickId)
}

function isRemoved(error: unknown): boolean {
  return error instanceof BobbinError && error.code === 'stick-removed'
}

function isMissing(error: unknown): boolean {
  return error instanceof BobbinError && error.code === 'stick-missing'
}
