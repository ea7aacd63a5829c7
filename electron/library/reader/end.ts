import type { Worker } from 'node:worker_threads'
import type { ThreadLoaded } from './messages.ts'

/** Ends the thread, once it can be ended: one that ends while it loads SQLite's addon takes the whole process along (Node 24). */
export type EndThread = () => Promise<void>

export function endOf(worker: Worker): EndThread {
  const loaded = new Promise<void>(resolve => {
    worker.on('message', (message: object) => isLoaded(message) && resolve())
    worker.once('exit', () => resolve())
  })
  return async () => {
    await loaded
    await worker.terminate()
  }
}

export function isLoaded(message: object): message is ThreadLoaded {
  return 'loaded' in message
}
