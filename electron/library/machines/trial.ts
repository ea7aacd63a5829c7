/** "Try it in a folder": a few patterns written as they would go to the machine, and nothing remembered of it. */
import { cancelled } from '#shared/contract/errors.ts'
import type { Trial } from '#shared/contract/library/machines.ts'
import type { Context } from '#library/context.ts'
import type { ReadDb } from '#library/db/handles.ts'
import { type Sql, sql } from '#library/db/sql.ts'
import { registryAbilities } from '#library/export/abilities.ts'
import { createMaterials } from '#library/export/sending/materials.ts'
import { makePlan } from '#library/export/sending/plan.ts'
import { patternsHere } from '#library/export/sending/patterns-here.ts'
import { send } from '#library/export/sending/send.ts'
import { openTarget } from '#library/export/target/target.ts'
import { pooledWorkshop } from '#library/export/workshop.ts'
import { knownMachine } from './known.ts'

export interface TrialRequest {
  readonly machineId: string
  /** None: a few of the library that show what the rules do. */
  readonly patternIds: readonly string[]
  readonly folder: string
}

/** @throws BobbinError `machine-unknown`, or why the folder cannot be written to */
export async function tryInFolder(context: Context, request: TrialRequest, signal: AbortSignal): Promise<Trial> {
  const { db, host } = context
  const patternIds = request.patternIds.length > 0 ? request.patternIds : tellingPatterns(db)
  const machine = knownMachine(db, request.machineId, patternIds)
  const workshop = pooledWorkshop(context.pool)
  const materials = createMaterials(context.originals, workshop)
  const target = await openTarget('folder', request.folder)
  const plan = await makePlan({
    patterns: await patternsHere(context, patternIds, signal),
    machine,
    target: { kind: 'folder', path: target.root },
    drives: host.drives,
    materials,
    abilities: registryAbilities,
    signal,
  })
  const done = await send({
    plan,
    target,
    machine,
    onExisting: 'keep-both',
    materials,
    workshop,
    isListed: async () => true,
    signal,
    progress() {},
  })
  if (done.stoppedBy !== null) throw signal.aborted ? cancelled() : done.stoppedBy
  const planned = new Map(plan.plan.files.map(file => [file.patternId, file]))
  return {
    files: done.written.map(({ patternId, file, format }) => ({
      patternId,
      name: planned.get(patternId)?.name ?? '',
      path: file,
      format,
      warnings: [...(planned.get(patternId)?.warnings ?? [])],
    })),
    skipped: [...done.skipped],
  }
}

/** The longest name, the most pieces, the widest, the most points, and the one used last: each shows another rule. */
export function tellingPatterns(db: ReadDb): string[] {
  const first = (order: Sql) =>
    db.values<string>(
      sql`select id from pattern where trashed_at is null and state = 'readable' order by ${order} desc, id limit 1`,
    )
  const telling = [sql`length(name)`, sql`runs`, sql`width_mm`, sql`points`, sql`last_used_at`]
  const ids = telling.flatMap(first)
  return [...new Set(ids)]
}
