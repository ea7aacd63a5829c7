/** The web shell: the core is behind the loopback server this page came from. */
import type { HostContract, HostEvents } from '#shared/contract/host.ts'
import type { LibraryContract, LibraryEvents } from '#shared/contract/library.ts'
import { createClient } from '#shared/rpc/client.ts'
import { reconnectingWebSocket } from '#shared/rpc/transports/web-socket.ts'
import type { Shell } from './bobbin.ts'
import { createWebHandover } from './web-handover.ts'

export async function openWebShell(): Promise<Shell> {
  const address = new URL('/rpc', location.href)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  const client = createClient<LibraryContract & HostContract, LibraryEvents & HostEvents>(
    reconnectingWebSocket(() => new WebSocket(address)),
  )
  const capabilities = await client.call('host.capabilities', {})
  return {
    library: client,
    host: client,
    capabilities,
    pictureUrl: hash => `/asset/picture/${hash}`,
    handover: createWebHandover((path, init) => fetch(path, init)),
    pathOf: () => null,
    onLine: listener => client.onState(state => listener(state === 'open')),
  }
}
