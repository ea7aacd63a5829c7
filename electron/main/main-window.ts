import { BrowserWindow, nativeTheme } from 'electron'
import { openAppWindow, paper } from './app-window.ts'
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

export interface MainWindow {
  readonly window: BrowserWindow
  /** She chose a dark or a light window; null: as the computer. Remembered for the moment before the page can say it. */
  setDark(dark: boolean | null): void
}

/** Opens the window where it was, keeps its place, and loads its page again when that crashed. */
export function openMainWindow({ preload, icon, file, log }: MainWindowOptions): MainWindow {
  const saved = readWindowState(file)
  const placed = placeWindow(saved, screens())
  let dark = saved?.dark ?? null
  let last = { ...placed.bounds, maximised: placed.maximised }
  const isDark = () => dark ?? nativeTheme.shouldUseDarkColors
  const window = openAppWindow(BrowserWindow, { preload, placed, isDark: isDark(), icon })

  function write(): void {
    try {
      writeWindowState(file, { ...last, dark })
    } catch (error) {
      log.warn({ err: error }, 'the place of the window could not be kept')
    }
  }

  keepWindowState(window, state => {
    last = state
    write()
  })
  let lastCrash = 0
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error({ reason, exitCode }, 'the page of the window went away')
    // The library is another process and has lost nothing. A page that goes away again at once is left to her.
    const isFirst = Date.now() - lastCrash > CRASH_PAUSE_MS
    lastCrash = Date.now()
    if (isFirst && (reason === 'crashed' || reason === 'oom')) window.webContents.reload()
  })
  return {
    window,
    setDark(chosen) {
      if (chosen === dark) return
      dark = chosen
      window.setBackgroundColor(paper(isDark()))
      write()
    },
  }
}
