/**
 * A canvas that stays smooth however much is on it. A picture that takes less than a frame is drawn anew whenever she moves; one that
 * takes longer is drawn elsewhere, and until it is there the last one is moved and stretched as if it were cloth.
 */
import type { Camera } from './camera.ts'
import type { Sight } from './design-picture.ts'

export interface Drawing {
  /** Draws on the cleared canvas at once. */
  draw(context: CanvasRenderingContext2D, sight: Sight): void
  /** For what takes longer than a frame: draws elsewhere. It answers null when it could not. */
  away: ((sight: Sight) => Promise<ImageBitmap | null>) | null
  /** Adds what came since `from` to the picture that is there; false: it has to be drawn anew. */
  goOn?(context: CanvasRenderingContext2D, sight: Sight, from: unknown): boolean
}

interface Shown {
  readonly sight: Sight
  /** What the picture is of; another object is another picture. */
  readonly what: unknown
  /** How far the picture has come, for `goOn`. */
  readonly state: unknown
  readonly drawing: Drawing
}

export interface CalmLayer {
  /** The canvas it shows on, from the moment there is one. */
  attach(element: HTMLCanvasElement | null): void
  show(shown: Shown): void
}

/** She has stopped moving when nothing came for this long. */
const REST_MS = 110
/** A picture drawn elsewhere is this much larger than what is seen, so that moving it does not bare the cloth at once. */
const RESERVE = 1.4

export function createCalmLayer(): CalmLayer {
  let canvas: HTMLCanvasElement | null = null
  let context: CanvasRenderingContext2D | null = null
  let wanted: Shown | null = null
  let here: Shown | null = null
  let isAway = false
  let timer: ReturnType<typeof setTimeout> | null = null

  function drawHere(shown: Shown): void {
    if (!canvas || !context) return
    fitCanvas(canvas, shown.sight, shown.sight)
    shown.drawing.draw(context, shown.sight)
    here = shown
  }

  async function drawAway(): Promise<void> {
    timer = null
    const shown = wanted
    const away = shown?.drawing.away
    if (isAway || !canvas || !shown || !away) return
    isAway = true
    const grown = grow(shown.sight)
    const bitmap = await away(grown)
    isAway = false
    // A picture that is quick to draw may have taken its place meanwhile.
    if (bitmap && canvas && context && wanted?.drawing.away) {
      fitCanvas(canvas, shown.sight, grown)
      context.drawImage(bitmap, 0, 0)
      here = shown
    }
    bitmap?.close()
    if (bitmap && wanted !== shown && wanted?.drawing.away) catchUp(wanted)
  }

  /** What is wanted now, from what is here: added to, moved, or sent to be drawn. */
  function catchUp(shown: Shown): void {
    if (here && canvas && context && here.what === shown.what) {
      const at = isAway ? null : here
      const isSame = here.sight.camera === shown.sight.camera && here.sight.box === shown.sight.box
      if (isSame && here.state === shown.state) return
      // The canvas may be larger than what is seen; what is added goes where the rest of it was drawn.
      const drawnFrom = { ...here.sight, box: boxOf(canvas, here.sight) }
      if (at && isSame && shown.drawing.goOn?.(context, drawnFrom, at.state)) {
        here = shown
        return
      }
      canvas.style.transform = transformFrom(here.sight.camera, shown.sight.camera)
    }
    if (timer !== null) clearTimeout(timer)
    const isMoving = here !== null && here.what === shown.what && here.state === shown.state
    timer = setTimeout(() => void drawAway(), isMoving ? REST_MS : 0)
  }

  return {
    attach(element) {
      if (timer !== null) clearTimeout(timer)
      canvas = element
      context = element?.getContext('2d') ?? null
      here = null
    },
    show(shown) {
      if (shown.sight.box.width === 0) return
      wanted = shown
      if (shown.drawing.away) {
        catchUp(shown)
        return
      }
      const isGoingOn = here !== null && here.what === shown.what && here.sight === shown.sight
      if (isGoingOn && context && shown.drawing.goOn?.(context, shown.sight, here!.state)) here = shown
      else drawHere(shown)
    },
  }
}

function grow(sight: Sight): Sight {
  return { ...sight, box: { width: sight.box.width * RESERVE, height: sight.box.height * RESERVE } }
}

function boxOf(canvas: HTMLCanvasElement, { ratio }: Sight): Sight['box'] {
  return { width: canvas.width / ratio, height: canvas.height / ratio }
}

function fitCanvas(canvas: HTMLCanvasElement, seen: Sight, drawn: Sight): void {
  const { width, height } = dotsOf(drawn)
  canvas.width = width
  canvas.height = height
  canvas.style.width = `${drawn.box.width}px`
  canvas.style.height = `${drawn.box.height}px`
  canvas.style.left = `${(seen.box.width - drawn.box.width) / 2}px`
  canvas.style.top = `${(seen.box.height - drawn.box.height) / 2}px`
  canvas.style.transform = ''
}

/** Dots of the screen a sight covers. */
export function dotsOf({ box, ratio }: Sight): { width: number; height: number } {
  return { width: Math.round(box.width * ratio), height: Math.round(box.height * ratio) }
}

/** How a picture drawn from one camera is moved and stretched to be seen from another. */
export function transformFrom(from: Camera, to: Camera): string {
  const dx = (from.x - to.x) * to.scale
  const dy = (to.y - from.y) * to.scale
  return `translate(${dx}px, ${dy}px) scale(${to.scale / from.scale})`
}
