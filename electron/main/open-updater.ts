import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Updater } from './updates.ts'

export interface UpdaterWorld {
  readonly isPackaged: boolean
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
  readonly resourcesDir: string
}

/**
 * Whether this build can bring itself up to date: it was told of a place to look, and may replace itself without asking for the
 * computer's password (a .deb may not: there the system's own software page is the way).
 */
export function canUpdate({ isPackaged, platform, env, resourcesDir }: UpdaterWorld): boolean {
  if (!isPackaged || !existsSync(join(resourcesDir, 'app-update.yml'))) return false
  return platform === 'win32' || platform === 'darwin' || env.APPIMAGE !== undefined
}

/** electron-updater's own for this system, loaded only where it can do something: it looks for Electron the moment it is asked for. */
export function openUpdater(world: UpdaterWorld, log: object): Updater | null {
  if (!canUpdate(world)) return null
  const { autoUpdater } = createRequire(import.meta.url)('electron-updater') as {
    autoUpdater: Updater & { logger: object }
  }
  autoUpdater.logger = log
  return autoUpdater
}
