import { Worker } from 'node:worker_threads'
import { BobbinError, cancelled } from '#shared/contract/errors.ts'
import type { FromThread, ThrownError, ToThread } from './messages.ts'
import type { RunOptions } from './pool.ts'

/** One thread: runs one task at a time and is thrown away when it crashes, hangs or eats too much. */
export interface Slot {
  run(task: string, input: unknown, options: RunOptions): Promise<unknown>
  /** True once the thread is gone; the pool then starts another. */
  readonly lost: boolean
  stop(): Promise<void>
}

/** How often the thread is looked at. Looks are counted, not time: a computer that slept must not cost a task its thread. */
const LOOKS_PER_SILENCE = 10

export function startSlot(url: URL, heapMb: number, silenceMs: number): Slot {
  const worker = new Worker(url, {
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: 16 },
    stdout: false,
    stderr: false,
  })
  const loaded = new Promise<void>(resolve => {
    worker.on('message', (message: FromThread) => message.kind === 'ready' && resolve())
    worker.once('exit', () => resolve())
  })
  let lost = false
  /** A thread that is still loading is not silent: on a busy computer that takes longer than a file. */
  let ready = false
  let lastId = 0
  let current: { id: number; looks: number; resolve(output: unknown): void; reject(error: unknown): void } | null = null

  const lose = (error: unknown): void => {
    lost = true
    current?.reject(error)
    current = null
    void worker.terminate()
  }

  worker.on('message', (message: FromThread) => {
    if (message.kind === 'ready') {
      ready = true
      return
    }
    if (current === null || message.id !== current.id) return
    current.looks = 0
    if (message.kind === 'alive') return
    if (message.kind === 'done') current.resolve(message.output)
    else current.reject(rebuilt(message.error))
    current = null
  })
  worker.on('error', error => lose(lossOf(error)))
  worker.on('exit', () =>
    lose(new BobbinError('reader-crashed', 'Bobbin could not read this file: it made the reader stop.')),
  )

  const watch = setInterval(() => {
    if (!ready || current === null || ++current.looks <= LOOKS_PER_SILENCE) return
    lose(new BobbinError('took-too-long', 'This file took too long to read. It is left as it is.'))
  }, silenceMs / LOOKS_PER_SILENCE)
  watch.unref()
  worker.once('exit', () => clearInterval(watch))
  worker.unref()

  return {
    run(task, input, { signal, transfer = [] }) {
      const id = ++lastId
      const stop = () => worker.postMessage({ kind: 'cancel', id } satisfies ToThread)
      signal?.addEventListener('abort', stop, { once: true })
      // While a task runs the thread keeps the process alive; an idle one must not.
      worker.ref()
      return new Promise<unknown>((resolve, reject) => {
        if (lost) return reject(new BobbinError('reader-crashed', 'The reader stopped. Try again.'))
        current = { id, looks: 0, resolve, reject }
        worker.postMessage({ kind: 'run', id, task, input } satisfies ToThread, transfer)
      })
        .catch(error => {
          throw signal?.aborted ? cancelled() : error
        })
        .finally(() => {
          signal?.removeEventListener('abort', stop)
          worker.unref()
        })
    },
    get lost() {
      return lost
    },
    async stop() {
      lost = true
      current?.reject(new BobbinError('library-closed', 'Bobbin is closing.'))
      current = null
      // One that is ended while it loads an addon takes the whole process along (Node 24).
      await loaded
      await worker.terminate()
    },
  }
}

function lossOf(error: unknown): BobbinError {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return new BobbinError(
      'took-too-much-memory',
      'This file needs more memory than Bobbin may use. It is left as it is.',
    )
  return new BobbinError('reader-crashed', 'Bobbin could not read this file: it made the reader stop.', {
    reason: error instanceof Error ? error.message : String(error),
  })
}

function rebuilt({ code, message, detail, stack }: ThrownError): Error {
  if (code !== undefined) return new BobbinError(code, message, detail)
  const error = new Error(message)
  if (stack !== undefined) error.stack = stack
  return error
}
