import type { LibraryEvents } from '#shared/contract/library.ts'
import type { EventOf, Events } from '#shared/contract/method.ts'

/** Who tells and who listens, inside one process. Transports subscribe here and carry payloads across. */
export interface EventHub<E extends Events = LibraryEvents> {
  emit<Name extends keyof E & string>(name: Name, payload: EventOf<E, Name>): void
  /** Returns the function that stops listening. */
  on<Name extends keyof E & string>(name: Name, listener: (payload: EventOf<E, Name>) => void): () => void
}

type Listener = (payload: unknown) => void

/**
 * Listeners are called at once, in the order they came. One that throws is told to `onError` and never keeps the others, or
 * the one who told, from going on.
 */
export function createEventHub<E extends Events = LibraryEvents>(onError: (error: unknown) => void): EventHub<E> {
  const listeners = new Map<string, Set<Listener>>()
  return {
    emit(name, payload) {
      for (const listener of listeners.get(name) ?? []) {
        try {
          listener(payload)
        } catch (error) {
          onError(error)
        }
      }
    },
    on(name, listener) {
      const own: Listener = payload => listener(payload as Parameters<typeof listener>[0])
      const all = listeners.get(name) ?? new Set<Listener>()
      listeners.set(name, all.add(own))
      return () => void all.delete(own)
    },
  }
}
