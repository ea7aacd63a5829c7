/** Copies of a design as they come about: what a machine's format, a cutting table or another program makes of it. */
import type { Design } from '#shared/geometry/design.ts'
import { flattenDesign } from '#shared/geometry/flatten.ts'
import { RunBuilder } from '#shared/geometry/run-builder.ts'

export function polylines(lines: readonly ArrayLike<number>[]): Design {
  const runs = lines
    .filter(line => line.length >= 4)
    .map(line => {
      const run = new RunBuilder(line[0]!, line[1]!)
      for (let at = 2; at < line.length; at += 2) run.line(line[at]!, line[at + 1]!)
      return run.build()
    })
  return { runs, metadata: { notes: [], size: 'stated' } }
}

/** As a format that knows no curves holds it: chords within `tolerance`, places in whole `step`s (millimetres). */
export function asChords(design: Design, tolerance: number, step: number): Design {
  return polylines(flattenDesign(design, tolerance).map(line => line.map(value => Math.round(value / step) * step)))
}

/** Without the last `share` of the line, taken off the last run. */
export function withoutTail(design: Design, share: number): Design {
  const lines: ArrayLike<number>[] = flattenDesign(design, 0.05)
  const last = lines.at(-1)!
  const total = lengthOfLines(lines)
  let left = lengthOf(last) - Math.min(share * total, 0.8 * lengthOf(last))
  const kept = [last[0]!, last[1]!]
  for (let at = 2; at < last.length && left > 0; at += 2) {
    const dx = last[at]! - last[at - 2]!
    const dy = last[at + 1]! - last[at - 1]!
    const long = Math.hypot(dx, dy)
    const t = long === 0 ? 1 : Math.min(1, left / long)
    kept.push(last[at - 2]! + t * dx, last[at - 1]! + t * dy)
    left -= long
  }
  return polylines([...lines.slice(0, -1), kept])
}

/** With a few stitches forth and back at the end, `mm` long. */
export function withTieOff(design: Design, mm: number, angle: number): Design {
  const lines: ArrayLike<number>[] = flattenDesign(design, 0.05)
  const last = lines.at(-1)!
  const x = last[last.length - 2]!
  const y = last[last.length - 1]!
  const stitches = [0, 1, 2].flatMap(() => [x + mm * Math.cos(angle), y + mm * Math.sin(angle), x, y])
  return polylines([...lines.slice(0, -1), [...Array.from(last), ...stitches]])
}

export const lengthOfLines = (lines: readonly ArrayLike<number>[]): number =>
  lines.reduce((sum, line) => sum + lengthOf(line), 0)

function lengthOf(line: ArrayLike<number>): number {
  let length = 0
  for (let at = 2; at < line.length; at += 2)
    length += Math.hypot(line[at]! - line[at - 2]!, line[at + 1]! - line[at - 1]!)
  return length
}
