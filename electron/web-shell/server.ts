import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { hostContract, hostEvents } from '#shared/contract/host.ts'
import type { HostHandlers } from '#shared/contract/host.ts'
import { type LibraryHandlers, libraryContract, libraryEvents } from '#shared/contract/library.ts'
import { outlivesItsWindow } from '#shared/contract/outlives.ts'
import type { Random } from '#shared/domain/ids.ts'
import { type EventSource, serve } from '#shared/rpc/serve.ts'
import { webSocketChannel } from '#shared/rpc/transports/web-socket.ts'
import { createAssets } from './assets.ts'
import type { Incoming } from './incoming.ts'
import { handleIncoming } from './incoming-route.ts'
import { sendPrepared } from './prepared.ts'
import { guarded, sendText } from './reply.ts'
import { type Refusal, createSession } from './session.ts'

export interface WebShellOptions {
  readonly library: {
    readonly handlers: LibraryHandlers
    readonly events: EventSource
    readonly assets: {
      originalPath(hash: string): string | null
      prepared(id: string): readonly { readonly name: string; readonly path: string }[] | null
    }
  }
  readonly host: HostHandlers
  /** Where the window hears what the host tells unasked; absent: nothing. */
  readonly hostEvents?: EventSource
  readonly incoming: Incoming
  /** The built window. */
  readonly rendererDir: string
  /** 0: any free one. */
  readonly port: number
  readonly random: Random
  readonly log: { warn(detail: object, message: string): void; error(detail: object, message: string): void }
}

export interface WebShell {
  /** The address that opens the window, once. */
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

const PREPARED = '/prepared/'
const HEADERS_TIMEOUT_MS = 10_000
/** Longer than any browser keeps an idle line: one that we cut while it is taken up again is a lost question. */
const KEEP_ALIVE_MS = 600_000
/** The longest honest question names every pattern of a very large library. */
const MAX_MESSAGE_BYTES = 32 * 1024 * 1024

/** Serves the window, the library and the uploads on 127.0.0.1 to the one browser that has the token. */
export async function startWebShell(options: WebShellOptions): Promise<WebShell> {
  const { library, log } = options
  // requestTimeout 0: a folder of ZIPs may take its time; headers may not.
  const server = createServer({
    requestTimeout: 0,
    headersTimeout: HEADERS_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
  })
  await new Promise<void>((listening, fail) => {
    server.once('error', fail)
    server.listen(options.port, '127.0.0.1', listening)
  })
  const { port } = server.address() as AddressInfo
  const session = createSession(`127.0.0.1:${port}`, options.random)
  const assets = createAssets(options.rendererDir, hash => library.assets.originalPath(hash))
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES, perMessageDeflate: false })
  const contract = { ...libraryContract, ...hostContract }
  const handlers = { ...library.handlers, ...options.host }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? ''
    const reads = request.method === 'GET' || request.method === 'HEAD'
    const refused = session.refusal(request, !reads)
    if (refused?.code === 'not-signed-in' && reads) {
      const cookie = session.exchange(path)
      if (cookie !== null) return enter(response, cookie)
    }
    if (refused !== null) return refuse(response, refused)
    if (path.startsWith('/incoming')) return await handleIncoming(options.incoming, request, response, path)
    if (!reads) return sendText(response, 405, 'Only reading is possible here.')
    if (path === '/' || path === '/index.html') return await assets.page(response)
    // The link of the first visit once more, from the bookmarks or the history of the same browser.
    if (path.startsWith('/enter?')) return enter(response)
    // Browsers ask for it unasked; a refusal would stand in the console of every page.
    if (path === '/favicon.ico') return void response.writeHead(204, guarded()).end()
    if (path.startsWith('/asset/picture/')) return await assets.picture(response, path.slice('/asset/picture/'.length))
    if (path.startsWith(PREPARED)) {
      return await sendPrepared(response, path.slice(PREPARED.length), id => library.assets.prepared(id))
    }
    await assets.file(response, path.slice(1))
  }

  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!request.destroyed) log.error({ err: error, method: request.method }, 'a request failed')
      sendText(response, 500, 'Something went wrong inside Bobbin. What happened was written to the log.')
    })
  })

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const refused = session.refusal(request, true)
    if (refused !== null || request.url !== '/rpc') {
      socket.end(`HTTP/1.1 ${refused?.status ?? 404} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
      return
    }
    sockets.handleUpgrade(request, socket, head, accepted => {
      serve(webSocketChannel(accepted), {
        contract,
        handlers,
        log,
        events: { schemas: { ...libraryEvents, ...hostEvents }, source: bothOf(library.events, options.hostEvents) },
        outlives: outlivesItsWindow,
      })
    })
  })

  return {
    url: `http://127.0.0.1:${port}${session.entryPath}`,
    port,
    async close() {
      for (const socket of sockets.clients) socket.close(1001)
      sockets.close()
      await new Promise<void>(closed => {
        server.close(() => closed())
        server.closeAllConnections()
      })
    },
  }
}

/** One source of the library's events and the host's, told apart by their names. */
function bothOf(library: EventSource, host: EventSource | undefined): EventSource {
  return {
    on(name: string, listener) {
      const source = name in hostEvents ? host : library
      return source?.on(name as never, listener) ?? (() => undefined)
    },
  }
}

function enter(response: ServerResponse, cookie?: string): void {
  response.setHeader('Location', '/')
  if (cookie !== undefined) response.setHeader('Set-Cookie', cookie)
  sendText(response, 303, 'Bobbin opens.')
}

function refuse(response: ServerResponse, refused: Refusal): void {
  response.setHeader('Connection', 'close')
  sendText(response, refused.status, refused.message)
}
