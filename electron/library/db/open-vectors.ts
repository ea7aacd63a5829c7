import Database from 'better-sqlite3'
import { getLoadablePath } from 'sqlite-vec'
import { type WriteDb, writeHandle } from './handles.ts'

/**
 * A database in memory with sqlite-vec's functions in it.
 *
 * @param passes what SQL calls `passes(seq)`
 * @throws Error where there is no sqlite-vec for this kind of computer
 */
export function openForVectors(passes: (seq: number) => boolean): { db: WriteDb; close(): void } {
  const raw = new Database(':memory:')
  try {
    // In the packed program it lies beside the archive: the system's own loader cannot look into one.
    raw.loadExtension(getLoadablePath().replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked'))
  } catch (error) {
    raw.close()
    throw error
  }
  raw.function('passes', { directOnly: true }, seq => (passes(Number(seq)) ? 1 : 0))
  return { db: writeHandle(raw), close: () => raw.close() }
}
