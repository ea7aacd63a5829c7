import type { AppliedRecord } from '#shared/sync/device/batch.ts'
import { compareStamps } from '#shared/sync/stamp.ts'
import type { Stamp } from '#shared/sync/record.ts'

/** A restore to a day, and taking one back, stamp with a name of their own: the cloud makes them, whoever asks. */
const RESTORE = /^(restore|undo)-(.+)$/

/** What another hand stamped a record with: the device of the newest value that is another than before. Null: nothing says it. */
export function stampedBy({ before, after }: AppliedRecord): string | null {
  const fresh = Object.entries(after.stamps).filter(([field, stamp]) => !isSame(stamp, before?.stamps[field]))
  // A purge leaves the stamps as they were: whoever put it in the trash is who took it away.
  const thrown = after.purged && fresh.length === 0 ? after.stamps['trashed_at'] : undefined
  const newest = fresh.map(([, stamp]) => stamp).reduce<Stamp | undefined>(greater, thrown)
  return newest?.[2] ?? null
}

function greater(one: Stamp | undefined, other: Stamp): Stamp {
  return one === undefined || compareStamps(one, other) < 0 ? other : one
}

function isSame(one: Stamp, other: Stamp | undefined): boolean {
  return other !== undefined && compareStamps(one, other) === 0
}

/** Which restore a stamp's device is, if it is one. */
export function restoreOf(device: string): { readonly restoreId: string; readonly isUndo: boolean } | null {
  const [, word, restoreId] = RESTORE.exec(device) ?? []
  return restoreId === undefined ? null : { restoreId, isUndo: word === 'undo' }
}
