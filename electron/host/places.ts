import { existsSync, readFileSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'
import { BobbinError } from '#shared/contract/errors.ts'

export interface DirWorld {
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
  readonly home: string
}

/** The place where a library is when nobody said otherwise: where the system keeps data of programs. */
function usualDir({ platform, env, home }: DirWorld): string {
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Bobbin')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Bobbin')
  return join(env.XDG_DATA_HOME ?? join(home, '.local', 'share'), 'Bobbin')
}

/**
 * What the window's program keeps for itself (its place, its logs, Chromium's caches). Where library and program share a folder by
 * the custom of the system, it is a room of its own in it.
 */
export function windowDir({ platform, env, home }: DirWorld): string {
  if (platform === 'win32' || platform === 'darwin') return join(usualDir({ platform, env, home }), 'window')
  return join(env.XDG_CONFIG_HOME ?? join(home, '.config'), 'Bobbin', 'window')
}

/** The file that says where a moved library is. */
export function movedToFile(windowDirectory: string): string {
  return join(windowDirectory, 'library.json')
}

export interface LibraryPlace {
  readonly dir: string
  /** `asked`: by an option or BOBBIN_LIBRARY, so it cannot be moved from the window. */
  readonly by: 'asked' | 'moved' | 'usual'
}

/**
 * Where the library is: what was asked for, else BOBBIN_LIBRARY, else where it was moved to, else the usual place.
 *
 * @throws BobbinError `library-not-here`: it was moved to a disk that is not connected now. A new, empty library there or at the old
 *   place would look as if everything were lost.
 */
export function libraryPlace(asked: string | undefined, world: DirWorld, pointer?: string): LibraryPlace {
  const named = asked ?? world.env.BOBBIN_LIBRARY
  if (named) return { dir: resolve(named), by: 'asked' }
  const moved = readMovedTo(pointer ?? movedToFile(windowDir(world)))
  if (moved === null) return { dir: usualDir(world), by: 'usual' }
  if (!existsSync(join(moved, 'bobbin.db'))) {
    throw new BobbinError(
      'library-not-here',
      `Your library is in ${moved}, and that place cannot be reached now. Connect its disk, then open Bobbin again. Nothing is lost.`,
      { dir: moved },
    )
  }
  return { dir: moved, by: 'moved' }
}

function readMovedTo(pointer: string): string | null {
  let text: string
  try {
    text = readFileSync(pointer, 'utf8')
  } catch {
    return null
  }
  try {
    const written: unknown = JSON.parse(text)
    const dir = typeof written === 'object' && written !== null && 'dir' in written ? written.dir : null
    return typeof dir === 'string' && isAbsolute(dir) ? dir : null
  } catch {
    return null
  }
}
