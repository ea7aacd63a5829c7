import { Worker } from 'node:worker_threads'
import type { CheckName } from '../backup/checks.ts'
import type { Verdict } from '../db/open.ts'
import { endOf, isLoaded } from './end.ts'
import type { ReaderLoaded, ReaderStart } from './messages.ts'

/**
 * Looks through a database file on a thread that lives for this alone, so that searching goes on meanwhile. Rejects when the signal ends it
 * before its time.
 */
export function checkOnThread(entry: URL, check: CheckName, path: string, signal?: AbortSignal): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(entry, { workerData: { kind: 'check', check, path } satisfies ReaderStart })
    const end = endOf(worker)
    worker.on('message', (message: Verdict | ReaderLoaded) => {
      if (!isLoaded(message)) resolve(message)
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the thread that checks the database ended without an answer')))
    signal?.addEventListener('abort', () => void end(), { once: true })
  })
}
