/** The pad: what is drawn on it, step by step, and what follows on the wall. */
import { create } from 'zustand'
import { leaveAlike, likeDrawing, useAlike } from '#renderer/features/alike/index.ts'
import { goTo, usePlaces } from '#renderer/features/places/index.ts'
import { clearChosen } from '#renderer/features/wall/index.ts'
import { type Shape, shapeOnPad } from './ready-made.ts'
import { type Drawing, isEnough, linesOf, type Stroke, withPoint } from './strokes.ts'

interface Pad {
  readonly isOpen: boolean
  readonly drawing: Drawing
  /** The stroke under her hand. */
  readonly live: Stroke | null
  /** Drawings before this one, to go back to. */
  readonly earlier: readonly Drawing[]
}

export const usePad = create<Pad>(() => ({ isOpen: false, drawing: [], live: null, earlier: [] }))

/** Places that are pages and have no wall to fill. */
const NO_WALL: readonly string[] = ['collections', 'tags', 'designers', 'new', 'trash']

export function openPad(): void {
  clearChosen()
  if (NO_WALL.includes(usePlaces.getState().place.kind)) goTo({ kind: 'patterns' })
  usePad.setState({ isOpen: true })
  // What is chosen and typed elsewhere goes now, so that nothing moves under the hand once it draws.
  follow()
}

/** The drawing stays beside what was found; without one, everything is as it was. */
export function closePad(): void {
  const { drawing } = usePad.getState()
  usePad.setState({ isOpen: false, live: null })
  if (!isEnough(drawing) && useAlike.getState().model?.kind === 'drawing') leaveAlike()
}

export function startStroke(x: number, y: number): void {
  usePad.setState({ live: withPoint([], x, y) })
}

/** Where the hand has been since, x, y, x, y …; the wall follows with the next frame. */
export function goOn(points: readonly number[]): void {
  const { live } = usePad.getState()
  if (!live) return
  let longer = live
  for (let at = 0; at + 1 < points.length; at += 2) longer = withPoint(longer, points[at] ?? 0, points[at + 1] ?? 0)
  if (longer === live) return
  usePad.setState({ live: longer })
  followSoon()
}

export function endStroke(): void {
  const { live, drawing } = usePad.getState()
  if (live) show([...drawing, live])
}

/** The hand was taken away by something else: what it had drawn is kept no more. */
export function dropStroke(): void {
  usePad.setState({ live: null })
  followSoon()
}

export function takeShape(shape: Shape): void {
  show(shapeOnPad(shape))
}

export function undoStroke(): void {
  const { earlier } = usePad.getState()
  const last = earlier.at(-1)
  if (!last) return
  usePad.setState({ drawing: last, live: null, earlier: earlier.slice(0, -1) })
  followSoon()
}

export function clearPad(): void {
  show([])
}

function show(drawing: Drawing): void {
  const { drawing: before, earlier } = usePad.getState()
  usePad.setState({ drawing, live: null, earlier: [...earlier, before] })
  followSoon()
}

let frame: number | null = null

/** A quick hand moves many times between two frames; one answer a frame is all that can be seen. */
function followSoon(): void {
  frame ??= requestAnimationFrame(() => {
    frame = null
    follow()
  })
}

/** Fills the wall with what looks like the drawing; of an empty pad with everything. */
function follow(): void {
  const { isOpen, drawing, live } = usePad.getState()
  const now = live ? [...drawing, live] : drawing
  if (isOpen) likeDrawing(isEnough(now) ? linesOf(now) : [])
}
