import { isAbsolute } from 'node:path'
import type { OpenDialogOptions } from 'electron'
import { BobbinError } from '#shared/contract/errors.ts'
import type { HostHandlers } from '#shared/contract/host.ts'

export interface ElectronHostOptions {
  /** A dialog over the window; null when she closed it. */
  readonly choose: (options: OpenDialogOptions) => Promise<readonly string[] | null>
  readonly showInFolder: (path: string) => void
  readonly openExternal: (url: string) => Promise<void>
  readonly platform: NodeJS.Platform
  readonly version: string
}

/** What Electron does for the window: the system's own dialogs, its file manager, its browser. */
export function createElectronHost(options: ElectronHostOptions): HostHandlers {
  const { platform } = options
  return {
    'host.capabilities': () => ({
      shell: 'electron',
      nativeDialogs: true,
      dropGivesPaths: true,
      reveal: true,
      nativeMenu: false,
      nativeDrag: false,
      movesLibrary: false,
      updates: false,
      support: false,
      platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
      version: options.version,
    }),
    async 'host.chooseSources'({ what }) {
      const paths = await options.choose({
        properties: [what === 'folder' ? 'openDirectory' : 'openFile', 'multiSelections'],
      })
      return paths === null ? null : { paths: [...paths] }
    },
    async 'host.chooseFolder'({ title }) {
      const paths = await options.choose({ title, properties: ['openDirectory', 'createDirectory', 'promptToCreate'] })
      const path = paths?.[0]
      return path === undefined ? null : { path }
    },
    ...notOffered,
    'host.folders': dialogsInstead,
    'host.makeFolder': dialogsInstead,
    'host.reveal'({ path }) {
      if (!isAbsolute(path)) throw new BobbinError('file-not-found', 'This file could not be shown.')
      options.showInFolder(path)
      return {}
    },
    async 'host.openLink'({ url }) {
      await openSafely(url, options.openExternal)
      return {}
    },
  }
}

const notOffered = {
  'host.showMenu': refuse,
  'host.startDrag': refuse,
  'host.takeOpenFiles': () => ({ paths: [] }),
  'host.update': refuse,
  'host.lookForUpdate': refuse,
  'host.setAutomaticUpdates': refuse,
  'host.supportReport': refuse,
  'host.saveSupport': refuse,
  'host.sendSupport': refuse,
  'host.libraryPlace': refuse,
  'host.moveLibrary': refuse,
}

function refuse(): never {
  throw new BobbinError('not-offered', 'This version of Bobbin cannot do this.')
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
