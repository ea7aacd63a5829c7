import { BobbinError } from '#shared/contract/errors.ts'
import { startSlot, type Slot } from './slot.ts'

/** Threads for reading, drawing and converting. Task names and their types are the pool's owner's. */
export interface WorkPool {
  /**
   * Runs one task on the next free thread; tasks start in the order they were handed in.
   * @throws BobbinError what the task threw; `took-too-long`, `took-too-much-memory` or `reader-crashed` when its thread was
   *   lost, which harms no other task; `cancelled`
   */
  run<Output>(task: string, input: unknown, options?: RunOptions): Promise<Output>
  /** Tasks that may run at once. */
  readonly threads: number
  close(): Promise<void>
}

export interface RunOptions {
  readonly signal?: AbortSignal
  readonly transfer?: readonly ArrayBuffer[]
}

export interface PoolOptions {
  /** The thread's entry file. */
  readonly worker: URL
  readonly threads: number
  /** A task that gives no sign of life for so long is stopped together with its thread. Default 10 s. */
  readonly silenceMs?: number
  /** JavaScript heap of one thread. Default 256 MB. */
  readonly heapMb?: number
}

interface Waiting {
  readonly task: string
  readonly input: unknown
  readonly options: RunOptions
  resolve(output: unknown): void
  reject(error: unknown): void
}

/** Threads start when first needed and stay. */
export function createPool({ worker, threads, silenceMs = 10_000, heapMb = 256 }: PoolOptions): WorkPool {
  const slots: Slot[] = []
  const idle: Slot[] = []
  const waiting: Waiting[] = []
  let closed = false

  function next(): void {
    while (waiting.length > 0 && (idle.length > 0 || slots.length < threads)) {
      const slot = idle.pop() ?? newSlot()
      const due = waiting.shift()!
      void runOn(slot, due)
    }
  }

  function newSlot(): Slot {
    const slot = startSlot(worker, heapMb, silenceMs)
    slots.push(slot)
    return slot
  }

  async function runOn(slot: Slot, { task, input, options, resolve, reject }: Waiting): Promise<void> {
    try {
      resolve(await slot.run(task, input, options))
    } catch (error) {
      reject(error)
    }
    if (slot.lost) slots.splice(slots.indexOf(slot), 1)
    else idle.push(slot)
    next()
  }

  return {
    threads,
    run: <Output>(task: string, input: unknown, options: RunOptions = {}) =>
      new Promise<Output>((resolve, reject) => {
        if (closed) return reject(new BobbinError('library-closed', 'Bobbin is closing.'))
        if (options.signal?.aborted) return reject(new BobbinError('cancelled', 'This was stopped before it was done.'))
        waiting.push({ task, input, options, resolve: resolve as (output: unknown) => void, reject })
        next()
      }),
    async close() {
      closed = true
      for (const due of waiting.splice(0)) due.reject(new BobbinError('library-closed', 'Bobbin is closing.'))
      await Promise.all(slots.map(slot => slot.stop()))
    },
  }
}
