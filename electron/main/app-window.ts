import type { BrowserWindow, BrowserWindowConstructorOptions, Session, WebContents } from 'electron'
import { isOwnAddress, PAGE } from './origin.ts'

/** Everything a page of ours does not need is off. */
function windowOptions(preload: string): BrowserWindowConstructorOptions {
  return {
    width: 1440,
    height: 900,
    minWidth: 800,
    minHeight: 600,
    show: false,
    title: 'Bobbin',
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
      // Its dictionaries would be fetched from the internet.
      spellcheck: false,
    },
  }
}

/** Opens the window on our page and shows it when there is something to see. */
export function openAppWindow(
  Window: new (options: BrowserWindowConstructorOptions) => BrowserWindow,
  preload: string,
): BrowserWindow {
  const window = new Window(windowOptions(preload))
  window.removeMenu()
  window.once('ready-to-show', () => window.show())
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

/** Refuses every permission, every download and every request that leaves this computer. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', event => event.preventDefault())
  session.webRequest.onBeforeRequest((details, answer) => {
    const isOwn = isOwnAddress(details.url) || /^(?:data|blob|devtools):/.test(details.url)
    answer({ cancel: !isOwn })
  })
}
