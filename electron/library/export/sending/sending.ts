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
import { letGo, type OnExisting, send, type Sending } from './send.ts'
import { stickBack } from './stick-back.ts'

export interface SendingService {
  machines(): Machine[]
  sticks(): Promise<Stick[]>
  plan(request: SendRequest, signal: AbortSignal): Promise<SendPlan>
  /**
   * A stick that is taken out half way is waited for, and what is missing goes on it when it is back.
   * @throws BobbinError `stick-full`, `stick-read-only`, `stick-removed` …, each with `detail` done of total, or `cancelled`
   */
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
    async start(asked, { signal, progress }) {
      const machine = machineOf(asked.machineId)
      const sent = new Set<string>()
      let request = asked
      for (;;) {
        const stick = await stickOf(request)
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
        const fresh = done.written.map(file => file.patternId).filter(id => !sent.has(id))
        for (const id of fresh) sent.add(id)
        if (fresh.length > 0) remember(machine, [...new Set(fresh)])
        if (done.stoppedBy === null) return await finish(request, done, progress)
        if (!stick || !isRemoved(done.stoppedBy)) throw done.stoppedBy
        progress({ step: 'waiting', done: done.written.length, total: plan.items.length, file: '' })
        const back = await stickBack(host.drives, stick, plan.target, signal)
        if (back === null) throw done.stoppedBy
        // Everything is gone through again: what is on it is read back and counted, only the rest is written.
        request = { ...request, target: { kind: 'stick', stickId: back.id } }
      }
    },
  }

  async function finish(
    { target }: SendRequest,
    { written, skipped }: Sending,
    progress: (value: SendProgress) => void,
  ): Promise<SendReport> {
    const report = { written: [...written], skipped }
    if (target.kind === 'folder') return { ...report, after: 'folder' }
    progress({ step: 'ejecting', done: written.length, total: written.length, file: '' })
    return { ...report, after: await letGo(host.drives, target.stickId) }
  }

  async function stickOf({ target }: SendRequest): Promise<Stick | undefined> {
    if (target.kind === 'folder') return undefined
    return (await host.drives.list()).find(stick => stick.id === target.stickId)
  }
}

function isRemoved(error: unknown): boolean {
  return error instanceof BobbinError && error.code === 'stick-removed'
}

function machineOf(id: string): MachinePreset {
  const machine = machineById(id)
  if (machine) return machine
  throw new BobbinError('machine-unknown', 'Bobbin does not know this machine. Choose one from the list.', { id })
}

function goneFromLibrary(patternId: string): SendPlan['skipped'][number] {
  return { patternId, name: '', code: 'pattern-gone', message: 'This pattern is not in your library any more.' }
}
