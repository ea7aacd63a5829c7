import type { LibraryHandlers } from '#shared/contract/library.ts'
import type { Services } from '../services.ts'

type ArrivalHandlers = Pick<
  LibraryHandlers,
  'watch.get' | 'watch.set' | 'arrivals.list' | 'arrivals.paths' | 'arrivals.dismiss' | 'arrivals.restore'
>

/** The watched folder and what waits in its tray. */
export function createArrivalHandlers({ arrivals }: Pick<Services, 'arrivals'>): ArrivalHandlers {
  return {
    'watch.get': () => arrivals.state(),
    'watch.set': ({ folder }) => arrivals.set(folder),
    'arrivals.list': ({ offset, limit }) => arrivals.list(offset, limit),
    'arrivals.paths': () => ({ paths: arrivals.paths() }),
    'arrivals.dismiss': async ({ ids }) => {
      await arrivals.dismiss(ids)
      return {}
    },
    'arrivals.restore': async ({ ids }) => {
      await arrivals.restore(ids)
      return {}
    },
  }
}
