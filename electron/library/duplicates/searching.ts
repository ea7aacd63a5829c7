import { ALIGN_VERSION } from '#shared/shape/align.ts'
import type { Context } from '../context.ts'
import { countUnchecked } from '../db/tables/outline.ts'
import { isKeeping } from '../db/tables/unreferenced.ts'
import type { Jobs } from '../jobs/jobs.ts'
import { scanForTwins } from './scan.ts'

/** `waiting`: all that is here has been compared. */
export interface SearchState {
  readonly state: 'waiting' | 'running' | 'paused'
  readonly done: number
  readonly total: number
}

export interface Searching {
  state(): SearchState
  /** Looks at what has not been looked at; resolves when that is done, or paused. */
  scan(): Promise<void>
  /** Until she goes on, over a restart as well. */
  pause(): Promise<void>
  goOn(): void
  /** From now on looks by itself when something came in and the library has been quiet for a moment. */
  watch(): void
  close(): Promise<void>
}

const KIND = 'doubles'
/** After a change, and while files are being brought in. */
const QUIET_MS = 2_500

/** The job that finds patterns of one design, behind everything else. It is one row that waits when all is done. */
export function createSearching(context: Context, jobs: Jobs): Searching {
  const { db, events, log } = context
  let running: { readonly ended: Promise<void>; readonly stop: AbortController } | null = null
  let progress = { done: 0, total: 0 }
  let timer: NodeJS.Timeout | undefined
  let closed = false
  let stopListening = () => {}

  const openJob = () => jobs.open(KIND)[0]
  const isPaused = () => openJob()?.state === 'paused'
  const tell = () => events.emit('doubles.changed', {})

  function start(): Promise<void> {
    if (running) return running.ended
    const stop = new AbortController()
    const { id } = openJob() ?? jobs.add(KIND, 'running', {})
    jobs.change(id, { state: 'running' })
    const ended = scanForTwins(context, stop.signal, (done, total) => {
      progress = { done, total }
      tell()
    })
      .then(() => jobs.change(id, { state: 'waiting' }))
      .catch((error: unknown) => {
        if (stop.signal.aborted) return
        jobs.change(id, { state: 'waiting' })
        log.error({ error }, 'looking for patterns of one design failed')
      })
      .finally(() => {
        running = null
        progress = { done: 0, total: 0 }
        tell()
      })
    running = { ended, stop }
    return ended
  }

  function later(): void {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (closed || running || isPaused()) return
      // What is coming in comes first; and it is looked at once, when all of it is here.
      if (isKeeping(db)) return later()
      if (countUnchecked(db, ALIGN_VERSION) > 0) void start()
    }, QUIET_MS).unref()
  }

  async function halt(): Promise<void> {
    running?.stop.abort()
    await running?.ended
  }

  return {
    state: () => ({ state: isPaused() ? 'paused' : running ? 'running' : 'waiting', ...progress }),
    scan: () => (isPaused() ? Promise.resolve() : start()),
    async pause() {
      const { id } = openJob() ?? jobs.add(KIND, 'paused', {})
      await halt()
      jobs.change(id, { state: 'paused' })
      tell()
    },
    goOn: () => void start(),
    watch() {
      if (closed) return
      stopListening = events.on('patterns.changed', later)
      if (!isPaused()) void start()
    },
    async close() {
      closed = true
      clearTimeout(timer)
      stopListening()
      await halt()
    },
  }
}
