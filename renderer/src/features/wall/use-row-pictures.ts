import { type RefObject, useLayoutEffect, useState } from 'react'
import type { PatternCard } from '#shared/contract/library/patterns.ts'
import { faceOf } from '#renderer/pictures/picture.tsx'
import type { PictureWish } from '#renderer/pictures/picture-shop.ts'
import { pictures, usePictureEdition } from '#renderer/pictures/studio.ts'
import type { GridShape } from './grid-shape.ts'

const NONE: ReadonlySet<string> = new Set()

/**
 * Draws a row's pictures onto its one canvas: what is kept at once, the rest as it comes. Returns the keys for which there is
 * nothing to draw, so that the row can say so in words.
 */
export function useRowPictures(
  canvas: RefObject<HTMLCanvasElement | null>,
  cards: readonly (PatternCard | null)[],
  shape: GridShape,
  colour: string,
): ReadonlySet<string> {
  const [bare, setBare] = useState(NONE)
  const edition = usePictureEdition()

  useLayoutEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    if (!element || !context) return
    const ratio = window.devicePixelRatio
    const width = Math.round(shape.picture.width * ratio)
    const height = Math.round(shape.picture.height * ratio)
    const full = Math.round((shape.columns * (shape.card + shape.gap) - shape.gap) * ratio)
    if (element.width !== full || element.height !== height) {
      element.width = full
      element.height = height
    } else {
      context.clearRect(0, 0, full, height)
    }
    const releases: (() => void)[] = []
    cards.forEach((card, column) => {
      const face = card && faceOf(card)
      if (!face) return
      const wish: PictureWish = { ...face, width, height, colour }
      const left = Math.round((column * (shape.card + shape.gap) + shape.picture.inset) * ratio)
      const show = (bitmap: ImageBitmap | null) => {
        if (bitmap) context.drawImage(bitmap, left, 0)
        else setBare(before => (before.has(face.key) ? before : new Set(before).add(face.key)))
      }
      const known = pictures.get(wish)
      if (known === undefined) releases.push(pictures.want(wish, show))
      else show(known)
    })
    return () => {
      for (const release of releases) release()
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- of a new edition the same wishes are other pictures
  }, [canvas, cards, shape, colour, edition])

  return bare
}
