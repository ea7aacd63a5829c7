import { Worker } from 'node:worker_threads'
import { BobbinError, cancelled } from '#shared/contract/errors.ts'
import type { Logger } from '../context.ts'
import { type EndThread, endOf, isLoaded } from './end.ts'
import type { FromReader, ReaderReply, ReaderRequest, ReaderStart, ReaderWord, ToReader } from './messages.ts'
import type { ReadingInput, ReadingName, ReadingOutput } from './readings.ts'

export interface ReaderClient {
  /** With a signal last, a question that still waits for its turn is dropped when nobody wants the answer any more. */
  ask<Name extends ReadingName>(
    name: Name,
    ...input: ReadingInput<Name> extends undefined ? [] : [ReadingInput<Name>, AbortSignal?]
  ): Promise<ReadingOutput<Name>>
  /** Told of every commit at once, so that no later answer is older than it. Null: too many patterns to name. */
  changed(ids: readonly string[] | null): void
  /** What a meaning helper finds near to a query: it counts in every later answer to that query. Null: nothing counts any more. */
  near(found: { readonly query: string; readonly seqs: readonly number[] } | null): void
  close(): Promise<void>
}

interface Question {
  readonly request: ReaderRequest
  readonly signal: AbortSignal | undefined
  resolve(value: unknown): void
  reject(error: unknown): void
  tries: number
}

/** Counting, and what the core asks for itself, can wait: pictures and words come first. */
const LAST = new Set<ReadingName>(['facets', 'neighbours', 'nearShapes', 'tidyCounts', 'tidyPage', 'suggestTags'])

/**
 * The reader thread. It is given one question at a time, so that those nobody waits for any more need not be answered. When it dies it
 * is started again, and what it was asked is asked once more before it counts as failed.
 */
export function startReader(entry: URL, { database, vectors, index }: ReaderStart, log: Logger): ReaderClient {
  const waiting: Question[] = []
  let asked: Question | null = null
  let nextId = 1
  let closed = false
  let end: EndThread
  let worker = start()

  function start(): Worker {
    const made = new Worker(entry, { workerData: { database, vectors, index } satisfies ReaderStart })
    end = endOf(made)
    made.on('message', (message: FromReader) => {
      if ('say' in message) write(message)
      else if (!isLoaded(message)) settle(message)
    })
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
    const again = asked
    asked = null
    if (again && ++again.tries > 1)
      again.reject(new BobbinError('search-failed', 'Bobbin could not look that up. Please try again.'))
    else if (again) waiting.unshift(again)
    askNext()
  }

  function askNext(): void {
    while (asked === null) {
      const at = waiting.findIndex(one => !LAST.has(one.request.name))
      const [next] = waiting.splice(Math.max(0, at), 1)
      if (!next) return
      if (next.signal?.aborted) {
        next.reject(cancelled())
        continue
      }
      asked = next
      worker.postMessage(next.request)
    }
  }

  function write({ say: { level, facts, message } }: ReaderWord): void {
    log[level](facts, message)
  }

  function settle(reply: ReaderReply): void {
    if (asked?.request.id !== reply.id) return
    const one = asked
    asked = null
    askNext()
    if (reply.ok) one.resolve(reply.value)
    else one.reject(new BobbinError(reply.code, reply.message, reply.detail))
  }

  return {
    ask(name, ...[input, signal]) {
      return new Promise((resolve, reject) => {
        if (closed) return reject(new BobbinError('library-closed', 'Bobbin is closing.'))
        const request: ReaderRequest = { id: nextId++, name, input }
        waiting.push({ request, signal, resolve: resolve as Question['resolve'], reject, tries: 0 })
        askNext()
      })
    },
    changed(ids) {
      if (!closed) worker.postMessage({ changed: ids } satisfies ToReader)
    },
    near(found) {
      if (!closed) worker.postMessage({ near: found } satisfies ToReader)
    },
    async close() {
      closed = true
      await end()
      const all = asked ? [asked, ...waiting] : waiting
      for (const one of all) one.reject(new BobbinError('library-closed', 'Bobbin is closing.'))
      waiting.length = 0
    },
  }
}
