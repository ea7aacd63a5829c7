/** The one connection on which this server copy hears of news: LISTEN in the control database, made again whenever it is lost. */
import pg from 'pg'
import type { Timers } from './seq-memory.ts'

export const WAKE_CHANNEL = 'bobbin_wake'

const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 5_000
/** A connection whose other end vanished without a word is noticed by asking. */
const ASK_EVERY_MS = 10_000
const ASK_MS = 5_000

export interface ListenerParts {
  readonly connection: pg.ClientConfig
  readonly timers: Timers
  /** In [0, 1). */
  readonly random: () => number
  readonly onPayload: (payload: string) => void
  /** Listening again: whatever was said meanwhile was not heard, and has to be read. */
  readonly onListening: () => void
  readonly onLost: (error: unknown) => void
}

export interface Listener {
  close(): Promise<void>
}

export function startListening(parts: ListenerParts): Listener {
  const { timers } = parts
  let client: pg.Client | null = null
  let timer: unknown = null
  let tries = 0
  let isClosed = false

  function lost(which: pg.Client, error: unknown): void {
    if (client !== which) return
    client = null
    timers.clear(timer)
    void which.end().catch(() => undefined)
    if (isClosed) return
    parts.onLost(error)
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** tries) * (0.5 + parts.random() / 2)
    tries += 1
    timer = timers.set(() => void connect(), pause)
  }

  function ask(which: pg.Client): void {
    timer = timers.set(() => {
      const late = timers.set(() => lost(which, new Error('the listening connection answers no more')), ASK_MS)
      which
        .query('select 1')
        .then(() => {
          timers.clear(late)
          if (client === which) ask(which)
        })
        .catch((error: unknown) => {
          timers.clear(late)
          lost(which, error)
        })
    }, ASK_EVERY_MS)
  }

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ ...parts.connection, keepAlive: true, application_name: 'bobbin wake' })
    client = fresh
    fresh.on('error', error => lost(fresh, error))
    fresh.on('end', () => lost(fresh, new Error('the listening connection was closed')))
    fresh.on('notification', message => parts.onPayload(message.payload ?? ''))
    try {
      await fresh.connect()
      await fresh.query(`listen ${WAKE_CHANNEL}`)
    } catch (error) {
      lost(fresh, error)
      return
    }
    if (client !== fresh) return
    tries = 0
    ask(fresh)
    parts.onListening()
  }

  void connect()
  return {
    async close() {
      isClosed = true
      timers.clear(timer)
      const last = client
      client = null
      await last?.end().catch(() => undefined)
    },
  }
}
