import type { IpcMainEvent, MessagePortMain, WebContents } from 'electron'
import { PORT_CHANNEL, type PortMessage } from '#shared/contract/bridge.ts'
import { type HostEvents, type HostHandlers, hostContract, hostEvents } from '#shared/contract/host.ts'
import type { EventHub } from '#shared/rpc/events.ts'
import { serve } from '#shared/rpc/serve.ts'
import { messagePortMainChannel } from '#shared/rpc/transports/message-port.ts'
import { isTrustedSender } from './trusted-sender.ts'

export interface LinesOptions {
  readonly connectLibrary: () => MessagePortMain
  readonly newChannel: () => { readonly port1: MessagePortMain; readonly port2: MessagePortMain }
  /** What main does for this window. */
  readonly host: (contents: WebContents) => HostHandlers
  readonly events: EventHub<HostEvents>
  readonly log: { warn(detail: object, message: string): void; error(detail: object, message: string): void }
}

/** The lines of the open windows: to the library process, and to main for the host. */
export interface Lines {
  /** A window of ours; only such may ask for lines. */
  add(contents: WebContents): void
  /** Answers a window that asks: one port to the library, one to the host. Anybody else gets nothing. */
  onConnect(event: IpcMainEvent): void
  /** New library ports for every connected window, after a restart. */
  reconnectLibrary(): void
}

export function createLines(options: LinesOptions): Lines {
  const windows = new Map<number, WebContents>()
  const connected = new Set<WebContents>()

  function send(contents: WebContents, to: PortMessage['to'], port: MessagePortMain): void {
    contents.postMessage(PORT_CHANNEL, to, [port])
  }

  return {
    add(contents) {
      windows.set(contents.id, contents)
      const { id } = contents
      contents.once('destroyed', () => {
        windows.delete(id)
        connected.delete(contents)
      })
    },
    onConnect(event) {
      const contents = windows.get(event.sender.id)
      if (contents === undefined || !isTrustedSender(event, new Set(windows.keys()))) {
        options.log.warn({ url: event.senderFrame?.url ?? null }, 'somebody who is no window of ours asked for a line')
        return
      }
      connected.add(contents)
      const { port1, port2 } = options.newChannel()
      serve(messagePortMainChannel(port1), {
        contract: hostContract,
        handlers: options.host(contents),
        events: { schemas: hostEvents, source: options.events },
        log: options.log,
      })
      send(contents, 'host', port2)
      send(contents, 'library', options.connectLibrary())
    },
    reconnectLibrary() {
      for (const contents of connected) send(contents, 'library', options.connectLibrary())
    },
  }
}
