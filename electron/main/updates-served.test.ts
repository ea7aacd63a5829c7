/**
 * electron-updater's own code against a real server on this computer: what it finds, fetches, checks and puts in place. Only the program
 * around it (Electron's app and its network stack) is replaced: by Node's http and by a few paths.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingMessage, request, type RequestOptions } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppImageUpdater } from 'electron-updater'
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { UpdateState } from '#shared/contract/host.ts'
import type { CallContext } from '#shared/contract/method.ts'
import { startUpdateServer, type UpdateServer } from './testing/update-server.ts'
import { createUpdates, type Updater } from './updates.ts'

const none: CallContext<never> = { signal: new AbortController().signal, progress() {} }
let dir: string
let server: UpdateServer
let installed: string

class NodeExecutor extends ElectronHttpExecutor {
  override createRequest(options: RequestOptions, callback: (response: IncomingMessage) => void): never {
    return request(options, callback) as never
  }
  override addRedirectHandlers(): void {}
}

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'bobbin-served-'))
  server = await startUpdateServer()
  installed = join(dir, 'Bobbin.AppImage')
  writeFileSync(installed, 'the old program')
  vi.stubEnv('APPIMAGE', installed)
  mkdirSync(join(dir, 'user'))
  // electron-builder writes this file into every packed program.
  const config = ['provider: generic', `url: ${server.url}`, 'updaterCacheDirName: bobbin-updater', '']
  writeFileSync(join(dir, 'app-update.yml'), config.join('\n'))
  onTestFinished(async () => {
    vi.unstubAllEnvs()
    await server.close()
    rmSync(dir, { recursive: true, force: true })
  })
})

/** A program that writes down that it was started: put in place, it is started once with the order to end at once. */
function program(version: string): Buffer {
  return Buffer.from(`#!/bin/sh\necho "${version} $APPIMAGE_EXIT_AFTER_INSTALL" > "${join(dir, 'started')}"\n`)
}

/** One run of Bobbin, from its start to its end. */
function run({ version = '1.0.0', isWorking = false } = {}) {
  const quits: ((exitCode: number) => void)[] = []
  const updater = new AppImageUpdater(null, {
    version,
    name: 'Bobbin',
    isPackaged: true,
    appUpdateConfigPath: join(dir, 'app-update.yml'),
    userDataPath: join(dir, 'user'),
    baseCachePath: join(dir, 'cache'),
    whenReady: async () => {},
    relaunch() {
      throw new Error('Bobbin never restarts by itself')
    },
    quit() {
      throw new Error('Bobbin never ends by itself')
    },
    onQuit(handler: (exitCode: number) => void) {
      quits.push(handler)
    },
  })
  Object.assign(updater, {
    httpExecutor: new NodeExecutor(),
    logger: null,
    disableDifferentialDownload: true,
    _testOnlyOptions: { platform: 'linux' },
  })
  const states: UpdateState[] = []
  const updates = createUpdates({
    updater: updater as unknown as Updater,
    userDir: join(dir, 'user'),
    isWorking: () => isWorking,
    tell: state => states.push(state),
    now: () => 1,
    log: { info() {}, warn() {} },
  })
  return {
    look: async () => updates.handlers['host.lookForUpdate']({}, none),
    settled: (state: UpdateState['state']) =>
      vi.waitUntil(() => states.at(-1)?.state === state || undefined, { timeout: 10_000 }),
    quit() {
      updates.beforeQuit()
      for (const handler of quits) handler(0)
    },
  }
}

const isFetched = () => server.asked.filter(path => path.endsWith('.AppImage')).length

// The program that is put in place here is a script of the shell.
describe.skipIf(process.platform === 'win32')('a newer version on the server', () => {
  test('is fetched, checked, and put in place when Bobbin is closed; not a moment earlier', async () => {
    server.publish({ version: '1.1.0', program: program('1.1.0') })
    const bobbin = run()
    await bobbin.look()
    await bobbin.settled('ready')
    expect(readFileSync(installed, 'utf8')).toBe('the old program')
    bobbin.quit()
    expect(readFileSync(installed)).toEqual(program('1.1.0'))
    // Started once to settle in, and told to end at once: nothing opens by itself.
    expect(readFileSync(join(dir, 'started'), 'utf8')).toBe('1.1.0 true\n')
  })

  test('waits for the next quit while something is under way, and is not fetched twice', async () => {
    server.publish({ version: '1.1.0', program: program('1.1.0') })
    const busy = run({ isWorking: true })
    await busy.look()
    await busy.settled('ready')
    busy.quit()
    expect(readFileSync(installed, 'utf8')).toBe('the old program')
    const next = run()
    await next.look()
    await next.settled('ready')
    expect(isFetched()).toBe(1)
    next.quit()
    expect(readFileSync(installed)).toEqual(program('1.1.0'))
  })

  test('that is not what was published is thrown away', async () => {
    server.publish({ version: '1.1.0', program: program('1.1.0'), sha512: Buffer.alloc(64).toString('base64') })
    const bobbin = run()
    await bobbin.look()
    await bobbin.settled('failed')
    bobbin.quit()
    expect(readFileSync(installed, 'utf8')).toBe('the old program')
    expect(existsSync(join(dir, 'started'))).toBe(false)
  })
})

describe('there is nothing to do', () => {
  test.each(['1.1.0', '1.2.0'])('for %s when 1.1.0 is published', async version => {
    server.publish({ version: '1.1.0', program: program('1.1.0') })
    expect(await run({ version }).look()).toMatchObject({ state: 'newest' })
    expect(isFetched()).toBe(0)
  })

  test('when the server has nothing, or cannot be understood', async () => {
    expect(await run().look()).toMatchObject({ state: 'failed' })
    server.publish({ version: 'not a version', program: program('x') })
    expect(await run().look()).toMatchObject({ state: 'failed' })
  })
})

describe('a release to some first', () => {
  /** electron-updater gives each computer a number once and keeps it; its last eight signs decide. */
  const computer = (last: string) =>
    writeFileSync(join(dir, 'user', '.updaterId'), `12345678-1234-5234-9234-1234${last}`)

  test('reaches the computers that are among them', async () => {
    computer('10000000')
    server.publish({ version: '1.1.0', program: program('1.1.0'), stagingPercentage: 10 })
    const bobbin = run()
    await bobbin.look()
    await bobbin.settled('ready')
  })

  test('leaves the others until the share grows, and can be stopped for all with 0', async () => {
    computer('40000000')
    const look = async (stagingPercentage: number) => {
      server.publish({ version: '1.1.0', program: program('1.1.0'), stagingPercentage })
      return (await run().look()).state
    }
    expect(await look(10)).toBe('newest')
    expect(await look(0)).toBe('newest')
    expect(isFetched()).toBe(0)
    expect(await look(50)).toBe('fetching')
    await vi.waitUntil(() => existsSync(join(dir, 'cache/bobbin-updater/pending/update-info.json')))
  })

  test('keeps the number of the computer', async () => {
    server.publish({ version: '1.0.0', program: program('1.0.0') })
    await run().look()
    const number = readFileSync(join(dir, 'user', '.updaterId'), 'utf8')
    await run().look()
    expect(readFileSync(join(dir, 'user', '.updaterId'), 'utf8')).toBe(number)
  })
})
