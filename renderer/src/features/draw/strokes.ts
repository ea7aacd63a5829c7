/** Strokes on the pad: x, y, x, y … in hundredths of its height, y down. Pure. */
import type { Line } from '#renderer/features/alike/index.ts'

export type Stroke = readonly number[]
export type Drawing = readonly Stroke[]

/** The pad. */
export const WIDTH = 125
export const HEIGHT = 100
/** Points nearer than this to the one before say nothing new. */
const NEAR = 0.4
/** Together shorter than this it is a dot, or a hand that slipped. */
const SHORTEST = 6
/** A hand that never rests: what it draws longer than this is all one colour. */
const MOST_POINTS = 6_000

/** With a point more; the same stroke when it is too near to the last one. */
export function withPoint(stroke: Stroke, x: number, y: number): Stroke {
  const [lastX, lastY] = [stroke.at(-2), stroke.at(-1)]
  if (lastX !== undefined && lastY !== undefined && Math.hypot(x - lastX, y - lastY) < NEAR) return stroke
  if (stroke.length >= 2 * MOST_POINTS) return stroke
  return [...stroke, held(x, WIDTH), held(y, HEIGHT)]
}

/** A hand may leave the pad and come back: the line follows its edge. */
function held(value: number, most: number): number {
  return Math.min(most, Math.max(0, value))
}

export function lengthOf(drawing: Drawing): number {
  let length = 0
  for (const stroke of drawing)
    for (let at = 2; at + 1 < stroke.length; at += 2)
      length += Math.hypot((stroke[at] ?? 0) - (stroke[at - 2] ?? 0), (stroke[at + 1] ?? 0) - (stroke[at - 1] ?? 0))
  return length
}

/** Whether there is enough of it to look for. */
export function isEnough(drawing: Drawing): boolean {
  return lengthOf(drawing) >= SHORTEST
}

/** As the core wants it: y up, and no dots. */
export function linesOf(drawing: Drawing): Line[] {
  return drawing
    .filter(stroke => stroke.length >= 4)
    .map(stroke => Float64Array.from(stroke, (value, at) => (at % 2 === 0 ? value : HEIGHT - value)))
}

/** For an SVG whose box is the pad. A dot is a line of no length, which round ends make visible. */
export function pathOf(stroke: Stroke): string {
  let path = ''
  for (let at = 0; at + 1 < stroke.length; at += 2)
    path += `${at === 0 ? 'M' : 'L'}${(stroke[at] ?? 0).toFixed(1)} ${(stroke[at + 1] ?? 0).toFixed(1)}`
  return stroke.length === 2 ? `${path}l0 0` : path
}
