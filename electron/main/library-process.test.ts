import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createKeptSignIns } from './kept-sign-in.ts'
import { startLibraryProcess } from './library-process.ts'
import { FakeProcess, fakeChannel, memorySecrets } from './testing/fakes.ts'

let children: FakeProcess[]
let dirs: string[]
const keptSignIns = createKeptSignIns(memorySecrets())
const onRestarted = vi.fn()
const onGone = vi.fn()

beforeEach(() => {
  children = []
  dirs = []
  onRestarted.mockClear()
  onGone.mockClear()
})

function start() {
  return startLibraryProcess({
    dir: '/library',
    fork(dir) {
      dirs.push(dir)
      const child = new FakeProcess()
      children.push(child)
      return child.asUtility()
    },
    newChannel: fakeChannel,
    onRestarted,
    onGone,
    keptSignIn: keptSignIns.of,
    stopTimeoutMs: 5,
  })
}

describe('the library process', () => {
  test('gets one end of a line, and the window the other: main hears nothing of it', () => {
    const library = start()
    const port = library.connect()
    const [told] = children[0]!.told
    expect(told?.message).toEqual({ type: 'connect' })
    expect(told?.ports).toHaveLength(1)
    expect(told?.ports[0]).not.toBe(port)
  })

  test('says where its originals are, as long as it lives', () => {
    const library = start()
    expect(library.originalsDir).toBeNull()
    children[0]!.emit('message', { type: 'ready', originalsDir: '/library/originals' })
    expect(library.originalsDir).toBe('/library/originals')
    children[0]!.emit('exit', 9)
    expect(library.originalsDir).toBeNull()
  })

  test('that dies is started once more, and the windows are told', () => {
    start()
    children[0]!.emit('exit', 9)
    expect(children).toHaveLength(2)
    expect(onRestarted).toHaveBeenCalledOnce()
    expect(onGone).not.toHaveBeenCalled()
  })

  test('that dies a second time stays gone, and says so in a plain sentence', () => {
    const library = start()
    children[0]!.emit('exit', 9)
    children[1]!.emit('exit', 9)
    expect(children).toHaveLength(2)
    expect(onGone).toHaveBeenCalledExactlyOnceWith({
      code: 'library-gone',
      message: expect.stringContaining('Nothing that was saved is lost') as string,
    })
    expect(() => library.connect()).not.toThrow()
  })

  test('that cannot open its library is not tried again, and its own sentence is told', () => {
    start()
    const failure = { code: 'library-in-use', message: 'Bobbin is open already.' }
    children[0]!.emit('message', { type: 'failed', ...failure })
    expect(children[0]!.isKilled).toBe(true)
    expect(children).toHaveLength(1)
    expect(onGone).toHaveBeenCalledExactlyOnceWith(failure)
  })

  test('is asked to stop and waited for', async () => {
    const library = start()
    const stopping = library.stop()
    expect(children[0]!.told.at(-1)?.message).toEqual({ type: 'stop' })
    children[0]!.emit('exit', 0)
    await stopping
    expect(children).toHaveLength(1)
    expect(children[0]!.isKilled).toBe(false)
    expect(onGone).not.toHaveBeenCalled()
  })

  test('that does not stop in time is ended', async () => {
    await start().stop()
    expect(children[0]!.isKilled).toBe(true)
    expect(children).toHaveLength(1)
  })

  test('says whether something long is under way, as long as it lives', () => {
    const library = start()
    children[0]!.emit('message', { type: 'work', isWorking: true })
    expect(library.isWorking).toBe(true)
    children[0]!.emit('exit', 9)
    expect(library.isWorking).toBe(false)
  })
})

describe('another folder', () => {
  test('is opened when the first is closed', async () => {
    const library = start()
    const stopping = library.stop()
    children[0]!.emit('exit', 0)
    await stopping
    const opening = library.open('/disk/Bobbin')
    children[1]!.emit('message', { type: 'ready', originalsDir: '/disk/Bobbin/originals' })
    await opening
    expect(dirs).toEqual(['/library', '/disk/Bobbin'])
    expect([library.dir, library.originalsDir]).toEqual(['/disk/Bobbin', '/disk/Bobbin/originals'])
    children[1]!.emit('exit', 9)
    expect(onRestarted).toHaveBeenCalledOnce()
  })

  test('that cannot be opened is told to the one who asked, and the first can be opened again', async () => {
    const library = start()
    const stopping = library.stop()
    children[0]!.emit('exit', 0)
    await stopping
    const opening = library.open('/disk/Bobbin')
    children[1]!.emit('message', { type: 'failed', code: 'library-damaged', message: 'It is damaged.' })
    await expect(opening).rejects.toMatchObject({ code: 'library-damaged' })
    expect(onGone).not.toHaveBeenCalled()
    const again = library.open('/library')
    children[2]!.emit('message', { type: 'ready', originalsDir: '/library/originals' })
    await again
    expect(library.dir).toBe('/library')
  })
})
