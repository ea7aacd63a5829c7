import { isAbsolute } from 'node:path'
import type { OpenDialogOptions } from 'electron'
import { BobbinError } from '#shared/contract/errors.ts'
import type { HostHandlers } from '#shared/contract/host.ts'

export interface SystemHostOptions {
  /** A dialog over the window; null when she closed it. */
  readonly choose: (options: OpenDialogOptions) => Promise<readonly string[] | null>
  readonly showInFolder: (path: string) => void
  readonly exists: (path: string) => boolean
  readonly openExternal: (url: string) => Promise<void>
  readonly platform: NodeJS.Platform
  readonly version: string
  /** False in a build that has nowhere to look for newer ones. */
  readonly updates: boolean
}

type SystemMethod =
  | 'host.capabilities'
  | 'host.chooseSources'
  | 'host.chooseFolder'
  | 'host.folders'
  | 'host.makeFolder'
  | 'host.reveal'
  | 'host.openLink'

/** What the system does for the window: its own dialogs, its file manager, its browser. */
export function createSystemHandlers(options: SystemHostOptions): Pick<HostHandlers, SystemMethod> {
  const { platform } = options
  /** Folders of other computers in the network that she chose herself. */
  const chosen: string[] = []

  async function choose(dialog: OpenDialogOptions): Promise<readonly string[] | null> {
    const paths = await options.choose(dialog)
    if (paths !== null) chosen.push(...paths.filter(isOfNetwork))
    return paths
  }

  return {
    'host.capabilities': () => ({
      shell: 'electron',
      nativeDialogs: true,
      dropGivesPaths: true,
      reveal: true,
      nativeMenu: true,
      nativeDrag: true,
      movesLibrary: true,
      updates: options.updates,
      support: true,
      platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
      version: options.version,
    }),
    async 'host.chooseSources'({ what }) {
      const paths = await choose({
        properties: [what === 'folder' ? 'openDirectory' : 'openFile', 'multiSelections'],
      })
      return paths === null ? null : { paths: [...paths] }
    },
    async 'host.chooseFolder'({ title }) {
      const paths = await choose({ title, properties: ['openDirectory', 'createDirectory', 'promptToCreate'] })
      const path = paths?.[0]
      return path === undefined ? null : { path }
    },
    'host.folders': dialogsInstead,
    'host.makeFolder': dialogsInstead,
    'host.reveal'({ path }) {
      // Windows signs in at any computer whose folder is looked at: only those she has chosen herself.
      const isRefused = isOfNetwork(path) && !chosen.some(folder => path === folder || path.startsWith(`${folder}\\`))
      if (isRefused || !isAbsolute(path) || !options.exists(path)) {
        throw new BobbinError('file-not-found', 'This file could not be shown.')
      }
      options.showInFolder(path)
      return {}
    },
    async 'host.openLink'({ url }) {
      await openSafely(url, options.openExternal)
      return {}
    },
  }
}

function isOfNetwork(path: string): boolean {
  return /^[\\/]{2}/.test(path)
}

/** Only https leaves Bobbin: every other scheme may start a program. */
export async function openSafely(url: string, openExternal: (url: string) => Promise<void>): Promise<void> {
  const isSafe = URL.canParse(url) && new URL(url).protocol === 'https:'
  if (!isSafe) throw new BobbinError('link-refused', 'Bobbin opens only safe addresses (https).')
  await openExternal(url)
}

function dialogsInstead(): never {
  throw new BobbinError('use-dialogs', 'Here the dialogs of the system are used to choose folders.')
}
