import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  net,
  protocol,
  safeStorage,
  session,
  shell,
  utilityProcess,
} from 'electron'
import type { CommandId, MenuWords } from '#shared/commands/commands.ts'
import { CONNECT_CHANNEL } from '#shared/contract/bridge.ts'
import { BobbinError } from '#shared/contract/errors.ts'
import type { HostEvents, HostHandlers } from '#shared/contract/host.ts'
import type { EventHub } from '#shared/rpc/events.ts'
import { movedToFile } from '#host/places.ts'
import { createSupportHandlers } from '#host/support.ts'
import { guardContents, guardSession } from './app-window.ts'
import { createAssetProtocol } from './asset-protocol.ts'
import { writeSmallFile } from './atomic-file.ts'
import { filesToDrag } from './drag-out.ts'
import { createSystemHandlers, openSafely } from './host.ts'
import { createKeptSignIns } from './kept-sign-in.ts'
import { type LibraryProcess, startLibraryProcess } from './library-process.ts'
import { createLines } from './lines.ts'
import { type MainLog, noteOutput } from './log.ts'
import { openMainWindow } from './main-window.ts'
import { chosenDark, menuTemplate } from './menu.ts'
import { createPlaceHandlers } from './move/move-library.ts'
import { filesOf, type OpenFiles } from './open-files.ts'
import { openUpdater } from './open-updater.ts'
import { SCHEME } from './origin.ts'
import { createSecrets } from './secrets.ts'
import { dragOut, freeBytes, isFile, placeOrSentence, supportAddress } from './system.ts'
import { createUpdates } from './updates.ts'

/**
 * V8 gives each thread three times 16 MB for its youngest objects, which an import fills in every one of them: a quarter of that takes a
 * third off the memory of the library process (build/scripts/project.mjs has the figures).
 */
const CORE_FLAGS = ['--max-semi-space-size=4']

export interface StartOptions {
  /** The folder of the built main file; the others stand beside it: out/main, out/preload, out/renderer. */
  readonly here: string
  readonly log: MainLog
  readonly events: EventHub<HostEvents>
  readonly openFiles: OpenFiles
}

/** Wires everything together, once the app is ready. */
export function start({ here, log, events, openFiles }: StartOptions): void {
  const rendererDir = join(here, '..', 'renderer')
  const preload = join(here, '..', 'preload', 'index.cjs')
  const icon = join(here, '..', '..', 'build', 'icons', 'icon.png')
  const userDir = app.getPath('userData')
  const logsDir = app.getPath('logs')
  const pointer = movedToFile(userDir)
  showMenu([])

  const place = placeOrSentence(pointer)
  if (place instanceof BobbinError) {
    dialog.showErrorBox('Bobbin cannot reach your library', place.message)
    app.quit()
    return
  }

  const signIns = createKeptSignIns(createSecrets(join(userDir, 'secrets.json'), safeStorage))
  const newChannel = () => new MessageChannelMain()
  const library: LibraryProcess = startLibraryProcess({
    dir: place.dir,
    fork(dir) {
      const child = utilityProcess.fork(join(here, 'entry.utility.js'), ['--library', dir, '--logs', logsDir], {
        serviceName: 'Bobbin library',
        execArgv: CORE_FLAGS,
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      noteOutput(child.stdout, log)
      noteOutput(child.stderr, log)
      return child
    },
    newChannel,
    onRestarted() {
      lines.reconnectLibrary()
      events.emit('host.library', {
        state: 'restarted',
        message: 'Your library stopped and was opened again. Nothing that was saved is lost.',
      })
    },
    keptSignIn: signIns.of,
    onGone(failure) {
      log.error(failure, 'the library process is gone')
      events.emit('host.library', { state: 'gone', message: failure.message })
      dialog.showErrorBox('Bobbin cannot open your library', failure.message)
      if (failure.code !== 'library-gone') app.quit()
    },
  })

  const world = {
    isPackaged: app.isPackaged,
    platform: process.platform,
    env: process.env,
    resourcesDir: process.resourcesPath,
  }
  const updater = openUpdater(world, log)
  const updates = createUpdates({
    updater,
    userDir,
    isWorking: () => library.isWorking,
    tell: state => events.emit('host.update', state),
    now: Date.now,
    log,
  })
  const openLink = (url: string) => openSafely(url, address => shell.openExternal(address))

  const shared = {
    ...createSystemHandlers({
      async choose(options) {
        const parent = BrowserWindow.getAllWindows()[0]
        const chosen = parent ? await dialog.showOpenDialog(parent, options) : await dialog.showOpenDialog(options)
        return chosen.canceled ? null : chosen.filePaths
      },
      showInFolder: path => shell.showItemInFolder(path),
      exists: existsSync,
      openExternal: address => shell.openExternal(address),
      platform: process.platform,
      version: app.getVersion(),
      updates: updater !== null,
    }),
    ...createSupportHandlers({
      version: app.getVersion(),
      shell: `Electron ${process.versions.electron}`,
      home: homedir(),
      libraryDir: () => library.dir,
      logFolders: [logsDir],
      sendsTo: supportAddress(),
      fetch: (url, init) => net.fetch(url, init),
      now: Date.now,
    }),
    ...createPlaceHandlers({
      library,
      isMovable: place.by !== 'asked',
      remember: dir => writeSmallFile(pointer, JSON.stringify({ dir })),
      signIns,
      reconnect: () => lines.reconnectLibrary(),
      freeBytes,
      log,
    }),
    ...updates.handlers,
    'host.takeOpenFiles': () => ({ paths: openFiles.take() }),
    'host.showMenu'({ menus }) {
      showMenu(menus)
      main.setDark(chosenDark(menus))
      return {}
    },
  } satisfies Omit<HostHandlers, 'host.startDrag'>

  const lines = createLines({
    connectLibrary: () => library.connect(),
    newChannel,
    events,
    log,
    host: contents => ({
      ...shared,
      async 'host.startDrag'({ paths }) {
        const isOpen = library.originalsDir !== null
        dragOut(contents, await filesToDrag(paths, isOpen ? library.dir : null), icon)
        return {}
      },
    }),
  })

  function showMenu(menus: readonly MenuWords[]): void {
    const press = (id: CommandId, byKeys: boolean) => events.emit('host.command', { id, byKeys })
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ platform: process.platform, menus, press })))
  }

  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents, url => void openLink(url).catch(() => {}))
  })
  guardSession(session.defaultSession)
  app.setAboutPanelOptions({ applicationName: 'Bobbin', applicationVersion: app.getVersion(), iconPath: icon })
  protocol.handle(SCHEME, createAssetProtocol({ rendererDir, originalsDir: () => library.originalsDir }))
  ipcMain.on(CONNECT_CHANNEL, event => lines.onConnect(event))

  const main = openMainWindow({ preload, icon, file: join(userDir, 'window.json'), log })
  const { window } = main
  lines.add(window.webContents)
  window.webContents.on('did-start-loading', () => openFiles.forgetListener())
  // Before it is packed, the first argument is the folder of the program.
  const own = app.isPackaged ? 1 : 2
  openFiles.add(filesOf(process.argv.slice(own), process.cwd(), isFile))
  app.on('second-instance', (_event, args, folder) => {
    openFiles.add(filesOf(args.slice(own), folder, isFile))
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', () => updates.beforeQuit())
  quitAfter(() => library.stop())
  updates.begin()
  log.info({ version: app.getVersion(), platform: process.platform, arch: process.arch }, 'Bobbin was opened')
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
