import { homedir } from 'node:os'
import { createDrives } from './drives/drives.ts'
import type { Drives } from './drives/types.ts'
import type { Logger } from './context.ts'
import { createLibrary, type Library } from './library.ts'
import type { TokenKeeper } from './sync/auth/keeper.ts'
import { createTokenFile } from './sync/auth/token-file.ts'
import { systemWorld } from './sync/system-world.ts'
import { machineId } from './sync/store/machine-id.ts'
import { systemClock, systemRandom } from './system.ts'
import { downloadsFolder } from './watch/downloads-folder.ts'

export interface OpenHere {
  readonly dir: string
  readonly log: Logger
  /** Beside the entry file that calls this. */
  readonly threads: { readonly reader: URL; readonly worker: URL }
  readonly drives?: Drives
  /** Default: a file in the library's folder that only this person may read. */
  readonly tokens?: TokenKeeper
}

/** A library of this computer: its real clock, dice, drives and line. */
export function openLibraryHere(options: OpenHere): Promise<Library> {
  const { dir, log, threads, drives = createDrives(), tokens = createTokenFile(dir) } = options
  const downloads = () => downloadsFolder({ platform: process.platform, env: process.env, home: homedir() })
  const machine = () => machineId({ platform: process.platform, env: process.env })
  const cloudUrl = process.env.BOBBIN_CLOUD || undefined
  const host = { drives, downloads, tokens, machineId: machine, sync: systemWorld(), cloudUrl }
  return createLibrary({ dir, clock: systemClock, random: systemRandom, host, log, threads })
}
