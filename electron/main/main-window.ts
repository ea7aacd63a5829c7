import { BrowserWindow, nativeTheme } from 'electron'
import { openAppWindow } from './app-window.ts'
import type { MainLog } from './log.ts'
import { screens } from './system.ts'
import { keepWindowState, placeWindow, readWindowState, writeWindowState } from './window-state.ts'

export interface MainWindowOptions {
  readonly preload: string
  readonly icon: string
  /** Where its place is kept. */
  readonly file: string
  readonly log: MainLog
}

/** Crashes closer than this are one that comes again and again. */
const CRASH_PAUSE_MS = 60_000

/** Opens the window where it was, keeps its place, and loads its page again when that crashed. */
export function openMainWindow({ preload, icon, file, log }: MainWindowOptions): BrowserWindow {
  const window = openAppWindow(BrowserWindow, {
    preload,
    placed: placeWindow(readWindowState(file), screens()),
    isDark: nativeTheme.shouldUseDarkColors,
    icon,
  })
  keepWindowState(window, state => {
    try {
      writeWindowState(file, state)
    } catch (error) {
      log.warn({ err: error }, 'the place of the window could not be kept')
    }
  })
  let lastCrash = 0
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error({ reason, exitCode }, 'the page of the window went away')
    // The library is another process and has lost nothing. A page that goes away again at once is left to her.
    const isFirst = Date.now() - lastCrash > CRASH_PAUSE_MS
    lastCrash = Date.now()
    if (isFirst && (reason === 'crashed' || reason === 'oom')) window.webContents.reload()
  })
  return window
}
