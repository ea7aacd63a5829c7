import type { LibraryEvents } from '#shared/contract/library.ts'
import type { EventHub } from '#shared/rpc/events.ts'

/** Told at most so often: an import commits ten times a second, and every telling makes a window read its page again. */
const EVERY_MS = 100
/** More ids than this and a window reads everything anew. */
const IDS_NAMED = 500

export interface CalmEvents extends EventHub {
  /** Tells at once what is waiting. */
  flush(): void
}

/**
 * The core's events with "something changed" gathered up: what changed within a tenth of a second is told once. Others pass straight
 * through, after what was waiting, so that nobody hears of the end before the change.
 *
 * @param atOnce hears which patterns changed without waiting: for the core's own keeping
 * @param changed hears without waiting that anything of the library did
 */
export function calmEvents(
  hub: EventHub,
  atOnce: (ids: readonly string[] | null) => void = () => {},
  changed: () => void = () => {},
): CalmEvents {
  let ids: Set<string> | 'all' | null = null
  const plain = new Set<
    | 'tags.changed'
    | 'collections.changed'
    | 'searches.changed'
    | 'machines.changed'
    | 'doubles.changed'
    | 'library.changed'
  >()
  let timer: NodeJS.Timeout | undefined

  function flush(): void {
    clearTimeout(timer)
    timer = undefined
    const changed = ids
    const names = [...plain]
    ids = null
    plain.clear()
    if (changed) hub.emit('patterns.changed', { ids: changed === 'all' ? null : [...changed] })
    for (const name of names) hub.emit(name, {})
  }

  function gather(payload: { ids: string[] | null }): void {
    if (payload.ids === null || ids === 'all') ids = 'all'
    else {
      ids ??= new Set()
      for (const id of payload.ids) ids.add(id)
      if (ids.size > IDS_NAMED) ids = 'all'
    }
  }

  return {
    on: hub.on,
    emit<Name extends keyof LibraryEvents>(name: Name, payload: Parameters<EventHub['emit']>[1]) {
      switch (name) {
        case 'patterns.changed': {
          const changed = payload as { ids: string[] | null }
          atOnce(changed.ids)
          gather(changed)
          break
        }
        case 'tags.changed':
        case 'collections.changed':
        case 'searches.changed':
        case 'machines.changed':
        case 'doubles.changed':
        case 'library.changed':
          if (name === 'library.changed') changed()
          plain.add(name)
          break
        default:
          flush()
          hub.emit(name as Parameters<EventHub['emit']>[0], payload)
          return
      }
      timer ??= setTimeout(flush, EVERY_MS).unref()
    },
    flush,
  }
}
