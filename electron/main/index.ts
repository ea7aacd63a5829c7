import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  protocol,
  session,
  shell,
  utilityProcess,
} from 'electron'
import { CONNECT_CHANNEL } from '#shared/contract/bridge.ts'
import type { HostEvents } from '#shared/contract/host.ts'
import { createEventHub } from '#shared/rpc/events.ts'
import { guardContents, guardSession, openAppWindow } from './app-window.ts'
import { createAssetProtocol, SCHEME_PRIVILEGES } from './asset-protocol.ts'
import { createElectronHost, openSafely } from './host.ts'
import { type LibraryProcess, startLibraryProcess } from './library-process.ts'
import { createLines } from './lines.ts'
import { log } from './log.ts'
import { menuTemplate } from './menu.ts'
import { SCHEME } from './origin.ts'

/** Built files stand side by side: out/main, out/preload, out/renderer. */
const here = import.meta.dirname
const rendererDir = join(here, '..', 'renderer')
const preload = join(here, '..', 'preload', 'index.cjs')

// Both must happen before the app is ready, and the app is ready only after this module has run to its end.
protocol.registerSchemesAsPrivileged([SCHEME_PRIVILEGES])
if (!app.requestSingleInstanceLock()) app.quit()
else void app.whenReady().then(start)

function start(): void {
  const hostEvents = createEventHub<HostEvents>(error => log.error({ err: error }, 'a listener failed'))
  const newChannel = () => new MessageChannelMain()
  const library: LibraryProcess = startLibraryProcess({
    fork: () =>
      utilityProcess.fork(join(here, 'entry.utility.js'), process.argv.slice(1), {
        serviceName: 'Bobbin library',
      }),
    newChannel,
    onRestarted() {
      lines.reconnectLibrary()
      hostEvents.emit('host.library', {
        state: 'restarted',
        message: 'Your library stopped and was opened again. Nothing that was saved is lost.',
      })
    },
    onGone(failure) {
      log.error(failure, 'the library process is gone')
      hostEvents.emit('host.library', { state: 'gone', message: failure.message })
      dialog.showErrorBox('Bobbin cannot open your library', failure.message)
      if (failure.code !== 'library-gone') app.quit()
    },
  })
  const openLink = (url: string) => openSafely(url, address => shell.openExternal(address))
  const lines = createLines({
    connectLibrary: () => library.connect(),
    newChannel,
    events: hostEvents,
    log,
    host: createElectronHost({
      async choose(options) {
        const parent = BrowserWindow.getAllWindows()[0]
        const chosen = parent ? await dialog.showOpenDialog(parent, options) : await dialog.showOpenDialog(options)
        return chosen.canceled ? null : chosen.filePaths
      },
      showInFolder: path => shell.showItemInFolder(path),
      openExternal: address => shell.openExternal(address),
      platform: process.platform,
      version: app.getVersion(),
    }),
  })

  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents, url => void openLink(url).catch(() => {}))
  })
  guardSession(session.defaultSession)
  protocol.handle(SCHEME, createAssetProtocol({ rendererDir, originalsDir: () => library.originalsDir }))
  ipcMain.on(CONNECT_CHANNEL, event => lines.onConnect(event))
  const template = menuTemplate(process.platform)
  Menu.setApplicationMenu(template === null ? null : Menu.buildFromTemplate(template))

  const window = openAppWindow(BrowserWindow, preload)
  lines.add(window.webContents)
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('window-all-closed', () => app.quit())
  quitAfter(() => library.stop())
}

/** Lets the library close its database before the program ends. */
function quitAfter(stop: () => Promise<void>): void {
  let hasStopped = false
  app.on('will-quit', event => {
    if (hasStopped) return
    event.preventDefault()
    void stop().finally(() => {
      hasStopped = true
      app.quit()
    })
  })
}
