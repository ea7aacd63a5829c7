import { EventEmitter } from 'node:events'
import type { BrowserWindow, BrowserWindowConstructorOptions, Session, WebContents } from 'electron'
import { describe, expect, test, vi } from 'vitest'
import { type AppWindowOptions, guardContents, guardSession, openAppWindow } from './app-window.ts'

class FakeWindow extends EventEmitter {
  static last: FakeWindow
  readonly options: BrowserWindowConstructorOptions
  readonly loadURL = vi.fn(async () => {})
  readonly show = vi.fn()
  readonly maximize = vi.fn()
  readonly webContents = Object.assign(new EventEmitter(), {
    setZoomFactor: vi.fn(),
    setVisualZoomLevelLimits: vi.fn(async () => {}),
  })
  constructor(options: BrowserWindowConstructorOptions) {
    super()
    this.options = options
    FakeWindow.last = this
  }
}

function open(change: Partial<AppWindowOptions> = {}): FakeWindow {
  openAppWindow(FakeWindow as unknown as new () => BrowserWindow, {
    preload: '/preload/index.cjs',
    placed: { bounds: { x: 10, y: 20, width: 1000, height: 700 }, maximised: false },
    isDark: false,
    icon: '/icon.png',
    ...change,
  })
  return FakeWindow.last
}

test('the window has no Node, is isolated and sandboxed, and is shown when there is something to see', () => {
  const window = open()
  expect(window.options.webPreferences).toMatchObject({
    preload: '/preload/index.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
  })
  expect(window.loadURL).toHaveBeenCalledExactlyOnceWith('bobbin://app/index.html')
  expect(window.show).not.toHaveBeenCalled()
  window.emit('ready-to-show')
  expect(window.show).toHaveBeenCalledOnce()
  expect(window.maximize).not.toHaveBeenCalled()
})

test('the window is where it was, fills the screen again if it did, and is never smaller than it can be used', () => {
  const bounds = { x: 10, y: 20, width: 1000, height: 700 }
  const window = open({ placed: { bounds, maximised: true } })
  expect(window.options).toMatchObject({ ...bounds, minWidth: 800, minHeight: 600 })
  window.emit('ready-to-show')
  expect(window.maximize).toHaveBeenCalledOnce()
})

test('no white flash goes before a dark page', () => {
  expect(open({ isDark: true }).options.backgroundColor).toBe('#15181d')
  expect(open().options.backgroundColor).toBe('#faf7f1')
})

test('Chromium has no zoom of its own: text has its sizes in Bobbin, and looking closely zooms itself', () => {
  const { webContents, options } = open()
  expect(options.webPreferences?.zoomFactor).toBe(1)
  webContents.emit('dom-ready')
  expect(webContents.setZoomFactor).toHaveBeenCalledExactlyOnceWith(1)
  expect(webContents.setVisualZoomLevelLimits).toHaveBeenCalledExactlyOnceWith(1, 1)
})

describe('a page', () => {
  function guarded() {
    const contents = new EventEmitter() as EventEmitter & { setWindowOpenHandler: (handler: unknown) => void }
    let openHandler: (details: { url: string }) => { action: string }
    contents.setWindowOpenHandler = handler => (openHandler = handler as typeof openHandler)
    const openLink = vi.fn()
    guardContents(contents as unknown as WebContents, openLink)
    const stays = (event: string, url: string) => {
      const preventDefault = vi.fn()
      contents.emit(event, { preventDefault, url })
      return preventDefault.mock.calls.length === 1
    }
    return { stays, openLink, open: (url: string) => openHandler({ url }) }
  }

  test.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('cannot be led elsewhere: %s', event => {
    const { stays } = guarded()
    for (const url of [
      'https://evil.example',
      'file:///etc/passwd',
      'bobbin://app.evil/',
      'bobbin://other/',
      'data:text/html,x',
    ]) {
      expect(stays(event, url)).toBe(true)
    }
    expect(stays(event, 'bobbin://app/index.html')).toBe(false)
  })

  test('opens no second window and no webview; a link is left to the browser', () => {
    const { open, openLink, stays } = guarded()
    expect(open('https://example.com')).toEqual({ action: 'deny' })
    expect(openLink).toHaveBeenCalledExactlyOnceWith('https://example.com')
    expect(stays('will-attach-webview', '')).toBe(true)
  })

  test('gets no permission, no download but of its own, and nothing from the internet', () => {
    const handlers: Record<string, (...args: never[]) => unknown> = {}
    const session = new EventEmitter() as EventEmitter & Record<string, unknown>
    for (const name of ['setPermissionRequestHandler', 'setPermissionCheckHandler', 'setDevicePermissionHandler']) {
      session[name] = (handler: () => unknown) => (handlers[name] = handler)
    }
    session.webRequest = { onBeforeRequest: (handler: () => unknown) => (handlers.request = handler) }
    guardSession(session as unknown as Session)

    const answer = vi.fn()
    handlers.setPermissionRequestHandler!({} as never, 'media' as never, answer as never)
    expect(answer).toHaveBeenCalledExactlyOnceWith(false)
    expect(handlers.setPermissionCheckHandler!()).toBe(false)
    expect(handlers.setDevicePermissionHandler!()).toBe(false)
    const isRefused = (url: string) => {
      const preventDefault = vi.fn()
      session.emit('will-download', { preventDefault }, { getURL: () => url })
      return preventDefault.mock.calls.length === 1
    }
    expect(isRefused('blob:bobbin://app/report')).toBe(false)
    expect(
      ['https://example.com/a', 'bobbin://app/asset/picture/x', 'blob:https://e/x', 'data:,x'].map(isRefused),
    ).toEqual([true, true, true, true])

    const isCancelled = (url: string) => {
      let cancelled: boolean | undefined
      handlers.request!({ url } as never, (({ cancel }: { cancel: boolean }) => (cancelled = cancel)) as never)
      return cancelled
    }
    expect(['bobbin://app/assets/main.js', 'blob:bobbin://app/1', 'data:image/png;base64,'].map(isCancelled)).toEqual([
      false,
      false,
      false,
    ])
    expect(['https://example.com', 'http://127.0.0.1', 'ws://x', 'file:///etc/passwd'].map(isCancelled)).toEqual([
      true,
      true,
      true,
      true,
    ])
  })
})
