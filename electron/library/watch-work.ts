import type { LibraryHandlers } from '#shared/contract/library.ts'
import type { Library } from './library.ts'

/** Long work is asked for by these; their short questions count for the blink they take. */
const WORK = ['imports.', 'sending.', 'saving.']

/**
 * The same library, that tells when work begins and when the last of it has ended: what was asked for, and an import that goes on by
 * itself after a start.
 */
export function watchWork(library: Library, tell: (isWorking: boolean) => void): Library {
  let asked = 0
  const importing = new Set<string>()
  let wasWorking = false

  function look(): void {
    const isWorking = asked > 0 || importing.size > 0
    if (isWorking === wasWorking) return
    wasWorking = isWorking
    tell(isWorking)
  }

  library.events.on('imports.changed', ({ id, step, paused }) => {
    if ((step === 'looking' || step === 'adding') && !paused) importing.add(id)
    else importing.delete(id)
    look()
  })

  function counted<Handler extends (...args: never[]) => unknown>(handler: Handler): Handler {
    const run = async (...args: never[]) => {
      asked++
      look()
      try {
        return await handler(...args)
      } finally {
        asked--
        look()
      }
    }
    return run as Handler
  }

  const handlers = Object.fromEntries(
    Object.entries(library.handlers).map(([name, handler]) => [
      name,
      WORK.some(area => name.startsWith(area)) ? counted(handler) : handler,
    ]),
  ) as unknown as LibraryHandlers
  return { ...library, handlers }
}
