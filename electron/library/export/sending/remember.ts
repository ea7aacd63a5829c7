import type { SentFile } from '#shared/contract/library/sending.ts'
import type { Context } from '#library/context.ts'
import { commit } from '#library/db/commit.ts'
import { markRemembered, unremembered } from '#library/db/tables/sending-file.ts'
import { writeSetting } from '#library/db/tables/setting.ts'
import type { MachinePreset } from '#library/export/machines/preset.ts'
import { LAST_MACHINE } from '#library/machines/last-used.ts'
import { sentMark } from '#library/machines/sent-mark.ts'

/** Patterns marked as used in one transaction. */
const PATTERNS_A_COMMIT = 50

/** Tells in each pattern's history what was written since the last telling; each once, also over a restart. It cannot be undone. */
export function rememberSent(context: Context, jobId: string, machine: MachinePreset): void {
  const { db } = context
  let continueCommand: number | undefined
  const sentAt = context.clock.now()
  for (;;) {
    const rows = unremembered(db, jobId, PATTERNS_A_COMMIT)
    if (rows.length === 0) return
    const files = rows.map(({ told }) => JSON.parse(told) as SentFile)
    continueCommand = db.transaction(() => {
      writeSetting(db, LAST_MACHINE, machine.id)
      const change = commit(context, {
        label: 'send',
        args: { machineId: machine.id, machine: machine.name, patterns: files.length },
        changes: files.flatMap(({ patternId: id, format }) => [
          { table: 'pattern', id, set: { last_used_at: sentAt } } as const,
          sentMark(db, machine.id, id, format, sentAt),
        ]),
        journal: 'history-only',
        ...(continueCommand === undefined ? {} : { continueCommand }),
      })
      markRemembered(
        db,
        jobId,
        rows.map(({ patternId }) => patternId),
      )
      return change.commandId ?? undefined
    })
  }
}
