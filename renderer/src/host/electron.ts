/** Electron: the preload hands over two ports, one straight to the library process and one to main. */
import { type Bridge, PORT_MESSAGE, type PortMessage } from '#shared/contract/bridge.ts'
import type { HostContract, HostEvents } from '#shared/contract/host.ts'
import type { LibraryContract, LibraryEvents } from '#shared/contract/library.ts'
import { createClient } from '#shared/rpc/client.ts'
import { attachableChannel } from '#shared/rpc/transports/message-port.ts'
import type { Shell } from './bobbin.ts'

declare global {
  interface Window {
    readonly bobbin?: Bridge
  }
}

export async function openElectronShell(bridge: Bridge): Promise<Shell> {
  const channels = { library: attachableChannel(), host: attachableChannel() }
  window.addEventListener('message', event => {
    const port = event.ports[0]
    // Anything may post a message; only the preload, which speaks as the window itself, brings ports.
    if (event.source === window && port && isPortMessage(event.data)) channels[event.data.to].attach(port)
  })
  bridge.connect()
  const library = createClient<LibraryContract, LibraryEvents>(channels.library)
  const host = createClient<HostContract, HostEvents>(channels.host)
  return {
    library,
    host,
    capabilities: await host.call('host.capabilities', {}),
    pictureUrl: hash => `/asset/picture/${hash}`,
    handover: null,
    pathOf: file => bridge.pathOf(file),
    onLine: listener => library.onState(state => listener(state === 'open')),
  }
}

function isPortMessage(data: unknown): data is PortMessage {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === PORT_MESSAGE
}
