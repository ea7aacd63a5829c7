/** The few calls of Electron that `start` makes, for looking at how the parts are put together. No rule of any part is tested by it. */
import { EventEmitter } from 'node:events'
import { FakeProcess, fakeChannel } from './fakes.ts'

export class FakeContents extends EventEmitter {
  readonly id = 1
  readonly sent: { channel: string; to: unknown; port: unknown }[] = []
  readonly dragged: unknown[] = []
  setZoomFactor(): void {}
  async setVisualZoomLevelLimits(): Promise<void> {}
  setWindowOpenHandler(): void {}
  reloads = 0
  reload(): void {
    this.reloads++
  }
  startDrag(item: unknown): void {
    this.dragged.push(item)
  }
  postMessage(channel: string, to: unknown, [port]: unknown[]): void {
    this.sent.push({ channel, to, port })
  }
}

export class FakeWindow extends EventEmitter {
  static readonly all: FakeWindow[] = []
  static getAllWindows(): FakeWindow[] {
    return FakeWindow.all
  }
  readonly webContents = new FakeContents()
  readonly options: unknown
  isFocused = false
  paper: string | null = null
  constructor(options: unknown) {
    super()
    this.options = options
    FakeWindow.all.push(this)
  }
  async loadURL(): Promise<void> {}
  show(): void {}
  maximize(): void {}
  restore(): void {}
  isMinimized(): boolean {
    return false
  }
  isMaximized(): boolean {
    return false
  }
  setBackgroundColor(colour: string): void {
    this.paper = colour
  }
  focus(): void {
    this.isFocused = true
  }
  getNormalBounds() {
    return { x: 0, y: 0, width: 900, height: 700 }
  }
}

export interface FakeElectron {
  readonly app: EventEmitter & { quits: number; paths: Record<string, string> }
  readonly ipcMain: EventEmitter
  readonly children: FakeProcess[]
  readonly forked: unknown[][]
  readonly menus: { label?: string; submenu?: { label?: string; click?: (...args: unknown[]) => void }[] }[][]
  readonly errors: string[][]
}

/** `module` is what `import 'electron'` gives; the rest is for looking at. */
export function fakeElectron(userData: string): FakeElectron & { module: Record<string, unknown> } {
  const app = Object.assign(new EventEmitter(), {
    quits: 0,
    paths: { userData, logs: `${userData}/logs` } as Record<string, string>,
    isPackaged: false,
    getPath: (name: string): string => app.paths[name] ?? userData,
    getVersion: () => '1.2.3',
    getAppPath: () => userData,
    setAboutPanelOptions() {},
    quit() {
      app.quits++
    },
  })
  const found = {
    app,
    ipcMain: new EventEmitter(),
    children: [] as FakeProcess[],
    forked: [] as unknown[][],
    menus: [] as never[],
    errors: [] as string[][],
  }
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler() {},
    setPermissionCheckHandler() {},
    setDevicePermissionHandler() {},
    webRequest: { onBeforeRequest() {} },
  })
  const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }
  const module = {
    app,
    BrowserWindow: FakeWindow,
    dialog: {
      showErrorBox: (...words: string[]) => found.errors.push(words),
      showOpenDialog: async () => ({ canceled: true }),
    },
    ipcMain: found.ipcMain,
    Menu: {
      buildFromTemplate: (template: never) => template,
      setApplicationMenu: (menu: never) => void found.menus.push(menu),
    },
    MessageChannelMain: function MessageChannelMain() {
      return fakeChannel()
    },
    nativeImage: { createFromPath: () => ({ resize: () => 'icon' }) },
    nativeTheme: { shouldUseDarkColors: false },
    net: { fetch: async () => new Response() },
    protocol: { handle() {} },
    screen: { getPrimaryDisplay: () => display, getAllDisplays: () => [display] },
    session: { defaultSession: session },
    shell: { showItemInFolder() {}, openExternal: async () => {} },
    utilityProcess: {
      fork(...args: unknown[]) {
        found.forked.push(args)
        const child = Object.assign(new FakeProcess(), { stdout: null, stderr: null })
        found.children.push(child)
        return child
      },
    },
  }
  return { ...found, module }
}
