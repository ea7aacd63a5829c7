import { Worker } from 'node:worker_threads'
import type { CheckName } from '../backup/checks.ts'
import type { Verdict } from '../db/check-file.ts'
import { endOf, isLoaded } from './end.ts'
import type { CheckSaying, CheckStart } from './messages.ts'

/** Where the thread that looks through a database begins: beside the reader's, in the source as in what is built. */
function checkEntry(reader: URL): URL {
  return new URL(reader.href.replace(/entry\.reader(\.\w+)$/, 'entry.check$1'))
}

/**
 * Looks through a database file on a thread that lives for this alone, so that searching goes on meanwhile. Rejects when the signal ends it
 * before its time.
 * @param reader the entry of the reader's thread
 */
export function checkOnThread(reader: URL, check: CheckName, path: string, signal?: AbortSignal): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(checkEntry(reader), { workerData: { check, path } satisfies CheckStart })
    const end = endOf(worker)
    worker.on('message', (message: CheckSaying) => {
      if (!isLoaded(message)) resolve(message)
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the thread that checks the database ended without an answer')))
    signal?.addEventListener('abort', () => void end(), { once: true })
  })
}
