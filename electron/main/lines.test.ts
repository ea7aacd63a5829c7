import { EventEmitter } from 'node:events'
import type { IpcMainEvent, WebContents } from 'electron'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { PORT_CHANNEL } from '#shared/contract/bridge.ts'
import type { HostContract, HostEvents, HostHandlers } from '#shared/contract/host.ts'
import { createClient } from '#shared/rpc/client.ts'
import { createEventHub } from '#shared/rpc/events.ts'
import { type MessagePortMainLike, messagePortMainChannel } from '#shared/rpc/transports/message-port.ts'
import { createSystemHandlers } from './host.ts'
import { createLines } from './lines.ts'
import { fakeChannel } from './testing/fakes.ts'

class FakeContents extends EventEmitter {
  readonly sent: { channel: string; to: unknown; port: MessagePortMainLike }[] = []
  readonly id: number
  constructor(id: number) {
    super()
    this.id = id
  }
  postMessage(channel: string, to: unknown, [port]: MessagePortMainLike[]): void {
    this.sent.push({ channel, to, port: port! })
  }
}

const page = { url: 'bobbin://app/index.html', parent: null }
const log = { warn: vi.fn(), error: vi.fn() }
const events = createEventHub<HostEvents>(() => {})
const dragged = vi.fn()
const connectLibrary = vi.fn(() => fakeChannel().port2)
let contents: FakeContents
let lines: ReturnType<typeof createLines>

const ask = (sender: FakeContents, senderFrame: unknown = page) =>
  lines.onConnect({ sender, senderFrame } as unknown as IpcMainEvent)

beforeEach(() => {
  log.warn.mockClear()
  connectLibrary.mockClear()
  contents = new FakeContents(7)
  lines = createLines({
    connectLibrary,
    newChannel: fakeChannel,
    events,
    log,
    host: asker => ({
      ...(createSystemHandlers({
        choose: async () => ['/home/anna/Patterns'],
        showInFolder() {},
        exists: () => true,
        openExternal: async () => {},
        platform: 'win32',
        version: '1.0.0',
        updates: false,
      }) as HostHandlers),
      'host.startDrag'() {
        dragged(asker)
        return {}
      },
    }),
  })
  lines.add(contents as unknown as WebContents)
})

describe('a window that asks for its lines', () => {
  test('gets one to the host, which answers and tells, and one to the library', async () => {
    ask(contents)
    expect(contents.sent.map(({ channel, to }) => [channel, to])).toEqual([
      [PORT_CHANNEL, 'host'],
      [PORT_CHANNEL, 'library'],
    ])
    const client = createClient<HostContract, HostEvents>(messagePortMainChannel(contents.sent[0]!.port))
    expect(await client.call('host.capabilities', {})).toMatchObject({ shell: 'electron', platform: 'win32' })
    const heard = vi.fn()
    client.on('host.library', heard)
    events.emit('host.library', { state: 'restarted', message: 'x' })
    await vi.waitUntil(() => heard.mock.calls.length === 1)
    await client.call('host.startDrag', { paths: ['/temp/a.qli'] })
    expect(dragged).toHaveBeenCalledExactlyOnceWith(contents)
    client.close()
  })

  test('gets a new library line after a restart, and a closed one does not', () => {
    ask(contents)
    lines.reconnectLibrary()
    expect(contents.sent.map(({ to }) => to)).toEqual(['host', 'library', 'library'])
    contents.emit('destroyed')
    lines.reconnectLibrary()
    expect(contents.sent).toHaveLength(3)
  })
})

describe('whoever is no window of ours gets nothing', () => {
  const strangers: [string, number, unknown][] = [
    ['a window that was never added', 8, page],
    ['a page of another origin', 7, { url: 'https://evil.example/', parent: null }],
    ['an origin whose name begins alike', 7, { url: 'bobbin://app.evil/index.html', parent: null }],
    ['another host of our scheme', 7, { url: 'bobbin://other/index.html', parent: null }],
    ['a frame within our page', 7, { url: page.url, parent: {} }],
    ['a frame that is gone', 7, null],
  ]
  test.each(strangers)('%s', (_who, id, frame) => {
    const sender = id === contents.id ? contents : new FakeContents(id)
    ask(sender, frame)
    lines.reconnectLibrary()
    expect(sender.sent).toEqual([])
    expect(connectLibrary).not.toHaveBeenCalled()
    expect(log.warn).toHaveBeenCalledOnce()
  })
})
