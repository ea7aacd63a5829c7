import { atMostEvery } from '#renderer/host/at-most-every.ts'
import { shell } from '#renderer/host/bobbin.ts'
import { forgetPrepared } from '#renderer/features/carry/index.ts'
import { refreshLooking } from '#renderer/features/closely/index.ts'
import { refreshShown } from '#renderer/features/inspector/index.ts'
import { refreshMachines } from '#renderer/features/machines/index.ts'
import { refreshCollections, refreshSearches, refreshTags } from '#renderer/features/places/index.ts'
import { askAgain, useWall } from '#renderer/features/wall/index.ts'
import { forgetPictures } from '#renderer/pictures/studio.ts'
import { refreshLibrary } from './library-store.ts'

/** While thousands come in, the wall and the counts follow at this pace. */
const SETTLE_MS = 250
/** Tags are only listed at the side. */
const TAGS_SETTLE_MS = 1_000

/** Keeps everything shown true: listens to the core and asks again for what changed. Returns the function that stops it. */
export function followLibrary(): () => void {
  const { library } = shell()
  const wall = atMostEvery(SETTLE_MS, askAgain)
  const counts = atMostEvery(SETTLE_MS, () => void refreshLibrary().catch(() => undefined))
  const collections = atMostEvery(SETTLE_MS, () => void refreshCollections().catch(() => undefined))
  const tags = atMostEvery(TAGS_SETTLE_MS, () => void refreshTags().catch(() => undefined))
  const searches = atMostEvery(SETTLE_MS, () => void refreshSearches().catch(() => undefined))
  const machines = atMostEvery(SETTLE_MS, () => void refreshMachines().catch(() => undefined))
  const stops = [
    library.on('patterns.changed', ({ ids }) => {
      forgetPrepared()
      wall()
      counts()
      refreshShown(ids)
      refreshLooking(ids)
    }),
    library.on('meaning.found', ({ query }) => {
      if (useWall.getState().question.query === query) wall()
    }),
    library.on('pictures.changed', ({ keys }) => forgetPictures(keys)),
    library.on('library.changed', counts),
    library.on('tags.changed', tags),
    library.on('searches.changed', searches),
    library.on('machines.changed', () => {
      forgetPrepared()
      machines()
      if (useWall.getState().question.filter.machineIds) wall()
    }),
    library.on('collections.changed', () => {
      collections()
      counts()
    }),
    shell().onLine(up => {
      if (!up) return
      forgetPrepared()
      // Events may have been missed while the line was down.
      wall()
      counts()
      collections()
      tags()
      searches()
      machines()
      refreshShown(null)
      refreshLooking(null)
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
