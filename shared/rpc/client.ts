import { BobbinError, cancelled } from '#shared/contract/errors.ts'
import type { CallOptions, Client, Contract, Events } from '#shared/contract/method.ts'
import type { Channel } from './channel.ts'
import { type Frame, readFrame } from './frame.ts'

/** A contract's client together with the state of the way to the other side. */
export type Connection<C extends Contract, E extends Events> = Client<C, E> & {
  readonly state: Channel['state']
  /**
   * Tells of every change of `state`. After `open` following a loss the caller asks again for what it shows: events may have
   * been missed. Returns the function that stops listening.
   */
  onState(listener: (state: Channel['state']) => void): () => void
  close(): void
}

interface Pending {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: BobbinError) => void
  readonly onProgress: ((progress: never) => void) | undefined
  readonly settled: () => void
}

/**
 * The caller's side of a contract. Calls made while the channel is still connecting wait for it; when it is lost, everything
 * unanswered rejects with `disconnected`, because nobody can know any more whether it was done.
 * A cancelled call settles when the other side has answered: with `cancelled`, or with its result when it was done already.
 */
export function createClient<C extends Contract, E extends Events>(channel: Channel): Connection<C, E> {
  const pending = new Map<number, Pending>()
  const waiting: Frame[] = []
  const eventListeners = new Map<string, Set<(payload: never) => void>>()
  const stateListeners = new Set<(state: Channel['state']) => void>()
  let lastId = 0

  function send(frame: Frame): void {
    if (channel.state === 'connecting') waiting.push(frame)
    else trySend(frame)
  }

  function trySend(frame: Frame): void {
    try {
      channel.send(frame)
    } catch (error) {
      if (frame.kind !== 'call') return
      settle(frame.id)?.reject(
        new BobbinError('bad-input', 'This cannot be sent to the library.', { reason: String(error) }),
      )
    }
  }

  function settle(id: number): Pending | undefined {
    const call = pending.get(id)
    pending.delete(id)
    call?.settled()
    return call
  }

  function lose(): void {
    waiting.length = 0
    for (const id of pending.keys()) settle(id)?.reject(disconnected())
    tellState()
  }

  function tellState(): void {
    for (const listener of stateListeners) listener(channel.state)
  }

  channel.listen({
    onArrived(arrived) {
      const frame = readFrame(arrived)
      if (frame?.kind === 'result') settle(frame.id)?.resolve(frame.value)
      else if (frame?.kind === 'error') {
        settle(frame.id)?.reject(new BobbinError(frame.code, frame.message, frame.detail))
      } else if (frame?.kind === 'progress') pending.get(frame.id)?.onProgress?.(frame.value as never)
      else if (frame?.kind === 'event') {
        for (const listener of eventListeners.get(frame.name) ?? []) listener(frame.payload as never)
      }
    },
    onOpen() {
      for (const frame of waiting.splice(0)) trySend(frame)
      tellState()
    },
    onLost: lose,
  })

  function call(method: string, input: unknown, options: CallOptions<never> = {}): Promise<unknown> {
    const { signal, onProgress } = options
    if (signal?.aborted) return Promise.reject(cancelled())
    if (channel.state === 'closed') return Promise.reject(disconnected())
    const id = ++lastId
    return new Promise((resolve, reject) => {
      const abort = () => cancel(id)
      pending.set(id, { resolve, reject, onProgress, settled: () => signal?.removeEventListener('abort', abort) })
      signal?.addEventListener('abort', abort, { once: true })
      send({ kind: 'call', id, method, input })
    })
  }

  function cancel(id: number): void {
    const unsent = waiting.findIndex(frame => frame.kind === 'call' && frame.id === id)
    if (unsent < 0) return send({ kind: 'cancel', id })
    waiting.splice(unsent, 1)
    settle(id)?.reject(cancelled())
  }

  return {
    call: call as Client<C, E>['call'],
    on(name, listener) {
      const listeners = eventListeners.get(name) ?? new Set()
      eventListeners.set(name, listeners.add(listener))
      return () => void listeners.delete(listener)
    },
    get state() {
      return channel.state
    },
    onState(listener) {
      stateListeners.add(listener)
      return () => void stateListeners.delete(listener)
    },
    close() {
      if (channel.state === 'closed') return
      channel.close()
      lose()
    },
  }
}

function disconnected(): BobbinError {
  return new BobbinError('disconnected', 'The connection to your library was lost.')
}
