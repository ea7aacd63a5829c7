import { homedir } from 'node:os'
import { join } from 'node:path'
import { app, crashReporter, protocol } from 'electron'
import type { HostEvents } from '#shared/contract/host.ts'
import { createEventHub } from '#shared/rpc/events.ts'
import { windowDir } from '#host/places.ts'
import { SCHEME_PRIVILEGES } from './asset-protocol.ts'
import { openMainLog } from './log.ts'
import { createOpenFiles } from './open-files.ts'
import { start } from './start.ts'

// Everything here must happen before the app is ready, and the app is ready only after this module has run to its end.
protocol.registerSchemesAsPrivileged([SCHEME_PRIVILEGES])
if (!app.commandLine.hasSwitch('user-data-dir')) {
  app.setPath('userData', windowDir({ platform: process.platform, env: process.env, home: homedir() }))
}
app.setAppLogsPath(join(app.getPath('userData'), 'logs'))
// Crashes stay on this computer, in the folder of the program; only she sends anything.
crashReporter.start({ uploadToServer: false })

if (!app.requestSingleInstanceLock()) app.quit()
else {
  const log = openMainLog(app.getPath('logs'))
  const events = createEventHub<HostEvents>(error => log.error({ err: error }, 'a listener failed'))
  const openFiles = createOpenFiles(paths => events.emit('host.openFiles', { paths }))
  // A Mac tells of files this way, and begins before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openFiles.add([path])
  })
  process.on('uncaughtException', error => log.error({ err: error }, 'something failed in a way nobody expected'))
  void app.whenReady().then(() => start({ here: import.meta.dirname, log, events, openFiles }))
}
