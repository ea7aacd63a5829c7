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
