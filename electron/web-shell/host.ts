import { mkdir, readdir, realpath, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { BobbinError } from '#shared/contract/errors.ts'
import type { HostHandlers } from '#shared/contract/host.ts'
import { safeSegments } from '#shared/shell/safe-path.ts'
import { createSupportHandlers } from '#host/support.ts'
import { isBelow } from './confined.ts'

export interface WebHostOptions {
  readonly home: string
  /** Where the library is. */
  readonly libraryDir: string
  /** Folders where sticks and other drives are now. */
  readonly drives: () => Promise<readonly string[]>
  readonly version: string
  /** Where reports for support are taken in; absent: nowhere. */
  readonly supportUrl?: string
  readonly openInBrowser: (url: string) => Promise<void>
  /** Files named on the command line; told to the first window. */
  readonly openFiles?: readonly string[]
  readonly platform?: NodeJS.Platform
}

const MAX_FOLDERS = 2_000

/** What the loopback shell can do for its window: no native dialogs, but folders of her home and the drives by name. */
export function createWebHost(options: WebHostOptions): HostHandlers {
  const platform = options.platform ?? process.platform
  let openFiles = options.openFiles ?? []

  /** The real path, when it is a folder of her home or of a drive, and the root it was found in. */
  async function allowed(path: string): Promise<{ real: string; root: string }> {
    const real = await realpath(path).catch(() => null)
    if (real !== null) {
      for (const root of await roots()) {
        if (isBelow(real, root) && (await stat(real)).isDirectory()) return { real, root }
      }
    }
    throw new BobbinError('folder-not-found', 'This folder cannot be reached from here. Please choose another one.')
  }

  async function roots(): Promise<string[]> {
    const candidates = [options.home, ...(await options.drives())]
    const real = await Promise.all(candidates.map(candidate => realpath(candidate).catch(() => null)))
    return real.filter(root => root !== null)
  }

  return {
    'host.capabilities': () => ({
      shell: 'web',
      nativeDialogs: false,
      dropGivesPaths: false,
      reveal: false,
      nativeMenu: false,
      nativeDrag: false,
      movesLibrary: false,
      updates: false,
      support: true,
      platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
      version: options.version,
    }),
    'host.chooseSources': notHere,
    'host.chooseFolder': notHere,
    'host.reveal': notHere,
    'host.showMenu': notHere,
    'host.startDrag': notHere,
    'host.takeOpenFiles'() {
      const paths = [...openFiles]
      openFiles = []
      return { paths }
    },
    'host.update': notHere,
    'host.lookForUpdate': notHere,
    'host.setAutomaticUpdates': notHere,
    ...createSupportHandlers({
      version: options.version,
      shell: 'browser',
      home: options.home,
      libraryDir: () => options.libraryDir,
      logFolders: [],
      sendsTo: options.supportUrl ?? null,
      fetch,
      now: Date.now,
    }),
    'host.libraryPlace': () => ({ dir: options.libraryDir, movable: false }),
    'host.moveLibrary': notHere,
    async 'host.folders'({ under }) {
      const { real, root } = await allowed(under ?? options.home)
      const entries = await readdir(real, { withFileTypes: true }).catch(() => [])
      const folders = entries
        .filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
        .map(entry => ({ name: entry.name, path: join(real, entry.name) }))
        .sort((left, right) => left.name.localeCompare(right.name, undefined, { numeric: true }))
        .slice(0, MAX_FOLDERS)
      return { path: real, parent: real === root ? null : dirname(real), folders }
    },
    async 'host.makeFolder'({ under, name }) {
      const { real } = await allowed(under)
      const segments = safeSegments(encodeURIComponent(name), platform)
      if (segments === null || segments.length !== 1) {
        throw new BobbinError('name-refused', 'A folder cannot have this name. Please use another one.', { name })
      }
      const path = join(real, name)
      try {
        await mkdir(path, { recursive: true })
      } catch {
        throw new BobbinError('folder-not-made', 'The folder could not be made there. Please choose another place.', {
          name,
        })
      }
      return { path }
    },
    async 'host.openLink'({ url }) {
      if (new URL(url).protocol !== 'https:') {
        throw new BobbinError('link-refused', 'Bobbin opens only safe addresses (https).')
      }
      await options.openInBrowser(url)
      return {}
    },
  }
}

function notHere(): never {
  throw new BobbinError('not-in-browser', 'This cannot be done from a browser.')
}
