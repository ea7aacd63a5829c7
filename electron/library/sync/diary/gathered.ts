import type { AppliedRecord } from '#shared/sync/device/batch.ts'
import type { Computers } from '#library/sync/computers.ts'
import type { FileState } from '#library/sync/files/file-sync.ts'
import type { Diary } from './happenings.ts'
import { restoreOf, stampedBy } from '#library/sync/origin.ts'
import type { Timers } from '#library/sync/world.ts'

/** Records and files come in hundreds: the diary gets a line of them this often. */
const GATHER_MS = 2_000

export interface Gathered {
  /** So many records are in the cloud now. */
  sent(records: number): void
  /** These came from there. `isFirst`: to a library that had not met the cloud yet. */
  came(records: readonly AppliedRecord[], isFirst: boolean): void
  /** Patterns that another hand took away in a mass, and that wait for her word. */
  braked(patterns: readonly AppliedRecord[]): void
  /** Something of the files is otherwise than before. */
  filesMoved(): void
  /** A restore that is asked for here: what comes of it meanwhile is not told, for who asked tells it. Answers what it answers. */
  restoring<T>(restore: Promise<T>, idOf: (answer: T) => string): Promise<T>
  /** Writes down what was gathered; nothing is told from then on. */
  close(): void
}

export interface GatheredParts {
  readonly diary: Pick<Diary, 'tell'>
  readonly timers: Timers
  readonly computers: Pick<Computers, 'whose'>
  files(): FileState
}

/** By the device that stamped them; null: nothing says it. */
type Counts = Map<string | null, number>

/** Tells the diary how much went up and came down, from which computer, and when the cloud was full. */
export function createGathered({ diary, timers, computers, files }: GatheredParts): Gathered {
  let sent = 0
  let arrived = 0
  let came: Counts = new Map()
  let braked: Counts = new Map()
  let told = { up: 0, down: 0, isFull: false }
  let stop: (() => void) | null = null
  let isClosed = false
  let asking = 0
  /** Restores that were asked for here are told by who asked. */
  const asked = new Set<string>()

  function flush(): void {
    stop?.()
    stop = null
    const { up, down, isFull } = files()
    if (sent + up - told.up > 0) diary.tell('sent', { records: sent, files: up - told.up })
    if (arrived > 0) diary.tell('arrived', { patterns: arrived })
    tellCame()
    for (const [computer, patterns] of byName(braked)) diary.tell('brake', { patterns, computer })
    if (down > told.down) diary.tell('files-came', { files: down - told.down })
    if (isFull && !told.isFull) diary.tell('full', {})
    sent = 0
    arrived = 0
    braked = new Map()
    told = { up, down, isFull }
  }

  function tellCame(): void {
    // Whose restore it is shows when its answer is here.
    if (asking > 0 && !isClosed) return
    const typed: Counts = new Map()
    let own = 0
    for (const [device, records] of came) {
      const restore = device === null ? null : restoreOf(device)
      if (restore !== null) tellRestored(restore, records)
      else if (device !== null && computers.whose(device)?.isThis) own += records
      else typed.set(device, records)
    }
    for (const [computer, records] of byName(typed)) diary.tell('came', { records, computer })
    if (own > 0) diary.tell('came-back', { records: own })
    came = new Map()
  }

  function tellRestored({ restoreId, isUndo }: NonNullable<ReturnType<typeof restoreOf>>, records: number): void {
    if (asked.has(restoreId)) return
    if (isUndo) diary.tell('restore-undone', { records })
    else diary.tell('restored', { records, at: null })
  }

  /** One count for each computer's name; what nobody is known for stands together. */
  function byName(counts: Counts): Counts {
    const named: Counts = new Map()
    for (const [device, count] of counts)
      add(named, device === null ? null : (computers.whose(device)?.name ?? null), count)
    return named
  }

  function later(): void {
    if (!isClosed) stop ??= timers.after(GATHER_MS, flush)
  }

  return {
    sent(count) {
      sent += count
      later()
    },
    came(records, isFirst) {
      // That the cloud empties what has lain in the trash for thirty nights is nobody's doing.
      const live = records.filter(({ after }) => !after.purged)
      if (isFirst) arrived += live.filter(({ before, after }) => before === null && after.table === 'pattern').length
      else for (const record of live) add(came, stampedBy(record), 1)
      later()
    },
    braked(patterns) {
      for (const record of patterns) add(braked, stampedBy(record), 1)
      later()
    },
    filesMoved: later,
    async restoring(restore, idOf) {
      asking++
      try {
        const answer = await restore
        asked.add(idOf(answer))
        return answer
      } finally {
        asking--
        if (came.size > 0) later()
      }
    },
    close() {
      isClosed = true
      flush()
    },
  }
}

function add(counts: Counts, key: string | null, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count)
}
