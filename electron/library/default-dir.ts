import { join, resolve } from 'node:path'

export interface DirWorld {
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
  readonly home: string
}

/** Where a library is: what was asked for, else BOBBIN_LIBRARY, else the place where the system keeps programs' data. */
export function libraryDir(asked: string | undefined, { platform, env, home }: DirWorld): string {
  const named = asked ?? env.BOBBIN_LIBRARY
  if (named) return resolve(named)
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Bobbin')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Bobbin')
  return join(env.XDG_DATA_HOME ?? join(home, '.local', 'share'), 'Bobbin')
}
