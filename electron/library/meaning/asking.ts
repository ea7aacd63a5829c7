/** What is asked while she types: only the newest question is worth a look, and none that was answered a moment ago. */
export interface Asking {
  ask(query: string): void
  /** What was found may be other things now. */
  forget(): void
  idle(): Promise<void>
}

export interface AskingParts {
  /** Null: nobody to ask. */
  near(query: string): Promise<readonly number[] | null>
  found(query: string, seqs: readonly number[]): void
  failed(error: unknown): void
  /** How long nothing else is asked before the question counts as whole. */
  settleMs?: number
}

const SETTLE_MS = 250
const ANSWERS_KEPT = 30

export function createAsking({ near, found, failed, settleMs = SETTLE_MS }: AskingParts): Asking {
  const answered = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let newest: string | null = null
  let busy: Promise<void> | null = null

  async function work(): Promise<void> {
    while (newest !== null) {
      const query = newest
      newest = null
      try {
        const seqs = await near(query)
        if (seqs === null) continue
        answered.add(query)
        const oldest = answered.size > ANSWERS_KEPT ? answered.values().next().value : undefined
        if (oldest !== undefined) answered.delete(oldest)
        found(query, seqs)
      } catch (error) {
        failed(error)
      }
    }
  }

  function begin(): void {
    timer = undefined
    busy ??= work().finally(() => {
      busy = null
    })
  }

  return {
    ask(query) {
      if (query === newest) return
      clearTimeout(timer)
      timer = undefined
      newest = answered.has(query) ? null : query
      if (newest !== null) timer = setTimeout(begin, settleMs)
    },
    forget() {
      answered.clear()
    },
    async idle() {
      if (timer !== undefined) {
        clearTimeout(timer)
        begin()
      }
      await busy
    },
  }
}
