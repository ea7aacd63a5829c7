import { useEffect } from 'react'
import { decodeSketch } from '#shared/domain/sketch.ts'
import { drawEnds, endsOf } from './draw-sketch.ts'
import { PICTURE_MARGIN } from './picture-work.ts'
import type { PictureWish } from './picture-shop.ts'
import { pictures, sketchBytes, usePictureEdition, useThreadColour } from './studio.ts'
import { type CanvasBox, useCanvasBox } from './use-canvas-box.ts'
import './picture.css'

/** What a pattern shows itself with: its sketch, else the designer's picture, else nothing. */
export function faceOf(of: {
  sketchKey: string | null
  pictureKey: string | null
}): Pick<PictureWish, 'key' | 'kind'> | null {
  if (of.sketchKey) return { key: of.sketchKey, kind: 'sketch' }
  if (of.pictureKey) return { key: of.pictureKey, kind: 'picture' }
  return null
}

interface PictureProps {
  readonly of: { sketchKey: string | null; pictureKey: string | null }
  /** Marks where the needle starts and ends. */
  readonly ends?: boolean
}

/** One pattern on cloth, filling its parent. A picture for the eyes: its name stands beside it in words. */
export function Picture({ of, ends = false }: PictureProps) {
  const { frame, canvas, box } = useCanvasBox()
  const colour = useThreadColour()
  const edition = usePictureEdition()
  const face = faceOf(of)
  const key = face?.key
  const kind = face?.kind

  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context || !box) return
    context.clearRect(0, 0, box.width, box.height)
    if (!key || !kind) return
    const wish: PictureWish = { key, kind, ...box, colour }
    let gone = false
    const show = (bitmap: ImageBitmap | null) => {
      if (gone || !bitmap) return
      context.clearRect(0, 0, box.width, box.height)
      context.drawImage(bitmap, 0, 0)
      if (ends && kind === 'sketch') void markEnds(context, key, box).catch(() => undefined)
    }
    const known = pictures.get(wish)
    if (known) show(known)
    const release = known === undefined ? pictures.want(wish, show) : () => undefined
    return () => {
      gone = true
      release()
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- of a new edition the same wish is another picture
  }, [key, kind, box, canvas, ends, colour, edition])

  return (
    <div className="picture" ref={frame}>
      <canvas ref={canvas} width={box?.width ?? 0} height={box?.height ?? 0} aria-hidden="true" />
    </div>
  )
}

async function markEnds(context: CanvasRenderingContext2D, key: string, box: CanvasBox) {
  const bytes = await sketchBytes(key)
  const sketch = bytes && decodeSketch(bytes)
  const ends = sketch && endsOf(sketch, { ...box, margin: PICTURE_MARGIN })
  if (!ends) return
  const css = getComputedStyle(document.documentElement)
  drawEnds(context, ends, {
    start: css.getPropertyValue('--start'),
    end: css.getPropertyValue('--end'),
    cloth: css.getPropertyValue('--cloth'),
    size: 11 * window.devicePixelRatio,
  })
}
