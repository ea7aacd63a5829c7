import { readFile, stat } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'

export interface DownloadsWorld {
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
  readonly home: string
}

/**
 * Where this computer puts downloads: on Linux what the desktop has written down (a translated name, or another disk), elsewhere and
 * without that the folder of that name at home. Null when there is none.
 */
export async function downloadsFolder({ platform, env, home }: DownloadsWorld): Promise<string | null> {
  const named = platform === 'linux' ? await writtenDown(env, home) : null
  for (const folder of [named, join(home, 'Downloads')]) {
    if (folder !== null && folder !== home && (await isFolder(folder))) return folder
  }
  return null
}

/** `XDG_DOWNLOAD_DIR="$HOME/Transferts"` in user-dirs.dirs. */
async function writtenDown(env: NodeJS.ProcessEnv, home: string): Promise<string | null> {
  const config = env.XDG_CONFIG_HOME ?? join(home, '.config')
  const text = await readFile(join(config, 'user-dirs.dirs'), 'utf8').catch(() => '')
  const value = /^\s*XDG_DOWNLOAD_DIR\s*=\s*"([^"\n]*)"/m.exec(text)?.[1]
  if (!value) return null
  const folder = value.startsWith('$HOME/') ? join(home, value.slice('$HOME/'.length)) : value
  return isAbsolute(folder) ? folder : null
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    found => found.isDirectory(),
    () => false,
  )
}
