/** Sending to a machine: the service behind `sending.*`, `sticks.list`. */
import type {
  SendingState,
  SendPlan,
  SendProgress,
  SendReport,
  SendRequest,
  Stick,
} from '#shared/contract/library/sending.ts'
import type { CallContext } from '#shared/contract/method.ts'
import type { Context } from '#library/context.ts'
import { registryAbilities } from '#library/export/abilities.ts'
import { knownMachine } from '#library/machines/known.ts'
import { pooledWorkshop } from '#library/export/workshop.ts'
import type { Jobs } from '#library/jobs/jobs.ts'
import { createMaterials } from './materials.ts'
import { type FullPlan, makePlan, type PlanInput } from './plan.ts'
import { patternsHere } from './patterns-here.ts'
import { createSendingRuns } from './runs.ts'
import type { OnExisting } from './send.ts'

export interface SendingService {
  sticks(): Promise<Stick[]>
  plan(request: SendRequest, signal: AbortSignal, progress?: PlanInput['progress']): Promise<SendPlan>
  /**
   * A stick that is taken out half way is waited for, and what is missing goes on it when it is back. Whatever ends it early, the
   * sending stays open: `goOn` takes it up again, `leave` lets go of it.
   * @throws BobbinError `stick-full`, `stick-read-only`, `stick-removed` …, each with `detail` done of total, or `cancelled`
   */
  start(request: SendRequest & { onExisting: OnExisting }, call: CallContext<SendProgress>): Promise<SendReport>
  open(): SendingState[]
  /** @throws BobbinError as `start`, or `sending-gone` */
  goOn(id: string, call: CallContext<SendProgress>): Promise<SendReport>
  pause(id: string): SendingState
  stop(id: string): SendingState
  leave(id: string): Promise<SendingState>
  report(id: string): SendReport
  /** Holds what is under way where it is; it is offered again at the next start. */
  close(): Promise<void>
}

export function createSending(context: Context, jobs: Jobs): SendingService {
  const { db, host, originals } = context
  const workshop = pooledWorkshop(context.pool)
  const materials = createMaterials(originals, workshop)

  async function fullPlan(
    request: SendRequest,
    signal: AbortSignal,
    progress?: PlanInput['progress'],
  ): Promise<FullPlan> {
    const patterns = await patternsHere(context, request.patternIds, signal)
    const full = await makePlan({
      patterns,
      machine: knownMachine(db, request.machineId, request.patternIds),
      target: request.target,
      drives: host.drives,
      materials,
      abilities: registryAbilities,
      signal,
      ...(progress ? { progress } : {}),
    })
    const known = new Set(patterns.map(pattern => pattern.id))
    const gone = new Set(request.patternIds.filter(id => !known.has(id)))
    const skipped = [...full.plan.skipped, ...[...gone].map(goneFromLibrary)]
    return { ...full, plan: { ...full.plan, skipped } }
  }

  const runs = createSendingRuns(context, jobs, {
    machineOf: (id, patternIds) => knownMachine(db, id, patternIds),
    fullPlan,
    materials,
    workshop,
  })

  return {
    sticks: async () => [...(await host.drives.list())],
    plan: async (request, signal, progress) => (await fullPlan(request, signal, progress)).plan,
    ...runs,
  }
}

function goneFromLibrary(patternId: string): SendPlan['skipped'][number] {
  return { patternId, name: '', code: 'pattern-gone', message: 'This pattern is not in your library any more.' }
}
