import { BobbinError } from '#shared/contract/errors.ts'
import type { Context } from '#library/context.ts'
import { lackingFilesOf } from '#library/db/tables/cloud-file.ts'

/** Fetched at once: the cloud takes some more than that at a time. */
const TOGETHER = 6

/**
 * Fetches every file of these patterns that has not come to this computer, so that the best of each can be chosen.
 * @returns the patterns that still lack one, with why
 */
export async function bringPatterns(
  { db, originals }: Pick<Context, 'db' | 'originals'>,
  patternIds: readonly string[],
  signal: AbortSignal,
): Promise<Map<string, BobbinError>> {
  const lacking = lackingFilesOf(db, patternIds)
  const failed = new Map<string, BobbinError>()
  const queue = [...lacking]
  const lane = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      try {
        await originals.bring(next.hash, signal)
      } catch (error) {
        if (!(error instanceof BobbinError) || error.code !== 'file-not-here-yet') throw error
        for (const id of next.patternIds) failed.set(id, error)
        // Where one cannot come because there is no connection, none can.
        if (error.detail.why === 'offline')
          for (const other of queue.splice(0)) for (const id of other.patternIds) failed.set(id, error)
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(TOGETHER, queue.length) }, lane))
  return failed
}
