import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { CONNECT_CHANNEL } from '#shared/contract/bridge.ts'
import type { HostContract, HostEvents } from '#shared/contract/host.ts'
import { createClient } from '#shared/rpc/client.ts'
import { createEventHub } from '#shared/rpc/events.ts'
import { type MessagePortMainLike, messagePortMainChannel } from '#shared/rpc/transports/message-port.ts'
import { createOpenFiles, type OpenFiles } from './open-files.ts'
import { type FakeContents, type FakeElectron, FakeWindow, fakeElectron } from './testing/fake-electron.ts'

const found = vi.hoisted(() => ({ current: null as unknown }))
vi.mock(
  'electron',
  () =>
    new Proxy(
      {},
      { get: (_target, name) => (found.current as Record<string, unknown>)[name as string], has: () => true },
    ),
)

let dir: string
let electron: FakeElectron
let openFiles: OpenFiles
let warn: ReturnType<typeof vi.fn>
const clients: { close(): void }[] = []

beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'bobbin-start-')))
  const fake = fakeElectron(dir)
  found.current = fake.module
  electron = fake
  FakeWindow.all.length = 0
  vi.stubEnv('BOBBIN_LIBRARY', '')
  vi.stubEnv('XDG_DATA_HOME', join(dir, 'data'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  for (const client of clients.splice(0)) client.close()
  rmSync(dir, { recursive: true, force: true })
})

async function started() {
  const events = createEventHub<HostEvents>(() => {})
  openFiles = createOpenFiles(paths => events.emit('host.openFiles', { paths }))
  warn = vi.fn()
  const { start } = await import('./start.ts')
  start({ here: join(dir, 'out/main'), log: { info() {}, warn, error() {} } as never, events, openFiles })
}

/** What the window's page does when it is loaded. */
function connect() {
  const contents = FakeWindow.all[0]!.webContents
  const page = { url: 'bobbin://app/index.html', parent: null }
  electron.ipcMain.emit(CONNECT_CHANNEL, { sender: contents, senderFrame: page })
  const client = createClient<HostContract, HostEvents>(
    messagePortMainChannel(portTo(contents, 'host') as MessagePortMainLike),
  )
  clients.push(client)
  return client
}

const portTo = (contents: FakeContents, to: string) => contents.sent.find(one => one.to === to)?.port

describe('a start', () => {
  test('shows a menu, opens the library in its own process and one window', async () => {
    await started()
    expect(electron.menus).toHaveLength(1)
    const [, args, options] = electron.forked[0]!
    expect(args).toEqual(['--library', expect.any(String) as string, '--logs', join(dir, 'logs')])
    expect(options).toMatchObject({ serviceName: 'Bobbin library', execArgv: ['--max-semi-space-size=4'] })
    expect(FakeWindow.all).toHaveLength(1)
  })

  test('says in a sentence that the disk of a moved library is away, and makes no new one', async () => {
    writeFileSync(join(dir, 'library.json'), JSON.stringify({ dir: join(dir, 'unplugged') }))
    await started()
    expect(electron.errors[0]?.[1]).toContain(join(dir, 'unplugged'))
    expect([electron.app.quits, electron.forked.length]).toEqual([1, 0])
  })
})

describe('the window', () => {
  test('is told what this shell can do', async () => {
    await started()
    expect(await connect().call('host.capabilities', {})).toMatchObject({
      shell: 'electron',
      nativeMenu: true,
      nativeDrag: true,
      movesLibrary: true,
      // Not a packaged program: there is nothing to bring up to date.
      updates: false,
      support: true,
      version: '1.2.3',
    })
  })

  test('draws the menu, and hears when a line of it is pressed', async () => {
    await started()
    const client = connect()
    const heard = vi.fn()
    client.on('host.command', heard)
    const line = { id: 'undo', label: 'Undo', keys: 'Mod+Z', group: false, enabled: true, checked: null } as const
    await client.call('host.showMenu', { menus: [{ menu: 'edit', label: 'Edit', lines: [line] }] })
    const drawn = electron.menus.at(-1)!.find(item => item.label === 'Edit')
    drawn!.submenu![0]!.click!({}, undefined, { triggeredByAccelerator: true })
    await vi.waitFor(() => expect(heard).toHaveBeenCalledExactlyOnceWith({ id: 'undo', byKeys: true }))
  })

  test('has the paper she chose before its page is there, also after a restart', async () => {
    await started()
    const client = connect()
    const line = { id: 'look-dark', label: 'Dark', keys: null, group: false, enabled: true, checked: true } as const
    await client.call('host.showMenu', { menus: [{ menu: 'view', label: 'View', lines: [line] }] })
    expect(FakeWindow.all[0]!.paper).toBe('#15181d')
    await started()
    expect(FakeWindow.all[1]!.options).toMatchObject({ backgroundColor: '#15181d' })
  })

  test('hands over files of the library to a drag, and no others', async () => {
    await started()
    const library = (electron.forked[0]![1] as string[])[1]!
    mkdirSync(join(library, 'temp'), { recursive: true })
    const file = join(library, 'temp', 'Rose.qli')
    writeFileSync(file, '')
    const client = connect()
    await expect(client.call('host.startDrag', { paths: [file] })).rejects.toMatchObject({ code: 'drag-refused' })
    electron.children[0]!.emit('message', { type: 'ready', originalsDir: join(library, 'originals') })
    await client.call('host.startDrag', { paths: [file] })
    const [window] = FakeWindow.all
    expect(window!.webContents.dragged).toEqual([{ file, files: [file], icon: 'icon' }])
    await expect(client.call('host.startDrag', { paths: [join(dir, 'x')] })).rejects.toMatchObject({
      code: 'drag-refused',
    })
  })

  test('gets the files a second start was given, and comes forward', async () => {
    await started()
    const client = connect()
    const file = join(dir, 'Rose.qli')
    writeFileSync(file, '')
    expect(await client.call('host.takeOpenFiles', {})).toEqual({ paths: [] })
    const heard = vi.fn()
    client.on('host.openFiles', heard)
    electron.app.emit('second-instance', {}, ['electron', '.', 'Rose.qli', '--flag'], dir)
    await vi.waitFor(() => expect(heard).toHaveBeenCalledExactlyOnceWith({ paths: [file] }))
    expect(FakeWindow.all[0]!.isFocused).toBe(true)
  })

  test('reads the whole report for support, where nothing can be sent', async () => {
    await started()
    const { text, sendsTo } = await connect().call('host.supportReport', { library: null })
    expect(text).toContain('Bobbin 1.2.3')
    expect(sendsTo).toBeNull()
  })

  test('is loaded again when its page crashed, but not again and again', async () => {
    await started()
    const { webContents } = FakeWindow.all[0]!
    webContents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 5 })
    expect(webContents.reloads).toBe(1)
    webContents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 5 })
    expect(webContents.reloads).toBe(1)
  })

  test('is left alone when somebody ended its page', async () => {
    await started()
    const { webContents } = FakeWindow.all[0]!
    webContents.emit('render-process-gone', {}, { reason: 'killed', exitCode: 1 })
    expect(webContents.reloads).toBe(0)
  })

  test('is given no line when it is not ours', async () => {
    await started()
    const contents = FakeWindow.all[0]!.webContents
    electron.ipcMain.emit(CONNECT_CHANNEL, {
      sender: contents,
      senderFrame: { url: 'https://evil.example', parent: null },
    })
    expect(contents.sent).toEqual([])
    expect(warn).toHaveBeenCalledOnce()
  })
})

test('the library closes its database before the program ends', async () => {
  await started()
  const preventDefault = vi.fn()
  electron.app.emit('before-quit', {})
  electron.app.emit('will-quit', { preventDefault })
  expect(preventDefault).toHaveBeenCalledOnce()
  expect(electron.children[0]!.told.at(-1)?.message).toEqual({ type: 'stop' })
  electron.children[0]!.emit('exit', 0)
  await vi.waitFor(() => expect(electron.app.quits).toBe(1))
  electron.app.emit('will-quit', { preventDefault })
  expect(preventDefault).toHaveBeenCalledOnce()
})
