import { decodeFrame, encodeFrame } from '../codec.ts'
import type { Channel, ChannelListener } from '../channel.ts'

/** What is used of a WebSocket; the browser's and the one of `ws` both have it. */
export interface WebSocketLike {
  binaryType: string
  readonly readyState: number
  send(message: Uint8Array<ArrayBuffer>): void
  close(): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  addEventListener(type: 'open' | 'close' | 'error', listener: () => void): void
}

const OPEN = 1

/** A channel over one socket, which may still be connecting. When it closes, the channel is closed for good. */
export function webSocketChannel(socket: WebSocketLike): Channel {
  let state: Channel['state'] = socket.readyState === OPEN ? 'open' : 'connecting'
  let listener: ChannelListener | null = null
  const early: unknown[] = []
  socket.binaryType = 'arraybuffer'
  socket.addEventListener('open', () => {
    if (state !== 'connecting') return
    state = 'open'
    listener?.onOpen()
  })
  socket.addEventListener('message', event => {
    if (listener === null) early.push(event.data)
    else listener.onArrived(decoded(event.data))
  })
  socket.addEventListener('close', () => {
    if (state === 'closed') return
    state = 'closed'
    listener?.onLost()
  })
  // A close always follows an error; without a listener `ws` would throw.
  socket.addEventListener('error', () => {})

  return {
    get state() {
      return state
    },
    send(frame) {
      const message = encodeFrame(frame)
      if (state === 'open' && socket.readyState === OPEN) socket.send(message)
    },
    listen(heard) {
      listener = heard
      for (const data of early.splice(0)) listener.onArrived(decoded(data))
    },
    close() {
      state = 'closed'
      socket.close()
    },
  }
}

export interface Reconnecting {
  /** Wait before the first new attempt; doubles with every failure. */
  readonly firstDelayMs?: number
  readonly longestDelayMs?: number
}

/** A channel that opens a new socket whenever the last one was lost, for ever: a window outlives its server's restarts. */
export function reconnectingWebSocket(openSocket: () => WebSocketLike, options: Reconnecting = {}): Channel {
  const firstDelayMs = options.firstDelayMs ?? 250
  const longestDelayMs = options.longestDelayMs ?? 5_000
  let listener: ChannelListener | null = null
  let delayMs = firstDelayMs
  let timer: unknown = null
  let closed = false
  let current: Channel | null = null

  function attempt(): void {
    timer = null
    const channel = webSocketChannel(openSocket())
    current = channel
    channel.listen({
      onArrived: arrived => listener?.onArrived(arrived),
      onOpen() {
        delayMs = firstDelayMs
        listener?.onOpen()
      },
      onLost() {
        current = null
        if (closed) return
        timer = setTimeout(attempt, delayMs)
        delayMs = Math.min(delayMs * 2, longestDelayMs)
        listener?.onLost()
      },
    })
  }

  return {
    get state() {
      if (closed) return 'closed'
      return current?.state === 'open' ? 'open' : 'connecting'
    },
    send(frame) {
      current?.send(frame)
    },
    listen(heard) {
      listener = heard
      attempt()
    },
    close() {
      closed = true
      if (timer !== null) clearTimeout(timer)
      current?.close()
    },
  }
}

function decoded(data: unknown): unknown {
  return data instanceof ArrayBuffer ? decodeFrame(data) : undefined
}
