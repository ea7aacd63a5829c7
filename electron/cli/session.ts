import type { LibraryContract, LibraryEvents } from '#shared/contract/library.ts'
import type { Client } from '#shared/contract/method.ts'
import type { Logger } from '#library/context.ts'

export interface LibrarySession {
  readonly client: Client<LibraryContract, LibraryEvents>
  /** Backs up what the command made, as far as that goes quickly and without a word. Never rejects. */
  backUp(signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

/** A command does not keep her waiting for longer; what is left goes up with the next one, or when Bobbin is opened. */
const BACK_UP_MOST_MS = 5_000

/** The library in this process, spoken to through the same contract as from a window. */
export async function openSession(
  dir: string,
  threads: { readonly reader: URL; readonly worker: URL },
  log: Logger,
): Promise<LibrarySession> {
  const [{ openLibraryHere }, { createClient }, { serve }, { createMemoryPair }, { libraryContract, libraryEvents }] =
    await Promise.all([
      import('#library/open-here.ts'),
      import('#shared/rpc/client.ts'),
      import('#shared/rpc/serve.ts'),
      import('#shared/rpc/transports/memory.ts'),
      import('#shared/contract/library.ts'),
    ])
  const library = await openLibraryHere({ dir, threads, log })
  const [ours, theirs] = createMemoryPair()
  const stop = serve(theirs, {
    contract: libraryContract,
    handlers: library.handlers,
    events: { schemas: libraryEvents, source: library.events },
    log,
  })
  return {
    client: createClient<LibraryContract, LibraryEvents>(ours),
    async backUp(signal) {
      const limit = new AbortController()
      const timer = setTimeout(() => limit.abort(), BACK_UP_MOST_MS)
      await library.backUpErrand(AbortSignal.any([signal, limit.signal]))
      clearTimeout(timer)
    },
    async close() {
      stop()
      await library.close()
    },
  }
}
