/** A sketch as lines for paper: sharp at any size. Pure. */
import type { Sketch } from '#shared/domain/sketch.ts'

export interface SketchLines {
  readonly width: number
  readonly height: number
  /** SVG path data in sketch units. */
  readonly d: string
}

export function linesOf(sketch: Sketch): SketchLines {
  const parts: string[] = []
  for (const run of sketch.runs) {
    if (run.length < 2) continue
    parts.push(`M${run[0]} ${run[1]}l`)
    // A run of one point is a single stitch: a line to itself with round caps makes the dot.
    if (run.length === 2) parts.push('0 0')
    for (let index = 2; index < run.length; index += 2) {
      parts.push(`${run[index]! - run[index - 2]!} ${run[index + 1]! - run[index - 1]!} `)
    }
  }
  return { width: Math.max(1, sketch.width), height: Math.max(1, sketch.height), d: parts.join('') }
}

/** Sketch units a thread is wide that shall be `mm` on paper, when the sketch fills a box of these millimetres. */
export function threadUnits(lines: SketchLines, box: { width: number; height: number }, mm: number): number {
  return mm / Math.min(box.width / lines.width, box.height / lines.height)
}
