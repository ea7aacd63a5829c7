import type { Design } from '#shared/geometry/design.ts'
import { flattenDesign } from '#shared/geometry/flatten.ts'
import { RunBuilder } from '#shared/geometry/run-builder.ts'

/** A drawing for learning: polylines, x, y pairs in any unit, Y up. */
export type Strokes = readonly Float64Array[]

/** A number of 0 to 1. */
export type Roll = () => number

/** One way of drawing, with every measure thrown by the dice. */
export interface ShapeFamily {
  readonly id: string
  draw(roll: Roll): Strokes
}

export const between = (roll: Roll, low: number, high: number): number => low + (high - low) * roll()
export const whole = (roll: Roll, low: number, high: number): number => Math.floor(between(roll, low, high + 1))
export const oneOf = <T>(roll: Roll, choices: readonly T[]): T => choices[Math.floor(roll() * choices.length)]!

export function designOf(strokes: Strokes): Design {
  const runs = strokes.map(line => {
    const run = new RunBuilder(line[0]!, line[1]!)
    for (let at = 2; at < line.length; at += 2) run.line(line[at]!, line[at + 1]!)
    return run.build()
  })
  return { runs, metadata: { notes: [], size: 'unknown' } }
}

/** A design as polylines, fine enough that nobody sees the chords. */
export function strokesOf(design: Design): Strokes {
  return flattenDesign(design, 0.05)
}

/** A curve from a function of 0 to 1. */
export function curve(points: number, at: (t: number) => readonly [number, number]): Float64Array {
  const line = new Float64Array(2 * (points + 1))
  for (let k = 0; k <= points; k++) {
    const [x, y] = at(k / points)
    line[2 * k] = x
    line[2 * k + 1] = y
  }
  return line
}

/** Straight from point to point. */
export function polyline(points: readonly (readonly [number, number])[]): Float64Array {
  return Float64Array.from(points.flat())
}

export function chained(parts: readonly Float64Array[]): Float64Array {
  const line = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    line.set(part, at)
    at += part.length
  }
  return line
}

/** Moves every point by a function. */
export function mapped(strokes: Strokes, move: (x: number, y: number) => readonly [number, number]): Strokes {
  return strokes.map(line => {
    const out = new Float64Array(line.length)
    for (let at = 0; at < line.length; at += 2) {
      const [x, y] = move(line[at]!, line[at + 1]!)
      out[at] = x
      out[at + 1] = y
    }
    return out
  })
}

export interface Box {
  readonly minX: number
  readonly minY: number
  readonly width: number
  readonly height: number
}

export function boxOf(strokes: Strokes): Box {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const line of strokes) {
    for (let at = 0; at < line.length; at += 2) {
      minX = Math.min(minX, line[at]!)
      maxX = Math.max(maxX, line[at]!)
      minY = Math.min(minY, line[at + 1]!)
      maxY = Math.max(maxY, line[at + 1]!)
    }
  }
  return { minX, minY, width: maxX - minX, height: maxY - minY }
}
