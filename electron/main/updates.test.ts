import { EventEmitter } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import type { CallContext } from '#shared/contract/method.ts'
import { canUpdate } from './open-updater.ts'
import { createUpdates, type Updater } from './updates.ts'

const none: CallContext<never> = { signal: new AbortController().signal, progress() {} }
let userDir: string
let isWorking: boolean

beforeEach(() => {
  vi.useFakeTimers()
  userDir = mkdtempSync(join(tmpdir(), 'bobbin-updates-'))
  isWorking = false
  onTestFinished(() => {
    vi.useRealTimers()
    rmSync(userDir, { recursive: true, force: true })
  })
})

class FakeUpdater extends EventEmitter {
  autoDownload = false
  autoInstallOnAppQuit = false
  allowDowngrade = true
  found: Awaited<ReturnType<Updater['checkForUpdates']>> = {
    isUpdateAvailable: false,
    updateInfo: { version: '1.0.0' },
  }
  failure: Error | null = null
  looks = 0
  async checkForUpdates() {
    this.looks++
    if (this.failure) {
      this.emit('error', this.failure)
      throw this.failure
    }
    return this.found
  }
}

function updates(updater: FakeUpdater | null = new FakeUpdater()) {
  const tell = vi.fn()
  const made = createUpdates({
    updater: updater as Updater | null,
    userDir,
    isWorking: () => isWorking,
    tell,
    now: () => 42,
    log: { info() {}, warn() {} },
  })
  return { ...made, tell, updater: updater!, ask: () => made.handlers['host.lookForUpdate']({}, none) }
}

describe('newer versions', () => {
  test('are looked for soon after the start and once a day, and fetched without asking', async () => {
    const { begin, updater } = updates()
    expect(updater).toMatchObject({ autoDownload: true, autoInstallOnAppQuit: true, allowDowngrade: false })
    begin()
    await vi.advanceTimersByTimeAsync(19_000)
    expect(updater.looks).toBe(0)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(updater.looks).toBe(1)
    await vi.advanceTimersByTimeAsync(3 * 24 * 60 * 60 * 1_000)
    expect(updater.looks).toBe(4)
  })

  test('are not looked for when she switched that off, and she stays asked no more after a restart', async () => {
    const first = updates()
    expect(await first.handlers['host.setAutomaticUpdates']({ on: false }, none)).toMatchObject({ state: 'off' })
    const { begin, updater, ask } = updates()
    begin()
    await vi.advanceTimersByTimeAsync(7 * 24 * 60 * 60 * 1_000)
    expect(updater.looks).toBe(0)
    expect(await ask()).toMatchObject({ state: 'newest', automatic: false, lookedAt: 42 })
  })

  test('a damaged file of choices is as good as none', async () => {
    writeFileSync(join(userDir, 'updates.json'), '{"automatic":')
    expect(updates().handlers['host.update']({}, none)).toMatchObject({ state: 'idle', automatic: true })
  })

  test('are on their way while she works, and told when they are here', async () => {
    const { ask, updater, tell } = updates()
    updater.found = { isUpdateAvailable: true, updateInfo: { version: '1.1.0' } }
    expect(await ask()).toMatchObject({ state: 'fetching', version: '1.1.0' })
    updater.emit('update-downloaded', { version: '1.1.0' })
    expect(tell).toHaveBeenLastCalledWith({ state: 'ready', version: '1.1.0', lookedAt: 42, automatic: true })
    // There is nothing more to look for.
    expect(await ask()).toMatchObject({ state: 'ready' })
    expect(updater.looks).toBe(1)
  })

  test('that arrived in an earlier run are ready at once', async () => {
    const { ask, updater } = updates()
    updater.found = { isUpdateAvailable: true, updateInfo: { version: '1.1.0' } }
    updater.checkForUpdates = async function () {
      this.emit('update-downloaded', { version: '1.1.0' })
      return this.found
    }
    expect(await ask()).toMatchObject({ state: 'ready', version: '1.1.0' })
  })

  test('two who ask at once are one look', async () => {
    const { ask, updater } = updates()
    await Promise.all([ask(), ask()])
    expect(updater.looks).toBe(1)
  })

  test('without internet are said to be out of reach, and looked for again', async () => {
    const { ask, updater } = updates()
    updater.failure = new Error('net::ERR_INTERNET_DISCONNECTED')
    expect(await ask()).toMatchObject({ state: 'failed' })
    updater.failure = null
    expect(await ask()).toMatchObject({ state: 'newest' })
  })
})

describe('closing Bobbin', () => {
  test('puts a newer version in place', () => {
    const { beforeQuit, updater } = updates()
    updater.emit('update-downloaded', { version: '1.1.0' })
    beforeQuit()
    expect(updater.autoInstallOnAppQuit).toBe(true)
  })

  test('leaves it for the next time while something is being brought in or sent', () => {
    const { beforeQuit, updater } = updates()
    updater.emit('update-downloaded', { version: '1.1.0' })
    isWorking = true
    beforeQuit()
    expect(updater.autoInstallOnAppQuit).toBe(false)
    isWorking = false
    beforeQuit()
    expect(updater.autoInstallOnAppQuit).toBe(true)
  })
})

test('a build that has nowhere to look does not look', async () => {
  const { begin, ask, beforeQuit } = updates(null)
  begin()
  beforeQuit()
  await vi.advanceTimersByTimeAsync(100_000)
  expect(await ask()).toMatchObject({ state: 'idle' })
})

test('only a packed program that was told where to look, and may replace itself, brings itself up to date', () => {
  const world = { isPackaged: true, platform: 'win32', env: {}, resourcesDir: userDir } as const
  expect(canUpdate(world)).toBe(false)
  writeFileSync(join(userDir, 'app-update.yml'), 'provider: generic')
  expect(readFileSync(join(userDir, 'app-update.yml'), 'utf8')).toContain('generic')
  expect(canUpdate(world)).toBe(true)
  expect(canUpdate({ ...world, isPackaged: false })).toBe(false)
  expect(canUpdate({ ...world, platform: 'linux' })).toBe(false)
  expect(canUpdate({ ...world, platform: 'linux', env: { APPIMAGE: '/home/anna/Bobbin.AppImage' } })).toBe(true)
})
