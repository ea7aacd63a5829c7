import { once } from 'node:events'
import { tellAddress } from '#server/cli/place.ts'
import { startServer } from '#server/main.ts'
import type { Command } from '../command.ts'

/** Work in hand that takes longer than this when we are asked to stop is cut off: its sender sends it again. */
const STOP_WITHIN_MS = 10_000

export const serve: Command = {
  usage: 'serve [--port N] [--data DIR]',
  summary: 'Runs the cloud until it is stopped; says {"url", "ready": true} when it serves',
  options: { port: { type: 'string' } },
  stays: true,
  async run(call) {
    const config = await call.config()
    const server = await startServer(config)
    if (call.folder !== null) await tellAddress(call.folder, server.url)
    call.write(JSON.stringify({ url: server.url, ready: true }))
    if (!call.signal.aborted) await once(call.signal, 'abort')
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
    await server.stop()
    return null
  },
}
