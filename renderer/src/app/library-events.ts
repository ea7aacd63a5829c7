import { shell } from '#renderer/host/bobbin.ts'
import { forgetPrepared } from '#renderer/features/carry/index.ts'
import { refreshCollections } from '#renderer/features/places/index.ts'
import { refreshShown } from '#renderer/features/preview/index.ts'
import { askAgain } from '#renderer/features/wall/index.ts'
import { forgetPictures } from '#renderer/pictures/studio.ts'
import { refreshLibrary } from './library-store.ts'

/** While thousands come in, the wall and the counts follow at this pace. */
const SETTLE_MS = 250

/** Keeps everything shown true: listens to the core and asks again for what changed. Returns the function that stops it. */
export function followLibrary(): () => void {
  const { library } = shell()
  const wall = atMostEvery(SETTLE_MS, askAgain)
  const counts = atMostEvery(SETTLE_MS, () => void refreshLibrary().catch(() => undefined))
  const collections = atMostEvery(SETTLE_MS, () => void refreshCollections().catch(() => undefined))
  const stops = [
    library.on('patterns.changed', ({ ids }) => {
      forgetPrepared()
      wall()
      counts()
      refreshShown(ids)
    }),
    library.on('pictures.changed', ({ keys }) => forgetPictures(keys)),
    library.on('library.changed', counts),
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
      refreshShown(null)
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/** Calls at once, then at most every `ms`, and once more at the end for what came meanwhile. */
function atMostEvery(ms: number, call: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null
  let again = false
  const run = () => {
    call()
    timer = setTimeout(() => {
      timer = null
      if (again) {
        again = false
        run()
      }
    }, ms)
  }
  return () => {
    if (timer) again = true
    else run()
  }
}
