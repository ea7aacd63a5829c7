import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine'
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { type Carryable, carryable } from '#renderer/features/carry/index.ts'
import type { GridShape } from './grid-shape.ts'
import { choose, useSelection } from './selection.ts'
import { cardAt, useWall } from './wall-store.ts'

/** Lets every picture of a row be picked up: alone, or with all the chosen ones when it is one of them. */
export function useRowCarry(
  row: RefObject<HTMLElement | null>,
  canvas: RefObject<HTMLCanvasElement | null>,
  count: number,
  shape: GridShape,
): void {
  const latest = useRef(shape)
  useEffect(() => {
    latest.current = shape
  })
  useLayoutEffect(() => {
    const cells = [...(row.current?.querySelectorAll<HTMLElement>('[data-index]') ?? [])].slice(0, count)
    return combine(
      ...cells.map((cell, column) =>
        carryable(cell, {
          carries: () => carriedFrom(indexOf(cell)),
          picture: () => cutOut(canvas.current, column, latest.current),
          onSlip: () => void choose(indexOf(cell), useSelection.getState().several ? 'toggle' : 'only'),
        }),
      ),
    )
  }, [row, canvas, count])
}

function indexOf(cell: HTMLElement): number {
  return Number(cell.dataset['index'])
}

/** The chosen ones when this is one of them, else this one; null while its card is not here yet. */
export function carriedFrom(index: number): ReturnType<Carryable['carries']> {
  const card = cardAt(useWall.getState().pages, index)
  if (!card) return null
  const { chosen } = useSelection.getState()
  return { ids: chosen.has(card.id) ? [...chosen] : [card.id], fromTrash: card.trashedAt !== null }
}

function cutOut(canvas: HTMLCanvasElement | null, column: number, shape: GridShape): HTMLCanvasElement | null {
  if (!canvas) return null
  const ratio = window.devicePixelRatio
  const picture = document.createElement('canvas')
  picture.width = Math.round(shape.picture.width * ratio)
  picture.height = canvas.height
  const left = Math.round((column * (shape.card + shape.gap) + shape.picture.inset) * ratio)
  picture.getContext('2d')?.drawImage(canvas, -left, 0)
  return picture
}
