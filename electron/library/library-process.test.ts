import { EventEmitter } from 'node:events'
import { MessageChannel } from 'node:worker_threads'
import { expect, onTestFinished, test, vi } from 'vitest'
import { BobbinError } from '#shared/contract/errors.ts'
import type { LibraryContract, LibraryEvents } from '#shared/contract/library.ts'
import { createClient } from '#shared/rpc/client.ts'
import { type MessagePortMainLike, messagePortChannel } from '#shared/rpc/transports/message-port.ts'
import { type ParentMessage, type ParentPort, runLibraryProcess } from './library-process.ts'
import { quietLog, tempLibrary } from './testing/temp-library.ts'

class FakeParent extends EventEmitter {
  readonly heard: unknown[] = []
  postMessage(message: unknown): void {
    this.heard.push(message)
  }
  tell(message: ParentMessage): void {
    this.emit('message', message)
  }
}

function line() {
  const { port1, port2 } = new MessageChannel()
  const theirs: MessagePortMainLike = {
    postMessage: message => port2.postMessage(message),
    start: () => port2.start(),
    close: () => port2.close(),
    on(type: string, listener: (event: { data: unknown }) => void) {
      if (type === 'message') port2.on('message', (data: unknown) => listener({ data }))
      else port2.on('close', listener as () => void)
    },
  }
  return { client: createClient<LibraryContract, LibraryEvents>(messagePortChannel(port1)), theirs }
}

test('a window is served over its own port, also when it asked before the library was open', async () => {
  const parent = new FakeParent()
  const temp = await tempLibrary()
  onTestFinished(() => temp.remove().catch(() => {}))
  const exit = vi.fn()
  let open: () => void = () => {}
  const running = runLibraryProcess({
    parent: parent as unknown as ParentPort,
    open: () => new Promise(resolve => (open = () => resolve(temp.library))),
    originalsDir: '/originals',
    log: quietLog,
    exit,
  })
  const { client, theirs } = line()
  parent.tell({ data: { type: 'connect' }, ports: [theirs] })
  const asked = client.call('library.info', {})
  open()
  await running
  expect(parent.heard).toEqual([{ type: 'ready', originalsDir: '/originals' }])
  expect((await asked).counts.patterns).toBe(0)

  parent.tell({ data: { type: 'stop' }, ports: [] })
  await vi.waitUntil(() => exit.mock.calls.length === 1)
  expect(exit).toHaveBeenCalledWith(0)
  await vi.waitUntil(() => client.state === 'closed')
})

test('a library that cannot be opened says why in its own words', async () => {
  const parent = new FakeParent()
  await runLibraryProcess({
    parent: parent as unknown as ParentPort,
    open: () => Promise.reject(new BobbinError('library-in-use', 'Bobbin is open already.')),
    originalsDir: '/originals',
    log: quietLog,
    exit() {},
  })
  expect(parent.heard).toEqual([{ type: 'failed', code: 'library-in-use', message: 'Bobbin is open already.' }])
})
