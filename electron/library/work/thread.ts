import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { BobbinError } from '#shared/contract/errors.ts'
import type { FromThread, ThrownError, ToThread } from './messages.ts'

/** What a task gets beside its input. */
export interface TaskContext {
  readonly signal: AbortSignal
  /** Says that the task is getting on; a silent one is stopped. Cheap: call it once per file. */
  alive(): void
  /** Buffers of the output that are handed over instead of copied. */
  transfer(...buffers: ArrayBuffer[]): void
}

export type Task = (input: never, context: TaskContext) => Promise<unknown> | unknown

interface Port {
  on(event: 'message', listener: (message: ToThread) => void): unknown
  postMessage(message: FromThread, transfer?: readonly ArrayBuffer[]): void
}

/** Often enough for a watch that counts tenths of ten seconds. */
const ALIVE_EVERY_MS = 100

/** Serves tasks by name on a thread's port. */
export function serveTasks(port: Port, tasks: Readonly<Record<string, Task>>): void {
  const running = new Map<number, AbortController>()

  async function run(id: number, name: string, input: unknown): Promise<void> {
    const controller = new AbortController()
    running.set(id, controller)
    const transfer: ArrayBuffer[] = []
    let saidAt = performance.now()
    const alive = (): void => {
      const now = performance.now()
      if (now - saidAt < ALIVE_EVERY_MS) return
      saidAt = now
      port.postMessage({ kind: 'alive', id })
    }
    try {
      const task = tasks[name]
      if (task === undefined) throw new Error(`no task is called ${name}`)
      const output = await task(input as never, {
        signal: controller.signal,
        alive,
        transfer: (...buffers) => void transfer.push(...buffers),
      })
      port.postMessage({ kind: 'done', id, output }, transfer)
    } catch (error) {
      port.postMessage({ kind: 'failed', id, error: plain(error) })
    } finally {
      running.delete(id)
      letGoOfBuffers()
    }
  }

  port.postMessage({ kind: 'ready' })
  port.on('message', message => {
    if (message.kind === 'cancel') running.get(message.id)?.abort()
    else void run(message.id, message.task, message.input)
  })
}

/** Bytes in buffers from which on a thread tidies up after a task. */
const MANY_BYTES = 24 * 1024 * 1024

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as (options: { type: 'minor' }) => void

/**
 * Files come as buffers outside of JavaScript's heap, and by itself V8 lets 64 MB of dead ones gather in each thread before it looks. A
 * collection of the young takes a millisecond and keeps a thread's memory at a quarter of that (measured over 30,000 files).
 */
function letGoOfBuffers(): void {
  if (getHeapStatistics().external_memory > MANY_BYTES) collect({ type: 'minor' })
}

function plain(error: unknown): ThrownError {
  if (error instanceof BobbinError) return { code: error.code, message: error.message, detail: error.detail }
  if (error instanceof Error) return { message: error.message, ...(error.stack ? { stack: error.stack } : {}) }
  return { message: String(error) }
}
