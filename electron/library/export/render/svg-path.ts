/** A design as SVG path data in picture units: X right, Y down. Pure. */
import type { Design, Run } from '#shared/geometry/design.ts'
import { endOf, walkRun } from '#shared/geometry/walk.ts'

/** Places a point of the design (millimetres, Y up) on the picture. */
export interface Framing {
  readonly scale: number
  /** Picture coordinates of the design's 0,0. */
  readonly x: number
  readonly y: number
}

/** Arcs stay arcs: the drawing program or the browser makes them round at any size. */
export function runPath(run: Run, framing: Framing): string {
  const at = (x: number, y: number): string =>
    `${short(framing.x + x * framing.scale)} ${short(framing.y - y * framing.scale)}`
  const parts = [`M${at(run.coords[0]!, run.coords[1]!)}`]
  walkRun(run, {
    line: (_x0, _y0, x1, y1) => parts.push(`L${at(x1, y1)}`),
    arc: (x0, y0, x1, y1, centreX, centreY, sweep) => {
      const radius = short(Math.hypot(x0 - centreX, y0 - centreY) * framing.scale)
      // Counter-clockwise with Y up is flag 0 with Y down. A whole turn ends where it starts and needs a place between.
      const turn = sweep > 0 ? 0 : 1
      for (const [x, y, large] of arcStops(x0, y0, x1, y1, centreX, centreY, sweep))
        parts.push(`A${radius} ${radius} 0 ${large} ${turn} ${at(x, y)}`)
    },
    cubic: (_x0, _y0, c1x, c1y, c2x, c2y, x1, y1) => parts.push(`C${at(c1x, c1y)} ${at(c2x, c2y)} ${at(x1, y1)}`),
  })
  return parts.join('')
}

/** Needle-up moves, from the end of each run to the start of the next. */
export function travelPath(design: Design, framing: Framing): string {
  const at = (x: number, y: number): string =>
    `${short(framing.x + x * framing.scale)} ${short(framing.y - y * framing.scale)}`
  const parts: string[] = []
  design.runs.forEach((run, index) => {
    const before = design.runs[index - 1]
    if (!before) return
    const end = endOf(before)
    parts.push(`M${at(end.x, end.y)}L${at(run.coords[0]!, run.coords[1]!)}`)
  })
  return parts.join('')
}

function arcStops(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  centreX: number,
  centreY: number,
  sweep: number,
): [x: number, y: number, large: 0 | 1][] {
  // Near a whole turn the ends nearly meet and rounding would lose the way round: halves are safe.
  if (Math.abs(sweep) < 1.9 * Math.PI) return [[x1, y1, Math.abs(sweep) > Math.PI ? 1 : 0]]
  const radius = Math.hypot(x0 - centreX, y0 - centreY)
  const middle = Math.atan2(y0 - centreY, x0 - centreX) + sweep / 2
  return [
    [centreX + radius * Math.cos(middle), centreY + radius * Math.sin(middle), 0],
    [x1, y1, 0],
  ]
}

/** Three decimals of a picture unit. */
export function short(value: number): string {
  return String(Number(value.toFixed(3)))
}
