import { uuidV7 } from '#shared/domain/ids.ts'
import { commit } from '#library/db/commit.ts'
import { seededRandom } from '#library/testing/fake-clock.ts'
import { tempLibrary, type TempLibrary, type TempOptions } from '#library/testing/temp-library.ts'
import { memoryKeeper, type SyncWorld, systemTimers, type Timers, unknownPower } from '../world.ts'

export interface TempComputer extends TempLibrary {
  /** `isSilent`: what is asked is never answered, as over a line that is no more. */
  readonly world: SyncWorld & { isOnline: boolean; isSilent: boolean }
  signIn(url: string): Promise<void>
  addPattern(name: string): string
  rename(id: string, name: string): void
  nameOf(id: string): string | undefined
}

export interface ComputerOptions extends TempOptions {
  /** Default: real ones. */
  readonly timers?: Timers
}

/** A computer with a library that can be taken off the line. Real HTTP, real SQLite, real time unless timers are given. */
export async function tempComputer(name = 'laptop', options: ComputerOptions = {}): Promise<TempComputer> {
  const random = seededRandom([...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7))
  const world = {
    isOnline: true,
    isSilent: false,
    fetch: (async (input, init) => {
      if (!world.isOnline) throw new TypeError('fetch failed')
      if (world.isSilent) return nobodyAnswers(init?.signal ?? null)
      return fetch(input, init)
    }) as typeof fetch,
    timers: options.timers ?? systemTimers,
    random,
    power: unknownPower,
    networkMark: () => '',
    computer: { name, platform: 'test' },
    version: '1',
  }
  const temp = await tempLibrary({ ...options, sync: world, tokens: options.tokens ?? memoryKeeper() })
  return Object.assign(temp, {
    world,
    async signIn(url: string) {
      await temp.call('sync.signIn', { url, email: 'anne@example.org', code: '123456' })
    },
    addPattern(patternName: string) {
      const id = uuidV7(temp.clock, random)
      const set = { name: patternName, kind: 'block', state: 'readable' }
      commit(temp.context, { label: 'import', args: {}, changes: [{ table: 'pattern', id, set }] })
      return id
    },
    rename(id: string, to: string) {
      commit(temp.context, { label: 'rename', args: {}, changes: [{ table: 'pattern', id, set: { name: to } }] })
    },
    nameOf(id: string) {
      return temp.context.db.values<string>({ text: 'select name from pattern where id = ?', params: [id] })[0]
    },
  })
}

function nobodyAnswers(signal: AbortSignal | null): Promise<never> {
  return new Promise((_, reject) => {
    const end = () => reject(signal!.reason)
    if (signal?.aborted) end()
    signal?.addEventListener('abort', end, { once: true })
  })
}

/** Resolves as soon as it holds; rejects after a while, saying what did not. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, withinMs = 20_000): Promise<void> {
  for (const end = performance.now() + withinMs; performance.now() < end; ) {
    if (await holds()) return
    await new Promise(resolve => setTimeout(resolve, 10))
  }
  throw new Error(`it did not come: ${what}`)
}
