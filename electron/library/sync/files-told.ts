import type { FileState } from './files/file-sync.ts'
import type { Diary } from './happenings.ts'
import type { Timers } from './world.ts'

/** Files come in hundreds: the diary gets a line of them this often. */
const GATHER_MS = 2_000

export interface FilesTold {
  /** Something of the files is otherwise than before. */
  moved(): void
  /** Writes down what was gathered; nothing is told from then on. */
  close(): void
}

/** Tells the diary how many files went up and came down, and when the cloud was full. */
export function createFilesTold(diary: Diary, timers: Timers, state: () => FileState): FilesTold {
  let told = { up: 0, down: 0, isFull: false }
  let stop: (() => void) | null = null
  let isClosed = false

  function flush(): void {
    stop?.()
    stop = null
    const { up, down, isFull } = state()
    if (up > told.up) diary.tell('sent', { records: 0, files: up - told.up })
    if (down > told.down) diary.tell('files-came', { files: down - told.down })
    if (isFull && !told.isFull) diary.tell('full', {})
    told = { up, down, isFull }
  }

  return {
    moved() {
      if (!isClosed) stop ??= timers.after(GATHER_MS, flush)
    },
    close() {
      isClosed = true
      flush()
    },
  }
}
