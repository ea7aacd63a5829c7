import type { FileState } from './files/file-sync.ts'
import type { Diary } from './happenings.ts'
import type { Timers } from './world.ts'

/** Records and files come in hundreds: the diary gets a line of them this often. */
const GATHER_MS = 2_000

export interface Gathered {
  /** So many records are in the cloud now. */
  sent(records: number): void
  /** So many records came from there. */
  came(records: number): void
  /** Something of the files is otherwise than before. */
  filesMoved(): void
  /** Writes down what was gathered; nothing is told from then on. */
  close(): void
}

/** Tells the diary how many records and files went up and came down, and when the cloud was full. */
export function createGathered(diary: Diary, timers: Timers, files: () => FileState): Gathered {
  let records = { sent: 0, came: 0 }
  let told = { up: 0, down: 0, isFull: false }
  let stop: (() => void) | null = null
  let isClosed = false

  function flush(): void {
    stop?.()
    stop = null
    const { up, down, isFull } = files()
    const sent = { records: records.sent, files: up - told.up }
    if (sent.records + sent.files > 0) diary.tell('sent', sent)
    if (records.came > 0) diary.tell('came', { records: records.came })
    if (down > told.down) diary.tell('files-came', { files: down - told.down })
    if (isFull && !told.isFull) diary.tell('full', {})
    records = { sent: 0, came: 0 }
    told = { up, down, isFull }
  }

  function later(): void {
    if (!isClosed) stop ??= timers.after(GATHER_MS, flush)
  }

  return {
    sent(count) {
      records.sent += count
      later()
    },
    came(count) {
      records.came += count
      later()
    },
    filesMoved: later,
    close() {
      isClosed = true
      flush()
    },
  }
}
