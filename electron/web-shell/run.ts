import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { uuidV7 } from '#shared/domain/ids.ts'
import { libraryPlace } from '#host/places.ts'
import { createDrives } from '#library/drives/drives.ts'
import { openLog } from '#library/log.ts'
import { openLibraryHere } from '#library/open-here.ts'
import { systemClock, systemRandom } from '#library/system.ts'
import { createWebHost } from './host.ts'
import { createIncoming } from './incoming.ts'
import { openInBrowser } from './open-browser.ts'
import { startWebShell } from './server.ts'
import { sweepIncoming } from './sweep-incoming.ts'

export interface ShellArguments {
  readonly library: string | undefined
  readonly port: number
  readonly open: boolean
  readonly json: boolean
  /** Pattern files to show or to bring in, as absolute paths. */
  readonly files: readonly string[]
}

export const USAGE = 'Use: [--library DIR] [--port N] [--no-open] [--json] [FILE...]'

/** Null for anything but the four options, files, and a port that exists. */
export function readArguments(args: readonly string[]): ShellArguments | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        library: { type: 'string' },
        port: { type: 'string', default: '0' },
        'no-open': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    })
    const port = Number(values.port)
    if (!/^\d+$/.test(values.port) || port > 65_535) return null
    return {
      library: values.library,
      port,
      open: !values['no-open'],
      json: values.json,
      files: positionals.map(file => resolve(file)),
    }
  } catch {
    return null
  }
}

export interface RunningShell {
  readonly url: string
  stop(): Promise<void>
}

/** Opens the library and serves its window. @throws BobbinError when the library cannot be opened, or the port is taken. */
export async function runWebShell(
  args: ShellArguments,
  threads: { readonly reader: URL; readonly worker: URL },
): Promise<RunningShell> {
  const dir = libraryPlace(args.library, { platform: process.platform, env: process.env, home: homedir() }).dir
  const root = join(import.meta.dirname, '..', '..')
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const log = openLog(dir)
  const drives = createDrives()
  const library = await openLibraryHere({ dir, log, threads, drives })
  try {
    const incomingDir = join(dir, 'incoming')
    await sweepIncoming(incomingDir, systemClock.now())
    const shell = await startWebShell({
      library,
      host: createWebHost({
        home: homedir(),
        libraryDir: dir,
        drives: async () => (await drives.list()).map(stick => stick.path),
        version,
        openInBrowser,
        ...(process.env.BOBBIN_SUPPORT_URL ? { supportUrl: process.env.BOBBIN_SUPPORT_URL } : {}),
        openFiles: args.files,
      }),
      incoming: createIncoming({ dir: incomingDir, newId: () => uuidV7(systemClock, systemRandom) }),
      rendererDir: join(root, 'out', 'renderer'),
      port: args.port,
      random: systemRandom,
      log,
    })
    return {
      url: shell.url,
      async stop() {
        await shell.close()
        await library.close()
      },
    }
  } catch (error) {
    await library.close()
    throw error
  }
}
