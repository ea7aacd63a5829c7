import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { BobbinError } from '#shared/contract/errors.ts'
import { systemCode, writeError } from './files/disk-error.ts'
import { makeFolder } from './files/make-folder.ts'

/** The folders of one library, all below `root`. */
export interface LibraryDirs {
  readonly root: string
  /** The database file, not a folder. */
  readonly database: string
  /** The search index between two starts; may be deleted at any time. */
  readonly index: string
  readonly lock: string
  /** A file beside the database by which a copied library is noticed. */
  readonly device: string
  /** A file beside it that can be made again: vectors for a quick start. */
  readonly vectors: string
  readonly originals: string
  /** What a browser streams in, before it is looked through. */
  readonly incoming: string
  readonly snapshots: string
  readonly temp: string
}

/** @throws BobbinError `library-not-a-folder`, `library-not-writable`, `disk-full`, `disk-trouble` */
export async function makeLibraryDirs(asked: string): Promise<LibraryDirs> {
  const root = await realRoot(asked)
  const dirs: LibraryDirs = {
    root,
    database: join(root, 'bobbin.db'),
    index: join(root, 'bobbin.index'),
    lock: join(root, 'bobbin.lock'),
    device: join(root, 'bobbin.device'),
    vectors: join(root, 'bobbin.vectors'),
    originals: join(root, 'originals'),
    incoming: join(root, 'incoming'),
    snapshots: join(root, 'snapshots'),
    temp: join(root, 'temp'),
  }
  try {
    for (const dir of [dirs.originals, dirs.incoming, dirs.snapshots, dirs.temp]) await makeFolder(dir)
  } catch (error) {
    throw placeError(error, root)
  }
  return dirs
}

/** Made and without links in its path: a folder brought in that holds the library is known by its real path. */
async function realRoot(root: string): Promise<string> {
  try {
    await makeFolder(root)
    return await realpath(root)
  } catch (error) {
    throw placeError(error, root)
  }
}

/** Why there can be no library at this place. */
function placeError(error: unknown, root: string): unknown {
  switch (systemCode(error)) {
    case 'ENOTDIR':
    case 'EEXIST':
      return new BobbinError(
        'library-not-a-folder',
        'There is a file where the folder of your library should be. Choose another folder for it.',
        { root },
      )
    case 'ENOENT':
    case 'ENAMETOOLONG':
    case 'ELOOP':
      return new BobbinError(
        'library-not-writable',
        'The folder for your library cannot be made there. Choose another place for it.',
        { root },
      )
    default:
      return writeError(error)
  }
}
