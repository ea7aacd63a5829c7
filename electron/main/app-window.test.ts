import { EventEmitter } from 'node:events'
import type { BrowserWindow, BrowserWindowConstructorOptions, Session, WebContents } from 'electron'
import { describe, expect, test, vi } from 'vitest'
import { guardContents, guardSession, openAppWindow } from './app-window.ts'

class FakeWindow extends EventEmitter {
  static last: FakeWindow
  readonly options: BrowserWindowConstructorOptions
  readonly loadURL = vi.fn(async () => {})
  readonly removeMenu = vi.fn()
  readonly show = vi.fn()
  constructor(options: BrowserWindowConstructorOptions) {
    super()
    this.options = options
    FakeWindow.last = this
  }
}

test('the window has no Node, is isolated and sandboxed, and is shown when there is something to see', () => {
  openAppWindow(FakeWindow as unknown as new () => BrowserWindow, '/preload/index.cjs')
  const window = FakeWindow.last
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

  test('gets no permission, no download, and nothing from the internet', () => {
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
    const preventDefault = vi.fn()
    session.emit('will-download', { preventDefault })
    expect(preventDefault).toHaveBeenCalledOnce()

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
