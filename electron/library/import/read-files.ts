import { BobbinError } from '#shared/contract/errors.ts'
import type { WorkPool } from '#library/work/pool.ts'
import type { KeepAndReadInput } from '#library/work/tasks/keep-and-read.ts'
import type { FileReading } from './reading.ts'
import type { ScannedFile } from './scan.ts'

export interface ReadContext {
  readonly pool: WorkPool
  readonly signal: AbortSignal
  /** Folder of the originals. */
  readonly originals: string
}

/** Files in one message to a thread: few enough that a stop is answered at once, many enough that messages cost nothing. */
const BATCH = 32
/** Files in one transaction: each costs the disk a moment, however little is in it. */
const TOGETHER = 96
/** Batches handed to each thread ahead of time, so that it never waits for the core. */
const AHEAD = 2

export interface ReadFile {
  readonly file: ScannedFile
  readonly reading: FileReading
}

/**
 * Stages 2 to 5 for many files, on all threads. `take` gets a few batches at a time as they are done, in no set order.
 * @throws BobbinError when the library's own disk fails, or what `take` throws
 */
export async function readFiles(
  context: ReadContext,
  files: readonly ScannedFile[],
  mode: KeepAndReadInput['read'],
  take: (batch: readonly ReadFile[]) => Promise<void>,
): Promise<void> {
  let next = 0
  let taking = Promise.resolve()
  let ready: ReadFile[] = []
  const hand = (least: number): Promise<void> => {
    if (ready.length < least) return taking
    const due = ready
    ready = []
    taking = taking.then(() => take(due))
    return taking
  }
  const work = async (): Promise<void> => {
    while (next < files.length) {
      context.signal.throwIfAborted()
      const batch = files.slice(next, next + BATCH)
      next += BATCH
      const readings = await readBatch(context, batch, mode)
      ready.push(...batch.map((file, index) => ({ file, reading: readings[index]! })))
      await hand(TOGETHER)
    }
  }
  const worker = (): Promise<void> =>
    work().catch(error => {
      next = files.length
      throw error
    })
  // Also after a failure the others are waited for: nothing may still write when this has answered.
  const ends = await Promise.allSettled(Array.from({ length: context.pool.threads * AHEAD }, worker))
  const failed = ends.find(end => end.status === 'rejected')
  if (failed) throw failed.reason
  await hand(1)
}

const LOST_THREAD = new Set(['took-too-long', 'took-too-much-memory', 'reader-crashed'])

async function readBatch(
  { pool, signal, originals }: ReadContext,
  files: readonly ScannedFile[],
  read: KeepAndReadInput['read'],
): Promise<readonly FileReading[]> {
  const input: KeepAndReadInput = { originals, read, files: files.map(({ source, name }) => ({ source, name })) }
  try {
    return await pool.run<FileReading[]>('keep-and-read', input, { signal })
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof BobbinError) || !LOST_THREAD.has(error.code)) throw error
    if (files.length > 1) {
      // One of them cost the thread: alone, each can only harm itself.
      const readings: FileReading[] = []
      for (const file of files) readings.push(...(await readBatch({ pool, signal, originals }, [file], read)))
      return readings
    }
    if (read === 'keep') return [{ kind: 'trouble', code: error.code, message: error.message }]
    const kept = await readBatch({ pool, signal, originals }, files, 'keep')
    return kept.map(reading =>
      reading.kind === 'kept' && reading.role === 'design' ? { ...reading, found: unread(error) } : reading,
    )
  }
}

function unread({ code, message }: BobbinError) {
  const failure = { code, message }
  return {
    outcome: 'unreadable',
    facts: null,
    warnings: [],
    failure,
    sketch: null,
    outline: null,
    shape: null,
    description: null,
  } as const
}
