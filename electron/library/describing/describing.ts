import { setImmediate as immediately } from 'node:timers/promises'
import { BobbinError } from '#shared/contract/errors.ts'
import type { Description } from '#shared/shape/describe.ts'
import { lastSeq } from '../columns/queries.ts'
import type { Context } from '../context.ts'
import { putDescription, type Undescribed, undescribed } from '../db/tables/descriptor.ts'
import type { DesignToRead } from '../work/tasks/read-design.ts'

export interface Describing {
  /**
   * Describes every pattern that no Bobbin or an older one described, the newest first. Stopped half way it goes on at the next start.
   * Resolves with how many patterns that was.
   */
  outdated(signal: AbortSignal): Promise<number>
}

type DescribingContext = Pick<Context, 'db' | 'events' | 'reader' | 'pool' | 'originals' | 'log'>

/** Files in one task: some tens of milliseconds, so that whatever she asks for meanwhile waits no longer than that. */
const TOGETHER = 24
/** Rows asked in one query: a millisecond or two, however large the library is. */
const LOOKED_THROUGH = 2_000

/** One task at a time: on any computer with two cores, one of them stays free for her. */
export function createDescribing(context: DescribingContext): Describing {
  const { db, pool, originals } = context

  async function describeAll(patterns: readonly Undescribed[], signal: AbortSignal): Promise<(Description | null)[]> {
    const designs = patterns.map(({ hash, name }): DesignToRead => ({ path: originals.path(hash), name }))
    try {
      return await pool.run<(Description | null)[]>('describe', designs, { signal })
    } catch (error) {
      if (signal.aborted || !lostItsThread(error)) throw error
      // One of them cost the thread: by itself it harms none of the others.
      if (patterns.length === 1) return [null]
      const found: (Description | null)[] = []
      for (const pattern of patterns) found.push(...(await describeAll([pattern], signal)))
      return found
    }
  }

  async function describeThese(patterns: readonly Undescribed[], signal: AbortSignal): Promise<void> {
    const described = await describeAll(patterns, signal)
    db.transaction(() => {
      for (const [index, { hash }] of patterns.entries()) putDescription(db, hash, described[index] ?? null)
    })
    // Nothing on the screen changes by it: only what answers "more like this" is told.
    context.reader.changed(patterns.map(({ id }) => id))
  }

  return {
    async outdated(signal) {
      let count = 0
      for (let before = lastSeq(db) + 1; before > 0; ) {
        signal.throwIfAborted()
        const from = Math.max(0, before - LOOKED_THROUGH)
        const patterns = undescribed(db, { from, before }, TOGETHER)
        before = patterns.length < TOGETHER ? from : patterns.at(-1)!.seq
        if (patterns.length === 0) await immediately()
        else await describeThese(patterns, signal)
        count += patterns.length
      }
      if (count > 0) context.events.emit('patterns.changed', { ids: null })
      return count
    },
  }
}

function lostItsThread(error: unknown): boolean {
  return (
    error instanceof BobbinError && ['took-too-long', 'took-too-much-memory', 'reader-crashed'].includes(error.code)
  )
}
