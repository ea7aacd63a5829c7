/** What the window and the thread that draws large designs say to each other, and the window's end of it. */
import type { Run } from '#shared/geometry/design.ts'
import type { Emphasis, Sight } from './design-picture.ts'
import type { Needle } from './journey.ts'
import type { Paints } from './paints.ts'
import type { Tile } from './tiling.ts'

export type AwayPicture =
  | { readonly kind: 'design'; readonly tiles: readonly Tile[]; readonly emphasis: Emphasis }
  | { readonly kind: 'stitched'; readonly needle: Needle }

export type AwayOrder =
  | { readonly kind: 'runs'; readonly runs: readonly Run[] }
  | {
      readonly kind: 'draw'
      readonly id: number
      readonly picture: AwayPicture
      readonly sight: Sight
      readonly paints: Paints
    }

export interface AwayAnswer {
  readonly id: number
  readonly bitmap: ImageBitmap | null
}

export interface AwayDesk {
  draw(picture: AwayPicture, sight: Sight, paints: Paints): Promise<ImageBitmap | null>
  close(): void
}

/** A drawing thread of its own for one design, started with the first order. */
export function createAwayDesk(runs: readonly Run[]): AwayDesk {
  const waiting = new Map<number, (bitmap: ImageBitmap | null) => void>()
  let worker: Worker | null = null
  let orders = 0

  function start(): Worker {
    const started = new Worker(new URL('./draw-away.worker.ts', import.meta.url), { type: 'module', name: 'closely' })
    started.addEventListener('message', (event: MessageEvent<AwayAnswer>) => {
      waiting.get(event.data.id)?.(event.data.bitmap)
      waiting.delete(event.data.id)
    })
    const order: AwayOrder = { kind: 'runs', runs }
    started.postMessage(order)
    return started
  }

  return {
    draw: (picture, sight, paints) =>
      new Promise(resolve => {
        worker ??= start()
        const id = ++orders
        waiting.set(id, resolve)
        const order: AwayOrder = { kind: 'draw', id, picture, sight, paints }
        worker.postMessage(order)
      }),
    close() {
      worker?.terminate()
      worker = null
      for (const resolve of waiting.values()) resolve(null)
      waiting.clear()
    },
  }
}
