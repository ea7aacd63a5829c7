/**
 * What the preload hands to the window in Electron. The two lines themselves are message ports: one straight to the library
 * process, one to main for the host. They arrive as window messages and carry the RPC of shared/rpc.
 */
export const BRIDGE = 'bobbin'

export interface Bridge {
  /** Asks for the ports; each arrives as a window message of the type PORT_MESSAGE, a library port again after a restart. */
  connect(): void
  /** The path of a file that was dropped or chosen, null for one that has none. */
  pathOf(file: unknown): string | null
}

export const PORT_MESSAGE = 'bobbin:port'

/** Data of the window message; its first port is the line. Taken only when `event.source` is the window itself. */
export interface PortMessage {
  readonly type: typeof PORT_MESSAGE
  readonly to: 'library' | 'host'
}

/** Between preload and main. */
export const CONNECT_CHANNEL = 'bobbin:connect'
export const PORT_CHANNEL = 'bobbin:port'
