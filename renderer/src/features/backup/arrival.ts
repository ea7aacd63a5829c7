import type { BackupState } from '#shared/contract/library/sync.ts'

/** Whether this is a new computer whose patterns are on their way: everything is read for the first time, and nothing of its own waits. */
export function isArriving({ account, state, coming, waiting }: BackupState): boolean {
  return account !== null && state === 'working' && coming.records > 0 && waiting.records === 0
}
