import { BobbinError, cancelled } from '#shared/contract/errors.ts'
import type { CallContext, Contract, Events, Handlers } from '#shared/contract/method.ts'
import type { Channel } from './channel.ts'
import { type CallFrame, type ErrorFrame, readFrame } from './frame.ts'
import { createThrottle } from './throttle.ts'

/** Where a server hears what to tell its client unasked. An EventHub is one. */
export interface EventSource {
  on(name: never, listener: (payload: never) => void): () => void
}

export interface ServeOptions<C extends Contract> {
  readonly contract: C
  readonly handlers: Handlers<C>
  /** The names of `schemas` are passed on from `source`. */
  readonly events?: { readonly schemas: Events; readonly source: EventSource }
  /** The one place where the real cause of an `internal` error is told. */
  readonly log: { warn(detail: object, message: string): void; error(detail: object, message: string): void }
  /** Methods that go on when their caller is gone (a page reloaded in the middle of an import); all others are cancelled. */
  readonly outlives?: (method: string) => boolean
  /** Least time between two progress frames of one call. */
  readonly progressEveryMs?: number
  /** Tests check outputs and progress too; a released program trusts itself. */
  readonly checkOutputs?: boolean
}

type AnyHandler = (input: unknown, context: CallContext<unknown>) => unknown

/**
 * Answers a contract on a channel until the channel is lost for good. Inputs are checked against the contract before a handler
 * sees them. A BobbinError goes across as it is; anything else is logged and goes across as `internal`.
 * Returns the function that stops serving: running calls are cancelled, the channel is closed.
 */
export function serve<C extends Contract>(channel: Channel, options: ServeOptions<C>): () => void {
  const { contract, log } = options
  const handlers = options.handlers as Readonly<Record<string, AnyHandler>>
  const running = new Map<number, { method: string; controller: AbortController }>()
  const stops = listenToEvents()

  function listenToEvents(): (() => void)[] {
    const { events } = options
    if (events === undefined) return []
    return Object.keys(events.schemas).map(name =>
      events.source.on(name as never, (payload: unknown) => {
        try {
          channel.send({ kind: 'event', name, payload })
        } catch (error) {
          log.error({ event: name, err: error }, 'an event could not be sent')
        }
      }),
    )
  }

  async function answer(frame: CallFrame): Promise<void> {
    const { id, method } = frame
    const controller = new AbortController()
    running.set(id, { method, controller })
    const throttle = createThrottle<unknown>(options.progressEveryMs ?? 100, value =>
      trySend(() => channel.send({ kind: 'progress', id, value })),
    )
    try {
      const value = await run(frame, { signal: controller.signal, progress: throttle.offer })
      throttle.finish()
      channel.send({ kind: 'result', id, value })
    } catch (error) {
      throttle.finish()
      const told = errorFrame(id, method, error, controller.signal)
      if (!trySend(() => channel.send(told))) trySend(() => channel.send({ ...told, detail: {} }))
    } finally {
      running.delete(id)
    }
  }

  async function run(frame: CallFrame, context: CallContext<unknown>): Promise<unknown> {
    const method = Object.hasOwn(contract, frame.method) ? contract[frame.method] : undefined
    const handler = handlers[frame.method]
    if (method === undefined || handler === undefined) {
      throw new BobbinError('unknown-method', 'This version of Bobbin does not know how to do that.', {
        method: frame.method,
      })
    }
    const input = method.input.safeParse(frame.input ?? {})
    if (!input.success) {
      const issues = input.error.issues.slice(0, 10).map(issue => `${issue.path.join('.')}: ${issue.message}`)
      throw new BobbinError('bad-input', 'Bobbin was asked for something it does not understand.', {
        method: frame.method,
        issues,
      })
    }
    if (!options.checkOutputs) return await handler(input.data, context)
    const checked = { ...context, progress: (value: unknown) => context.progress(method.progress.parse(value)) }
    return method.output.parse(await handler(input.data, checked))
  }

  function errorFrame(id: number, method: string, error: unknown, signal: AbortSignal): ErrorFrame {
    const known = error instanceof BobbinError ? error : signal.aborted ? cancelled() : null
    if (known !== null) {
      return { kind: 'error', id, code: known.code, message: known.message, detail: known.detail }
    }
    log.error({ method, err: error }, 'a call failed in a way nobody expected')
    return {
      kind: 'error',
      id,
      code: 'internal',
      message: 'Something went wrong inside Bobbin. What happened was written to the log.',
      detail: {},
    }
  }

  function trySend(send: () => void): boolean {
    try {
      send()
      return true
    } catch (error) {
      log.error({ err: error }, 'an answer could not be sent')
      return false
    }
  }

  function lose(all: boolean): void {
    for (const call of running.values()) {
      if (!all && options.outlives?.(call.method)) continue
      call.controller.abort(new BobbinError('disconnected', 'The window that asked for this is gone.'))
    }
  }

  channel.listen({
    onArrived(arrived) {
      const frame = readFrame(arrived)
      if (frame?.kind === 'cancel') running.get(frame.id)?.controller.abort(cancelled())
      else if (frame?.kind === 'call' && !running.has(frame.id)) void answer(frame)
      else log.warn({ kind: frame?.kind ?? 'unknown' }, 'something arrived that is no call')
    },
    onOpen() {},
    onLost() {
      lose(false)
      if (channel.state === 'closed') for (const stop of stops.splice(0)) stop()
    },
  })

  return () => {
    for (const stop of stops.splice(0)) stop()
    lose(true)
    channel.close()
  }
}
