/**
 * A canvas that stays smooth however much is on it. A picture that is quick to draw is drawn anew whenever she moves; one that takes
 * longer than a frame is moved as it is, with a border in reserve, and drawn crisply when her hand rests.
 */
import type { Camera } from './camera.ts'
import type { Sight } from './design-picture.ts'

/** Points that are drawn within a frame also where the processor does it. */
const QUICK_POINTS = 8_000
const REST_MS = 130
/** A slow picture is drawn this much larger than what is seen, so that moving it does not bare the cloth at once. */
const RESERVE = 1.5

export interface CalmLayer {
  /**
   * @param what anything that changes when the picture does, apart from where it is seen from
   * @param draw fills the cleared canvas and answers how many points it drew
   */
  show(sight: Sight, what: unknown, draw: (context: CanvasRenderingContext2D, sight: Sight) => number): void
  /** The context, aimed and undisturbed, for adding to the picture; null while it is being moved. */
  adding(): { context: CanvasRenderingContext2D; sight: Sight } | null
  stop(): void
}

export function createCalmLayer(canvas: HTMLCanvasElement): CalmLayer {
  const context = canvas.getContext('2d')
  let drawn: { sight: Sight; what: unknown } | null = null
  let points = 0
  let timer: ReturnType<typeof setTimeout> | null = null

  function paint(sight: Sight, what: unknown, draw: Parameters<CalmLayer['show']>[2]): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (!context) return
    const grown = grow(sight, points > QUICK_POINTS ? RESERVE : 1)
    fitCanvas(canvas, sight, grown)
    points = draw(context, grown)
    drawn = { sight: grown, what }
  }

  return {
    show(sight, what, draw) {
      const isMoved = drawn !== null && drawn.what === what && hasRoomOf(drawn.sight, sight)
      if (!isMoved || points <= QUICK_POINTS) {
        paint(sight, what, draw)
        return
      }
      canvas.style.transform = transformFrom(drawn!.sight.camera, sight.camera)
      if (timer !== null) clearTimeout(timer)
      timer = setTimeout(() => paint(sight, what, draw), REST_MS)
    },
    adding: () => (timer === null && drawn && context ? { context, sight: drawn.sight } : null),
    stop() {
      if (timer !== null) clearTimeout(timer)
    },
  }
}

function grow(sight: Sight, by: number): Sight {
  return { ...sight, box: { width: sight.box.width * by, height: sight.box.height * by } }
}

function hasRoomOf(drawn: Sight, wanted: Sight): boolean {
  return drawn.ratio === wanted.ratio && drawn.box.width >= wanted.box.width && drawn.box.height >= wanted.box.height
}

function fitCanvas(canvas: HTMLCanvasElement, seen: Sight, grown: Sight): void {
  canvas.width = Math.round(grown.box.width * grown.ratio)
  canvas.height = Math.round(grown.box.height * grown.ratio)
  canvas.style.width = `${grown.box.width}px`
  canvas.style.height = `${grown.box.height}px`
  canvas.style.left = `${(seen.box.width - grown.box.width) / 2}px`
  canvas.style.top = `${(seen.box.height - grown.box.height) / 2}px`
  canvas.style.transform = ''
}

/** How a picture drawn from one camera is moved and stretched to be seen from another. */
export function transformFrom(from: Camera, to: Camera): string {
  const dx = (from.x - to.x) * to.scale
  const dy = (to.y - from.y) * to.scale
  return `translate(${dx}px, ${dy}px) scale(${to.scale / from.scale})`
}
