import type { BrowserWindow, BrowserWindowConstructorOptions, Session, WebContents } from 'electron'
import { isOwnAddress, ORIGIN, PAGE } from './origin.ts'
import { type Placed, SMALLEST } from './window-state.ts'

export interface AppWindowOptions {
  readonly preload: string
  readonly placed: Placed
  /** Whether the system is dark now: what is seen before the page can say. */
  readonly isDark: boolean
  readonly icon: string
}

/** The colour of paper (theme/tokens.css), so that no white flash goes before a dark page. */
export function paper(isDark: boolean): string {
  return isDark ? '#15181d' : '#faf7f1'
}

/** Everything a page of ours does not need is off. */
function windowOptions({ preload, placed, isDark, icon }: AppWindowOptions): BrowserWindowConstructorOptions {
  return {
    ...placed.bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Bobbin',
    icon,
    backgroundColor: paper(isDark),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Bobbin's own text size does it, in the same way in every shell.
      zoomFactor: 1,
      // Its dictionaries would be fetched from the internet.
      spellcheck: false,
    },
  }
}

/** Opens the window on our page and shows it when there is something to see. */
export function openAppWindow(
  Window: new (options: BrowserWindowConstructorOptions) => BrowserWindow,
  options: AppWindowOptions,
): BrowserWindow {
  const window = new Window(windowOptions(options))
  window.once('ready-to-show', () => {
    if (options.placed.maximised) window.maximize()
    window.show()
  })
  // Chromium remembers a zoom of its own for a page; two fingers on the pad would make another one. Looking closely has its own.
  window.webContents.on('dom-ready', () => {
    window.webContents.setZoomFactor(1)
    void window.webContents.setVisualZoomLevelLimits(1, 1)
  })
  void window.loadURL(PAGE)
  return window
}

/** Keeps a page where it is: no other address, no second window, no webview. A safe link goes to the browser instead. */
export function guardContents(contents: WebContents, openLink: (url: string) => void): void {
  const stay = (event: { preventDefault(): void; readonly url: string }) => {
    if (!isOwnAddress(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    openLink(url)
    return { action: 'deny' }
  })
}

/**
 * Refuses every permission, every request that leaves this computer, and every download but of what our page has made itself (a report
 * to save): the system then asks where to.
 */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${ORIGIN}/`)) event.preventDefault()
  })
  session.webRequest.onBeforeRequest((details, answer) => {
    const isOwn = isOwnAddress(details.url) || /^(?:data|blob|devtools):/.test(details.url)
    answer({ cancel: !isOwn })
  })
}
