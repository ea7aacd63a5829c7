import { homedir } from 'node:os'
import { createDrives } from './drives/drives.ts'
import type { Drives } from './drives/types.ts'
import type { Logger } from './context.ts'
import { createLibrary, type Library } from './library.ts'
import { machineId } from './sync/store/machine-id.ts'
import { systemClock, systemRandom } from './system.ts'
import { downloadsFolder } from './watch/downloads-folder.ts'

export interface OpenHere {
  readonly dir: string
  readonly log: Logger
  /** Beside the entry file that calls this. */
  readonly threads: { readonly reader: URL; readonly worker: URL }
  readonly drives?: Drives
}

/** A library of this computer: its real clock, dice and drives. */
export function openLibraryHere({ dir, log, threads, drives = createDrives() }: OpenHere): Promise<Library> {
  const downloads = () => downloadsFolder({ platform: process.platform, env: process.env, home: homedir() })
  const host = { drives, downloads, machineId: () => machineId({ platform: process.platform, env: process.env }) }
  return createLibrary({ dir, clock: systemClock, random: systemRandom, host, log, threads })
}
