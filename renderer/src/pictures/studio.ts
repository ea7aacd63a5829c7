/** The window's picture shop: sketches fetched from the core in handfuls, drawn by one thread in the colour of the thread she chose. */
import { useSyncExternalStore } from 'react'
import { library, shell } from '#renderer/host/bobbin.ts'
import { threadWidth } from './draw-sketch.ts'
import type { DrawAnswer, DrawOrder } from './picture-work.ts'
import { createPictureShop, type PictureShop, type PictureWish } from './picture-shop.ts'

const KEEP_SKETCHES = 4_000

let colour = '#2b3a67'
let worker: Worker | null = null
let orders = 0
const answers = new Map<number, (bitmap: ImageBitmap | null) => void>()
const sketches = new Map<string, Promise<Uint8Array | null>>()
let asked: { key: string; resolve: (bytes: Uint8Array | null) => void; reject: (error: unknown) => void }[] = []

export const pictures: PictureShop<ImageBitmap> = createPictureShop(draw)

/** Rises when pictures are other ones than before; who shows pictures draws anew then. */
let edition = 0
const changed = new Set<() => void>()

/** These files look different now. */
export function forgetPictures(keys: readonly string[]): void {
  for (const key of keys) sketches.delete(key)
  pictures.forget(new Set(keys))
  edition++
  for (const listener of changed) listener()
}

export function usePictureEdition(): number {
  return useSyncExternalStore(
    listener => {
      changed.add(listener)
      return () => changed.delete(listener)
    },
    () => edition,
  )
}

const recoloured = new Set<() => void>()

/** The thread everything is drawn in from now on. */
export function drawInColour(next: string): void {
  if (next === colour) return
  colour = next
  for (const listener of recoloured) listener()
}

/** The colour of the thread, for wishes; who shows pictures draws anew when it changes. */
export function useThreadColour(): string {
  return useSyncExternalStore(
    listener => {
      recoloured.add(listener)
      return () => recoloured.delete(listener)
    },
    () => colour,
  )
}

/** The sketch with this key; asked for together with others of the same turn. */
export function sketchBytes(key: string): Promise<Uint8Array | null> {
  const known = sketches.get(key)
  if (known) return known
  const coming = new Promise<Uint8Array | null>((resolve, reject) => {
    if (asked.length === 0) queueMicrotask(fetchAsked)
    asked.push({ key, resolve, reject })
  })
  sketches.set(key, coming)
  coming.catch(() => sketches.delete(key))
  if (sketches.size > KEEP_SKETCHES) {
    const oldest = sketches.keys().next().value
    if (oldest !== undefined) sketches.delete(oldest)
  }
  return coming
}

async function fetchAsked(): Promise<void> {
  const batch = asked
  asked = []
  try {
    const answer = await library.call('patterns.sketches', { keys: batch.map(one => one.key) })
    batch.forEach((one, index) => one.resolve(answer.sketches[index] ?? null))
  } catch (error) {
    for (const one of batch) one.reject(error)
  }
}

async function draw(wish: PictureWish): Promise<ImageBitmap | null> {
  let from: DrawOrder['from']
  if (wish.kind === 'picture') {
    from = { kind: 'url', url: new URL(shell().pictureUrl(wish.key), document.baseURI).href }
  } else {
    const bytes = await sketchBytes(wish.key)
    if (!bytes) return null
    from = { kind: 'sketch', bytes }
  }
  const id = ++orders
  const order: DrawOrder = {
    id,
    from,
    width: wish.width,
    height: wish.height,
    colour: wish.colour,
    lineWidth: threadWidth(wish.width, window.devicePixelRatio),
  }
  return new Promise(resolve => {
    answers.set(id, resolve)
    thread().postMessage(order)
  })
}

function thread(): Worker {
  if (worker) return worker
  worker = new Worker(new URL('./pictures.worker.ts', import.meta.url), { type: 'module', name: 'pictures' })
  worker.addEventListener('message', (event: MessageEvent<DrawAnswer>) => {
    answers.get(event.data.id)?.(event.data.bitmap)
    answers.delete(event.data.id)
  })
  return worker
}
