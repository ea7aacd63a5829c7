/** Sending to a machine: the service behind `sending.plan`, `sending.start`, `sticks.list`. */
import { BobbinError } from '#shared/contract/errors.ts'
import type {
  SendPlan,
  SendProgress,
  SendReport,
  SendRequest,
  SentFile,
  Stick,
} from '#shared/contract/library/sending.ts'
import type { CallContext } from '#shared/contract/method.ts'
import type { Context } from '#library/context.ts'
import { commit } from '#library/db/commit.ts'
import { writeSetting } from '#library/db/tables/setting.ts'
import { registryAbilities } from '#library/export/abilities.ts'
import type { MachinePreset } from '#library/export/machines/preset.ts'
import { withoutAsking } from '#library/export/without-asking.ts'
import { knownMachine } from '#library/machines/known.ts'
import { LAST_MACHINE } from '#library/machines/last-used.ts'
import { sentMark } from '#library/machines/sent-mark.ts'
import { pooledWorkshop } from '#library/export/workshop.ts'
import { createMaterials } from './materials.ts'
import { type FullPlan, makePlan } from './plan.ts'
import { patternsToSend } from './queries.ts'
import { letGo, type OnExisting, send, type Sending } from './send.ts'
import { stickBack } from './stick-back.ts'

export interface SendingService {
  sticks(): Promise<Stick[]>
  plan(request: SendRequest, signal: AbortSignal): Promise<SendPlan>
  /**
   * A stick that is taken out half way is waited for, and what is missing goes on it when it is back.
   * @throws BobbinError `stick-full`, `stick-read-only`, `stick-removed` …, each with `detail` done of total, or `cancelled`
   */
  start(request: SendRequest & { onExisting: OnExisting }, call: CallContext<SendProgress>): Promise<SendReport>
}

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
      machine: knownMachine(db, request.machineId, request.patternIds),
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
  function remember(machine: MachinePreset, written: readonly SentFile[]): void {
    writeSetting(db, LAST_MACHINE, machine.id)
    const formats = new Map(written.map(file => [file.patternId, file.format]))
    const patternIds = [...formats.keys()]
    let continueCommand: number | undefined
    const sentAt = context.clock.now()
    for (let from = 0; from < patternIds.length; from += PATTERNS_A_COMMIT) {
      const change = commit(context, {
        label: 'send',
        args: { machineId: machine.id, machine: machine.name, patterns: patternIds.length },
        changes: patternIds
          .slice(from, from + PATTERNS_A_COMMIT)
          .flatMap(id => [
            { table: 'pattern', id, set: { last_used_at: sentAt } } as const,
            sentMark(db, machine.id, id, formats.get(id) ?? '', sentAt),
          ]),
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
    sticks: async () => [...(await host.drives.list())],
    plan: async (request, signal) => (await fullPlan(request, signal)).plan,
    async start(asked, { signal, progress }) {
      const machine = knownMachine(db, asked.machineId, asked.patternIds)
      const sent = new Set<string>()
      let request = asked
      for (;;) {
        const stick = await stickOf(request)
        const whole = await fullPlan(request, signal)
        const plan = request.experimental === true ? whole : withoutAsking(whole, machine)
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
        const fresh = done.written.filter(file => !sent.has(file.patternId))
        for (const file of fresh) sent.add(file.patternId)
        if (fresh.length > 0) remember(machine, fresh)
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

function goneFromLibrary(patternId: string): SendPlan['skipped'][number] {
  return { patternId, name: '', code: 'pattern-gone', message: 'This pattern is not in your library any more.' }
}
