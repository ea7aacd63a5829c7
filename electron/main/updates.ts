import { join } from 'node:path'
import { z } from 'zod'
import type { HostHandlers, UpdateState } from '#shared/contract/host.ts'
import { readJson, writeSmallFile } from './atomic-file.ts'

interface FoundUpdate {
  readonly isUpdateAvailable: boolean
  readonly updateInfo: { readonly version: string }
  /** It is being fetched already. */
  readonly downloadPromise?: Promise<unknown> | null
}

/** What is used of electron-updater's AppUpdater. */
export interface Updater {
  autoDownload: boolean
  autoInstallOnAppQuit: boolean
  allowDowngrade: boolean
  checkForUpdates(): Promise<FoundUpdate | null>
  on(event: 'update-downloaded', listener: (info: { readonly version: string }) => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
}

export interface UpdatesOptions {
  /** Null in a build that has nowhere to look. */
  readonly updater: Updater | null
  /** Folder of the program's own files. */
  readonly userDir: string
  readonly isWorking: () => boolean
  readonly tell: (state: UpdateState) => void
  readonly now: () => number
  readonly log: { info(facts: object, message: string): void; warn(facts: object, message: string): void }
}

export interface Updates {
  readonly handlers: Pick<HostHandlers, 'host.update' | 'host.lookForUpdate' | 'host.setAutomaticUpdates'>
  /** From now on it looks by itself, soon after the start and once a day, unless she switched that off. */
  begin(): void
  /** Before every quit: a newer version is put in place now, but not when something is under way; then at the next quit. */
  beforeQuit(): void
}

/** The window opens first; a slow line must not be in its way. */
const FIRST_LOOK_MS = 20_000
const DAY_MS = 24 * 60 * 60 * 1_000
const kept = z.object({ automatic: z.boolean() })

/**
 * Newer versions: looked for, fetched in the background, put in place when Bobbin is closed. Never restarts by itself and never asks for
 * it. No internet is a normal thing and is said only to somebody who has just asked.
 */
export function createUpdates(options: UpdatesOptions): Updates {
  const { updater, log } = options
  const file = join(options.userDir, 'updates.json')
  let automatic = kept.safeParse(readJson(file)).data?.automatic ?? true
  let state: UpdateState = { state: automatic ? 'idle' : 'off', version: null, lookedAt: null, automatic }
  let looking: Promise<UpdateState> | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function become(change: Partial<UpdateState>): UpdateState {
    state = { ...state, ...change, automatic }
    options.tell(state)
    return state
  }

  if (updater !== null) {
    updater.autoDownload = true
    updater.autoInstallOnAppQuit = true
    updater.allowDowngrade = false
    updater.on('update-downloaded', ({ version }) => {
      log.info({ version }, 'a newer version is here and is put in place at the next quit')
      become({ state: 'ready', version })
    })
    updater.on('error', error => {
      log.warn({ err: error }, 'looking for a newer version, or fetching it, did not work')
      if (state.state !== 'ready') become({ state: 'failed' })
    })
  }

  async function look(): Promise<UpdateState> {
    if (updater === null || state.state === 'ready' || state.state === 'fetching') return state
    become({ state: 'looking' })
    try {
      const found = await updater.checkForUpdates()
      // What goes wrong in it comes as the `error` event.
      found?.downloadPromise?.catch(() => undefined)
      const lookedAt = options.now()
      // It may have arrived already: a version that was fetched in an earlier run needs no second one.
      if (isReady()) return become({ lookedAt })
      if (found?.isUpdateAvailable) return become({ state: 'fetching', version: found.updateInfo.version, lookedAt })
      return become({ state: found === null ? 'failed' : 'newest', version: null, lookedAt })
    } catch {
      // Told and noted by the `error` event as well.
      return become({ state: 'failed' })
    }
  }

  function isReady(): boolean {
    return state.state === 'ready'
  }

  function lookOnce(): Promise<UpdateState> {
    looking ??= look().finally(() => {
      looking = null
    })
    return looking
  }

  function plan(afterMs: number): void {
    clearTimeout(timer)
    if (updater === null || !automatic) return
    timer = setTimeout(() => {
      void lookOnce()
      plan(DAY_MS)
    }, afterMs)
  }

  return {
    begin: () => plan(FIRST_LOOK_MS),
    beforeQuit() {
      if (updater === null) return
      updater.autoInstallOnAppQuit = !options.isWorking()
      if (state.state === 'ready' && !updater.autoInstallOnAppQuit) {
        log.info({}, 'something is under way: the newer version waits for the next quit')
      }
    },
    handlers: {
      'host.update': () => state,
      'host.lookForUpdate': lookOnce,
      'host.setAutomaticUpdates'({ on }) {
        writeSmallFile(file, JSON.stringify({ automatic: on }))
        automatic = on
        plan(FIRST_LOOK_MS)
        if (state.state === 'off' || state.state === 'idle') return become({ state: on ? 'idle' : 'off' })
        return become({})
      },
    },
  }
}
