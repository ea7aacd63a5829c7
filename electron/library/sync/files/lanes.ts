/**
 * Works on what `jobs` gives, at most `lanes` at a time; the next one is asked for only when a lane is free, so nothing piles up. The first
 * failure ends it once the others are through.
 */
export async function inLanes<Job>(
  jobs: AsyncIterable<Job>,
  lanes: number,
  work: (job: Job) => Promise<void>,
): Promise<void> {
  const next = jobs[Symbol.asyncIterator]()
  let isEnding = false
  const lane = async (): Promise<void> => {
    try {
      while (!isEnding) {
        const { done, value } = await next.next()
        if (done) return
        await work(value)
      }
    } catch (error) {
      isEnding = true
      throw error
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: lanes }, lane))
  if (isEnding) await next.return?.()
  const failed = ends.find(end => end.status === 'rejected')
  if (failed) throw failed.reason
}

/** Lets `most` in at a time. */
export function createGate(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let inside = 0
  const waiting: (() => void)[] = []
  return async work => {
    if (inside >= most) await new Promise<void>(resolve => waiting.push(resolve))
    else inside++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else inside--
    }
  }
}
