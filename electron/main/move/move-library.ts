import { rename, rm } from 'node:fs/promises'
import { BobbinError, cancelled } from '#shared/contract/errors.ts'
import type { HostContract, HostHandlers } from '#shared/contract/host.ts'
import type { CallContext, ProgressOf } from '#shared/contract/method.ts'
import type { KeptSignIns } from '../kept-sign-in.ts'
import type { LibraryProcess } from '../library-process.ts'
import { copyFiles, differsFrom, filesBelow, type FoundFile } from './copy-folder.ts'
import { clearWay, makeGrowing, type NewPlace, newPlace } from './new-place.ts'

export interface MoveOptions {
  readonly library: Pick<LibraryProcess, 'dir' | 'isWorking' | 'stop' | 'open'>
  /** False where somebody said by an option which library to open. */
  readonly isMovable: boolean
  /** Writes down where the library is from now on. */
  readonly remember: (dir: string) => void
  /** The sign-in of a library is kept by its folder: at both until it is opened at the new one, so that it is lost at neither. */
  readonly signIns: Pick<KeptSignIns, 'copy' | 'forget'>
  /** New lines for the windows: another process answers now. */
  readonly reconnect: () => void
  readonly freeBytes: (folder: string) => Promise<number>
  readonly log: { info(facts: object, message: string): void; error(facts: object, message: string): void }
}

type MoveProgress = ProgressOf<HostContract['host.moveLibrary']>

/** What is made anew at every start, and what belongs to the program and not to the library; a sign-in is never copied. */
const LEFT_BEHIND = new Set(['temp', 'window', 'bobbin.lock', 'bobbin.lock-journal', 'sign-in', 'sign-in.new'])
/** Room that must be left over, so that the disk is not full the moment the library is there. */
const SPARE_BYTES = 200 * 1024 * 1024

/** Where the library is, and moving it to another folder. */
export function createPlaceHandlers(
  options: MoveOptions,
): Pick<HostHandlers, 'host.libraryPlace' | 'host.moveLibrary'> {
  const { library } = options
  let isMoving = false

  async function move(chosen: string, context: CallContext<MoveProgress>) {
    const oldDir = library.dir
    if (!options.isMovable)
      throw new BobbinError('library-not-movable', 'This library was opened from a place of its own.')
    if (isMoving || library.isWorking) {
      throw new BobbinError('library-busy', 'Bobbin is at work. Move the library when that is done.')
    }
    isMoving = true
    try {
      const place = await newPlace(chosen, oldDir)
      await makeGrowing(place)
      await library.stop()
      try {
        await moveStopped(oldDir, place, context)
      } finally {
        options.reconnect()
      }
      return { dir: place.dir, oldDir }
    } finally {
      isMoving = false
    }
  }

  async function moveStopped(oldDir: string, place: NewPlace, context: CallContext<MoveProgress>): Promise<void> {
    let copied = place.growing
    try {
      await copy(oldDir, place, context)
      await clearWay(place)
      await rename(place.growing, place.dir)
      copied = place.dir
      context.progress({ step: 'opening', done: 0, total: 1 })
      options.signIns.copy(oldDir, place.dir)
      await library.open(place.dir)
      options.remember(place.dir)
      options.signIns.forget(oldDir)
      options.log.info({}, 'the library was moved')
    } catch (error) {
      options.signIns.forget(place.dir)
      await goBack(oldDir, copied)
      throw told(error, context.signal)
    }
  }

  async function copy(from: string, place: NewPlace, { signal, progress }: CallContext<MoveProgress>): Promise<void> {
    const { growing } = place
    const files = await filesBelow(from, LEFT_BEHIND)
    const total = files.reduce((sum: number, file: FoundFile) => sum + file.bytes, 0)
    const free = await options.freeBytes(growing)
    if (free < total + SPARE_BYTES) {
      throw new BobbinError('place-too-small', 'There is too little room at the new place. Nothing was changed.', {
        neededBytes: total + SPARE_BYTES,
        freeBytes: free,
      })
    }
    const hashes = await copyFiles({
      from,
      to: growing,
      files,
      signal,
      progress: done => progress({ step: 'copying', done, total }),
    })
    const odd = await differsFrom(hashes, {
      from: growing,
      files,
      signal,
      progress: done => progress({ step: 'checking', done, total }),
    })
    if (odd !== null) {
      throw new BobbinError(
        'copy-differs',
        'The copy at the new place is not the same as your library. That disk may be failing. Nothing was changed.',
      )
    }
    signal.throwIfAborted()
  }

  /** The old library as it was; the copy goes, whole or not. */
  async function goBack(oldDir: string, copied: string): Promise<void> {
    await library.stop()
    await library.open(oldDir)
    await rm(copied, { recursive: true, force: true }).catch((error: unknown) =>
      options.log.error({ err: error }, 'a copy of the library could not be removed'),
    )
  }

  return {
    'host.libraryPlace': () => ({ dir: library.dir, movable: options.isMovable }),
    'host.moveLibrary': ({ to }, context) => move(to, context),
  }
}

/** A sentence for her; the disk's own words stay in the log. */
function told(error: unknown, signal: AbortSignal): unknown {
  if (error instanceof BobbinError) return error
  if (signal.aborted) return cancelled()
  if ((error as NodeJS.ErrnoException).code === undefined) return error
  return new BobbinError(
    'move-failed',
    'The library could not be copied there. It is open again where it was, and nothing is lost.',
    { reason: (error as NodeJS.ErrnoException).code },
  )
}
