import { contextBridge, ipcRenderer, webUtils } from 'electron'
import {
  BRIDGE,
  type Bridge,
  CONNECT_CHANNEL,
  PORT_CHANNEL,
  PORT_MESSAGE,
  type PortMessage,
} from '#shared/contract/bridge.ts'

const bridge: Bridge = {
  connect: () => ipcRenderer.send(CONNECT_CHANNEL),
  pathOf(file) {
    const path = file instanceof File ? webUtils.getPathForFile(file) : ''
    return path === '' ? null : path
  },
}
contextBridge.exposeInMainWorld(BRIDGE, bridge)

// Ports cannot pass the context bridge; a message to the window itself can carry them.
ipcRenderer.on(PORT_CHANNEL, (event, to: PortMessage['to']) => {
  const message: PortMessage = { type: PORT_MESSAGE, to }
  window.postMessage(message, window.location.origin, event.ports)
})
