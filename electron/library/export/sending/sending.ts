/** Sending to a machine: the service behind `sending.plan`, `sending.start`, `machines.list`, `sticks.list`. */
import { BobbinError } from '#shared/contract/errors.ts'
import type {
  Machine,
  SendPlan,
  SendProgress,
  SendReport,
  SendRequest,
  Stick,
} from '#shared/contract/library/sending.ts'
import type { CallContext } from '#shared/contract/method.ts'
import type { Context } from '#library/context.ts'
import { commit } from '#library/db/commit.ts'
import { readSetting, writeSetting } from '#library/db/tables/setting.ts'
import { registryAbilities } from '#library/export/abilities.ts'
import { MACHINES, machineById } from '#library/export/machines/catalogue.ts'
import type { MachinePreset } from '#library/export/machines/preset.ts'
import { pooledWorkshop } from '#library/export/workshop.ts'
import { createMaterials } from './materials.ts'
import { type FullPlan, makePlan } from './plan.ts'
import { patternsToSend } from './queries.ts'
import { letGo, type OnExisting, send } from './send.ts'

export interface SendingService {
  machines(): Machine[]
  sticks(): Promise<Stick[]>
  plan(request: SendRequest, signal: AbortSignal): Promise<SendPlan>
  /** @throws BobbinError `stick-full`, `stick-read-only`, `stick-removed` …, each with `detail` done of total, or `cancelled` */
  start(request: SendRequest & { onExisting: OnExisting }, call: CallContext<SendProgress>): Promise<SendReport>
}

const LAST_MACHINE = 'sending.last-machine'
/** Patterns marked as used in one transaction. */
const PATTERNS_A_COMMIT = 50

export function createSending(context: Context): SendingService {
  const { db, host, originals } = context
  const workshop = pooledWorkshop(context.pool)
  const materials = createMaterials(originals, workshop)

  async function fullPlan(request: SendRequest, signal: AbortSignal): Promise<FullPlan> {
    const patterns = patternsToSend(db, request.patternIds)
    const full = await makePlan({
      patterns,
      machine: machineOf(request.machineId),
      target: request.target,
      drives: host.drives,
      materials,
      abilities: registryAbilities,
      signal,
    })
    const known = new Set(patterns.map(pattern => pattern.id))
    const gone = new Set(request.patternIds.filter(id => !known.has(id)))
    const skipped = [...full.plan.skipped, ...[...gone].map(goneFromLibrary)]
    return { ...full, plan: { ...full.plan, skipped } }
  }

  /** Tells it in each pattern's history; sending cannot be undone. */
  function remember(machine: MachinePreset, patternIds: readonly string[]): void {
    writeSetting(db, LAST_MACHINE, machine.id)
    let continueCommand: number | undefined
    const sentAt = context.clock.now()
    for (let from = 0; from < patternIds.length; from += PATTERNS_A_COMMIT) {
      const change = commit(context, {
        label: 'send',
        args: { machineId: machine.id, machine: machine.name, patterns: patternIds.length },
        changes: patternIds
          .slice(from, from + PATTERNS_A_COMMIT)
          .map(id => ({ table: 'pattern', id, set: { last_used_at: sentAt } }) as const),
        journal: 'history-only',
        ...(continueCommand === undefined ? {} : { continueCommand }),
      })
      continueCommand = change.commandId ?? undefined
    }
  }

  async function isListed({ target }: SendRequest): Promise<boolean> {
    return target.kind === 'folder' || (await host.drives.list()).some(stick => stick.id === target.stickId)
  }

  return {
    machines() {
      const last = readSetting(db, LAST_MACHINE)
      return MACHINES.map(machine => ({
        id: machine.id,
        name: machine.name,
        formats: machine.formats.map(accepted => accepted.format),
        confidence: machine.confidence,
        remark: machine.remark,
        verifiedOnHardware: machine.verifiedOnHardware,
        lastUsed: machine.id === last,
      }))
    },
    sticks: async () => [...(await host.drives.list())],
    plan: async (request, signal) => (await fullPlan(request, signal)).plan,
    async start(request, { signal, progress }) {
      const machine = machineOf(request.machineId)
      const plan = await fullPlan(request, signal)
      const { problem } = plan.plan
      if (problem || !plan.target)
        throw new BobbinError(problem?.code ?? 'stick-missing', problem?.message ?? '', {
          done: 0,
          total: plan.items.length,
        })
      const done = await send({
        plan,
        target: plan.target,
        machine,
        onExisting: request.onExisting,
        materials,
        workshop,
        isListed: () => isListed(request),
        signal,
        progress,
      })
      if (done.written.length > 0) remember(machine, [...new Set(done.written.map(file => file.patternId))])
      if (done.stoppedBy !== null) throw done.stoppedBy
      const report = { written: [...done.written], skipped: done.skipped }
      if (request.target.kind === 'folder') return { ...report, after: 'folder' }
      progress({ step: 'ejecting', done: report.written.length, total: report.written.length, file: '' })
      return { ...report, after: await letGo(host.drives, request.target.stickId) }
    },
  }
}

function machineOf(id: string): MachinePreset {
  const machine = machineById(id)
  if (machine) return machine
  throw new BobbinError('machine-unknown', 'Bobbin does not know this machine. Choose one from the list.', { id })
}

function goneFromLibrary(patternId: string): SendPlan['skipped'][number] {
  return { patternId, name: '', code: 'pattern-gone', message: 'This pattern is not in your library any more.' }
}
