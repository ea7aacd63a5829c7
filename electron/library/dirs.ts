import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** The folders of one library, all below `root`. */
export interface LibraryDirs {
  readonly root: string
  /** The database file, not a folder. */
  readonly database: string
  readonly lock: string
  readonly originals: string
  /** What a browser streams in, before it is looked through. */
  readonly incoming: string
  readonly snapshots: string
  readonly temp: string
}

export function makeLibraryDirs(root: string): LibraryDirs {
  const dirs: LibraryDirs = {
    root,
    database: join(root, 'bobbin.db'),
    lock: join(root, 'bobbin.lock'),
    originals: join(root, 'originals'),
    incoming: join(root, 'incoming'),
    snapshots: join(root, 'snapshots'),
    temp: join(root, 'temp'),
  }
  for (const dir of [dirs.originals, dirs.incoming, dirs.snapshots, dirs.temp]) mkdirSync(dir, { recursive: true })
  return dirs
}
