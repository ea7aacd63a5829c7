import { Worker } from 'node:worker_threads'
import { BobbinError } from '#shared/contract/errors.ts'
import type { Logger } from '../context.ts'
import type { ReaderReply, ReaderRequest, ReaderStart } from './messages.ts'
import type { ReadingInput, ReadingName, ReadingOutput } from './readings.ts'

export interface ReaderClient {
  ask<Name extends ReadingName>(
    name: Name,
    ...input: ReadingInput<Name> extends undefined ? [] : [ReadingInput<Name>]
  ): Promise<ReadingOutput<Name>>
  close(): Promise<void>
}

interface Waiting {
  readonly request: ReaderRequest
  resolve(value: unknown): void
  reject(error: unknown): void
  tries: number
}

/** The reader thread. When it dies it is started again, and what it was asked is asked once more before it counts as failed. */
export function startReader(entry: URL, database: string, log: Logger): ReaderClient {
  const waiting = new Map<number, Waiting>()
  let nextId = 1
  let closed = false
  let worker = start()

  function start(): Worker {
    const made = new Worker(entry, { workerData: { kind: 'answer', database } satisfies ReaderStart })
    made.on('message', settle)
    made.on('error', error => log.error({ error }, 'the reader thread failed'))
    made.on('exit', code => {
      if (closed || worker !== made) return
      log.warn({ code }, 'the reader thread went away and is started again')
      restart()
    })
    return made
  }

  function restart(): void {
    worker = start()
    for (const [id, one] of waiting) {
      one.tries++
      if (one.tries > 1) {
        waiting.delete(id)
        one.reject(new BobbinError('search-failed', 'Bobbin could not look that up. Please try again.'))
      } else worker.postMessage(one.request)
    }
  }

  function settle(reply: ReaderReply): void {
    const one = waiting.get(reply.id)
    if (!one) return
    waiting.delete(reply.id)
    if (reply.ok) one.resolve(reply.value)
    else one.reject(new BobbinError(reply.code, reply.message, reply.detail))
  }

  return {
    ask(name, ...input) {
      return new Promise((resolve, reject) => {
        if (closed) return reject(new BobbinError('library-closed', 'Bobbin is closing.'))
        const request: ReaderRequest = { id: nextId++, name, input: input[0] }
        waiting.set(request.id, { request, resolve: resolve as Waiting['resolve'], reject, tries: 0 })
        worker.postMessage(request)
      })
    },
    async close() {
      closed = true
      await worker.terminate()
      for (const one of waiting.values()) one.reject(new BobbinError('library-closed', 'Bobbin is closing.'))
      waiting.clear()
    },
  }
}
