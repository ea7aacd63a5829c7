/**
 * Where pictures come from: asked for by whoever shows them, drawn elsewhere, kept while there is room.
 *
 * Newest wish first, 12 being drawn at a time, and a wish nobody waits for any more is never sent: in a fling past thousands of
 * patterns only those where she stops are drawn (first in, first out was five seconds behind). Pure but for what it is handed.
 */
export interface PictureWish {
  /** SHA-256 of the file that shows the pattern. */
  readonly key: string
  readonly kind: 'sketch' | 'picture'
  /** Device pixels. */
  readonly width: number
  readonly height: number
  /** Of the thread; a designer's picture has its own. */
  readonly colour: string
}

export interface Closable {
  readonly width: number
  readonly height: number
  close(): void
}

/** Draws one wish; null when there is nothing to draw. */
export type Draw<Bitmap> = (wish: PictureWish) => Promise<Bitmap | null>

export interface PictureShop<Bitmap> {
  /** The picture if it is kept; null: there is none to be had; undefined: not drawn yet. */
  get(wish: PictureWish): Bitmap | null | undefined
  /** Calls back once when it is drawn. Returns the function that gives the wish up. */
  want(wish: PictureWish, ready: (bitmap: Bitmap | null) => void): () => void
  /** Lets go of what is kept of these files: they are drawn anew when they are wished for again. */
  forget(keys: ReadonlySet<string>): void
}

const IN_FLIGHT = 12
const KEEP_PICTURES = 600
const KEEP_BYTES = 192 * 1024 * 1024

interface Open<Bitmap> {
  readonly wish: PictureWish
  readonly waiting: Set<(bitmap: Bitmap | null) => void>
}

export function createPictureShop<Bitmap extends Closable>(draw: Draw<Bitmap>): PictureShop<Bitmap> {
  const kept = new Map<string, { readonly key: string; readonly bitmap: Bitmap | null }>()
  const open = new Map<string, Open<Bitmap>>()
  const drawing = new Set<string>()
  let keptBytes = 0
  let pumping = false

  const bytesOf = (bitmap: Bitmap | null) => (bitmap ? bitmap.width * bitmap.height * 4 : 0)

  function keep(id: string, key: string, bitmap: Bitmap | null): void {
    kept.set(id, { key, bitmap })
    keptBytes += bytesOf(bitmap)
    for (const oldest of kept.keys()) {
      if (kept.size <= KEEP_PICTURES && keptBytes <= KEEP_BYTES) break
      if (oldest === id) break
      drop(oldest)
    }
  }

  function drop(id: string): void {
    const bitmap = kept.get(id)?.bitmap ?? null
    kept.delete(id)
    keptBytes -= bytesOf(bitmap)
    bitmap?.close()
  }

  async function start(id: string, asked: Open<Bitmap>): Promise<void> {
    drawing.add(id)
    const bitmap = await draw(asked.wish).catch(() => undefined)
    drawing.delete(id)
    open.delete(id)
    // A wish that could not be drawn now (the core was gone) is free to be asked again.
    if (bitmap !== undefined) {
      keep(id, asked.wish.key, bitmap)
      for (const ready of asked.waiting) ready(bitmap)
    }
    pump()
  }

  function pump(): void {
    if (pumping) return
    pumping = true
    // One turn of the event loop gathers the wishes of a whole screen before the first is sent.
    queueMicrotask(() => {
      pumping = false
      const newestFirst = [...open].reverse()
      for (const [id, asked] of newestFirst) {
        if (drawing.size >= IN_FLIGHT) break
        if (!drawing.has(id)) void start(id, asked)
      }
    })
  }

  return {
    get(wish) {
      const id = idOf(wish)
      const found = kept.get(id)
      if (found === undefined) return undefined
      kept.delete(id)
      kept.set(id, found)
      return found.bitmap
    },
    want(wish, ready) {
      const id = idOf(wish)
      const asked = open.get(id) ?? { wish, waiting: new Set() }
      asked.waiting.add(ready)
      open.delete(id)
      open.set(id, asked)
      pump()
      return () => {
        asked.waiting.delete(ready)
        if (asked.waiting.size === 0 && !drawing.has(id) && open.get(id) === asked) open.delete(id)
      }
    },
    forget(keys) {
      for (const [id, { key }] of kept) if (keys.has(key)) drop(id)
    },
  }
}

function idOf(wish: PictureWish): string {
  return `${wish.kind}:${wish.key}@${wish.width}x${wish.height}${wish.colour}`
}
