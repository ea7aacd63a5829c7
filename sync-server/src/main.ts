/** A server from its settings to its graceful end. */
import { compose, type World } from './compose.ts'
import type { Config } from './config.ts'

export interface RunningServer {
  readonly url: string
  /** Takes no more requests, finishes those in hand, closes every connection. */
  stop(): Promise<void>
}

/** Starts a server and listens. */
export async function startServer(config: Config, world: World = {}): Promise<RunningServer> {
  const cloud = await compose(config, world)
  try {
    const address = await cloud.app.listen({ host: config.host, port: config.port })
    return { url: config.publicUrl ?? address, stop: () => cloud.close() }
  } catch (error) {
    await cloud.close()
    throw error
  }
}

/** Work in hand that takes longer than this when we are asked to stop is cut off: its sender sends it again. */
const STOP_WITHIN_MS = 10_000

/** Ends the process when it is told to, gracefully; at once when it is told twice. */
export function stopOnSignals(stop: () => Promise<void>): void {
  let isStopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (isStopping) process.exit(1)
      isStopping = true
      setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
      void stop().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
}
