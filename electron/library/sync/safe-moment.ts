import type { Clock } from '#shared/domain/ids.ts'
import type { Remembered } from './remembered.ts'

/** Written down this often: every change that goes up makes the library safe again, and the disk has better things to do. */
const WRITE_EVERY_MS = 60_000

export interface SafeMoment {
  /** When everything was last backed up, and since when it does not work. */
  times(): { readonly safeAt: number | null; readonly troubleSince: number | null }
  /** All is in the cloud. */
  safe(): void
  /** It works again, though not all is there yet. */
  works(): void
  fails(): void
  close(): void
}

export function createSafeMoment(remembered: Remembered, clock: Clock): SafeMoment {
  let { safeAt, troubleSince } = remembered.times()
  let writtenAt = safeAt ?? 0

  function write(): void {
    writtenAt = clock.now()
    remembered.setTimes({ safeAt, troubleSince })
  }

  function mended(): void {
    if (troubleSince === null) return
    troubleSince = null
    write()
  }

  return {
    times: () => ({ safeAt, troubleSince }),
    safe() {
      safeAt = clock.now()
      if (troubleSince !== null) mended()
      else if (safeAt - writtenAt >= WRITE_EVERY_MS || safeAt < writtenAt) write()
    },
    works: mended,
    fails() {
      if (troubleSince !== null) return
      troubleSince = clock.now()
      write()
    },
    close() {
      if (safeAt !== remembered.times().safeAt) write()
    },
  }
}
