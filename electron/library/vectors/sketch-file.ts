import { z } from 'zod'
import { BobbinError } from '#shared/contract/errors.ts'

/**
 * A drawing as JSON, for scripts. One line is a list of points `[[x, y], …]`, several are a list of lines; either may stand as `strokes` of
 * an object, where `"y": "down"` says that y grows downwards as on a screen (it grows upwards otherwise). Any unit.
 */
const coordinate = z.number().min(-1e9).max(1e9)
const point = z.union([
  z.tuple([coordinate, coordinate]),
  z.object({ x: coordinate, y: coordinate }).transform(({ x, y }): [number, number] => [x, y]),
])
const stroke = z.array(point).max(100_000)
const strokes = z.union([stroke.transform(one => [one]), z.array(stroke).max(500)])
const drawing = z.union([
  strokes.transform(all => ({ strokes: all, y: 'up' as const })),
  z.object({ strokes, y: z.enum(['up', 'down']).default('up') }),
])

/** The strokes of a drawing, x, y, x, y …, Y up. @throws BobbinError `drawing-not-understood` */
export function readSketch(text: string): Float64Array<ArrayBuffer>[] {
  const read = drawing.safeParse(parsed(text))
  if (!read.success)
    throw new BobbinError(
      'drawing-not-understood',
      'This is no drawing. It should be a list of points such as [[0, 0], [10, 5]], or a list of such lists.',
    )
  const { strokes, y } = read.data
  const up = y === 'up' ? 1 : -1
  return strokes.map(points => Float64Array.from(points.flatMap(([x, height]) => [x, height * up])))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
