/**
 * Loops that carry and then wait. Each waits for a timer of its own, always: whatever went wrong, there is a next time, and nobody has to do
 * anything for it. Being told to hurry only shortens the waiting.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { BobbinError } from '#shared/contract/errors.ts'
import type { Random } from '#shared/domain/ids.ts'
import type { Logger } from '#library/context.ts'
import { CloudTrouble, type FileCloud } from './cloud.ts'

/** `done`: nothing is left; when it is looked again nevertheless is the loop's own matter. */
export type RoundOutcome = 'done' | { readonly inMs: number }

type Name = 'up' | 'down' | 'ask'
export type Rounds = Readonly<Record<Name, (cloud: FileCloud) => Promise<RoundOutcome>>>

export interface RoundsParts {
  readonly random: Random
  readonly log: Logger
  readonly changed: () => void
  readonly waits: { readonly backOffMs: number; readonly mostBackOffMs: number }
}

/** Nothing to do: looked again all the same, should nobody have told. */
const LOOK_AGAIN_MS = 15 * 60_000

export function createRounds(rounds: Rounds, { random, log, changed, waits }: RoundsParts) {
  const names = Object.keys(rounds) as Name[]
  /** Ends the waiting of a loop, or has its next waiting end at once. */
  const bells = new Map<Name, AbortController>()
  const isRung = new Set<Name>()
  const busy = new Set<Name>()
  const troubles = new Map<Name, string>()
  let whenIdle: PromiseWithResolvers<void> | null = null
  let isRunning = false

  function settle(name: Name): void {
    busy.delete(name)
    if (busy.size > 0 || isRung.size > 0) return
    whenIdle?.resolve()
    whenIdle = null
  }

  async function loop(name: Name, cloud: FileCloud, signal: AbortSignal): Promise<void> {
    let failures = 0
    while (!signal.aborted) {
      busy.add(name)
      isRung.delete(name)
      let pauseMs: number
      try {
        const outcome = await rounds[name](cloud)
        failures = 0
        if (troubles.delete(name)) changed()
        pauseMs = outcome === 'done' ? LOOK_AGAIN_MS : outcome.inMs
      } catch (error) {
        if (signal.aborted) break
        const trouble = wordFor(error)
        // What the cloud says of itself is no mistake of ours: a command line would show it to her.
        if (trouble === 'trouble' && error instanceof CloudTrouble)
          log.info({ error, round: name }, 'the cloud has some trouble with files')
        else if (trouble === 'trouble') log.warn({ error, round: name }, 'carrying files did not work')
        if (troubles.get(name) !== trouble) {
          troubles.set(name, trouble)
          changed()
        }
        pauseMs = backOff(failures++, error)
      }
      settle(name)
      await pause(name, pauseMs, signal)
    }
    settle(name)
  }

  /** Full jitter: computers that lost the cloud together do not come back together. */
  function backOff(failures: number, error: unknown): number {
    const most = Math.min(waits.mostBackOffMs, waits.backOffMs * 2 ** Math.min(failures, 10))
    const asked = error instanceof CloudTrouble ? (error.retryAfterMs ?? 0) : 0
    const [high = 0, low = 0] = random.bytes(2)
    return asked + Math.ceil((most * (high * 256 + low + 1)) / 65_536)
  }

  async function pause(name: Name, ms: number, signal: AbortSignal): Promise<void> {
    if (isRung.has(name)) return
    const bell = new AbortController()
    bells.set(name, bell)
    await wait(ms, undefined, { signal: AbortSignal.any([bell.signal, signal]), ref: false }).catch(() => undefined)
    bells.delete(name)
  }

  return {
    /** Goes on until `signal` ends it. */
    async run(cloud: FileCloud, signal: AbortSignal): Promise<void> {
      isRunning = true
      for (const name of names) busy.add(name)
      await Promise.all(names.map(name => loop(name, cloud, signal)))
      isRunning = false
      isRung.clear()
      troubles.clear()
      whenIdle?.resolve()
      whenIdle = null
    },
    hurry(name: Name): void {
      if (!isRunning) return
      isRung.add(name)
      bells.get(name)?.abort()
    },
    /** Resolves when every loop waits for its time. */
    async idle(): Promise<void> {
      if (busy.size === 0 && isRung.size === 0) return
      whenIdle ??= Promise.withResolvers()
      await whenIdle.promise
    },
    /** The first of what keeps loops from getting on; null while none does. */
    trouble: (): string | null => names.map(name => troubles.get(name)).find(word => word !== undefined) ?? null,
  }
}

function wordFor(error: unknown): string {
  if (error instanceof CloudTrouble) return error.kind
  return error instanceof BobbinError ? error.code : 'trouble'
}
