import type { Channel, ChannelListener } from '../channel.ts'
import type { Frame } from '../frame.ts'
import { takeHandedOver } from '../hand-over.ts'

/** What is used of a MessagePort of the browser or of Node. */
export interface MessagePortLike {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void
  start(): void
  close(): void
  addEventListener(type: 'message' | 'close', listener: (event: object) => void): void
}

/** What is used of Electron's MessagePortMain, which main and a utility process have. It can transfer ports only, no memory. */
export interface MessagePortMainLike {
  postMessage(message: unknown): void
  start(): void
  close(): void
  on(type: 'message', listener: (event: { readonly data: unknown }) => void): unknown
  on(type: 'close', listener: () => void): unknown
}

interface Wire {
  post(frame: Frame): void
  start(onMessage: (data: unknown) => void, onClose: () => void): void
  close(): void
}

/** A channel over a port of the browser or of Node. It is closed for good when the port is. */
export function messagePortChannel(port: MessagePortLike): Channel {
  return wireChannel(portWire(port))
}

/** The same over a port as Electron's main and utility processes have them. */
export function messagePortMainChannel(port: MessagePortMainLike): Channel {
  return wireChannel({
    // A view of a pooled buffer would take the whole pool along, so views are cut out first.
    post: frame => port.postMessage(compacted(frame, null)),
    start(onMessage, onClose) {
      port.on('message', event => onMessage(event.data))
      port.on('close', onClose)
      port.start()
    },
    close: () => port.close(),
  })
}

/**
 * A channel that gets its port, and later another one, from somebody else: the window waits for its first port, and gets a new
 * one when the library process was started again.
 */
export interface AttachableChannel extends Channel {
  attach(port: MessagePortLike): void
}

export function attachableChannel(): AttachableChannel {
  let current: Channel | null = null
  let listener: ChannelListener | null = null
  let closed = false

  function attach(port: MessagePortLike): void {
    if (closed) return port.close()
    if (current !== null) lose(current)
    const channel = messagePortChannel(port)
    current = channel
    channel.listen({
      onArrived: arrived => listener?.onArrived(arrived),
      onOpen() {},
      onLost: () => lose(channel),
    })
    listener?.onOpen()
  }

  function lose(channel: Channel): void {
    if (current !== channel) return
    current = null
    channel.close()
    if (!closed) listener?.onLost()
  }

  return {
    attach,
    get state() {
      if (closed) return 'closed'
      return current === null ? 'connecting' : 'open'
    },
    send(frame) {
      current?.send(frame)
    },
    listen(heard) {
      listener = heard
      if (current !== null) listener.onOpen()
    },
    close() {
      closed = true
      current?.close()
    },
  }
}

function portWire(port: MessagePortLike): Wire {
  return {
    post(frame) {
      const transfer: ArrayBuffer[] = []
      port.postMessage(compacted(frame, transfer), transfer)
    },
    start(onMessage, onClose) {
      port.addEventListener('message', event => onMessage((event as { readonly data?: unknown }).data))
      port.addEventListener('close', onClose)
      port.start()
    },
    close: () => port.close(),
  }
}

function wireChannel(wire: Wire): Channel {
  let state: Channel['state'] = 'open'
  let heard: ChannelListener | null = null
  return {
    get state() {
      return state
    },
    send(frame) {
      if (state === 'open') wire.post(frame)
    },
    listen(listener) {
      heard = listener
      wire.start(
        data => {
          if (state === 'open') heard?.onArrived(data)
        },
        () => {
          if (state === 'closed') return
          state = 'closed'
          heard?.onLost()
        },
      )
    },
    close() {
      if (state === 'closed') return
      state = 'closed'
      wire.close()
    },
  }
}

/**
 * The frame with every binary value standing alone in its buffer. What was cut out or handed over is listed in `transfer`,
 * where the port can transfer; everything else is copied by the port and stays the sender's.
 */
function compacted<T>(value: T, transfer: ArrayBuffer[] | null): T {
  if (value instanceof Uint8Array || value instanceof Float64Array) {
    const alone = value.byteLength === value.buffer.byteLength
    // Of the plain type, because the slice of a Buffer would be a view of the same pool again.
    const binary = alone ? value : value instanceof Float64Array ? Float64Array.from(value) : Uint8Array.from(value)
    const mayGo = !alone || takeHandedOver(value.buffer)
    if (mayGo && transfer !== null && !transfer.includes(binary.buffer as ArrayBuffer)) {
      transfer.push(binary.buffer as ArrayBuffer)
    }
    return binary as T
  }
  if (Array.isArray(value)) return value.map(item => compacted(item as unknown, transfer)) as T
  if (typeof value !== 'object' || value === null) return value
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError('only plain objects can travel')
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, compacted(item as unknown, transfer)]),
  ) as T
}
