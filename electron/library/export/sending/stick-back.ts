import { setTimeout as wait } from 'node:timers/promises'
import type { Stick } from '#shared/contract/library/sending.ts'
import { isSameStick, type KnownStick } from '#library/drives/same-stick.ts'
import type { Drives } from '#library/drives/types.ts'
import { isStillThere, type Target } from '#library/export/target/target.ts'

const LOOK_EVERY_MS = 1_000

/**
 * Waits until the stick that was taken out is in again; null when the signal ends the waiting. A stick that the system has listed all
 * along counts only when its folder is the very same: a listing may lag, and what stands at its place then is an empty folder of the
 * computer.
 *
 * @param target where it was written to; null when that was before a restart, and any listing is news
 */
export async function stickBack(
  drives: Drives,
  stick: KnownStick,
  target: Target | null,
  signal: AbortSignal,
): Promise<Stick | null> {
  let wasOut = false
  while (!signal.aborted) {
    const listed = (await drives.list().catch(() => [])).find(one => isSameStick(stick, one))
    if (!listed) wasOut = true
    else if (wasOut || target === null || (await isStillThere(target))) return listed
    await wait(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined)
  }
  return null
}
