import { bulgeOf, partsFor, splitArc } from '#shared/geometry/arc.ts'
import type { Run } from '#shared/geometry/design.ts'
import { fitArcs } from '#shared/geometry/fit-arcs.ts'
import { flattenRun } from '#shared/geometry/flatten.ts'
import { toInches } from '#shared/geometry/units.ts'
import { walkRun } from '#shared/geometry/walk.ts'

/** Called per vertex in inches; the bulge is of the segment that starts there. */
export type VertexSink = (x: number, y: number, bulge: number) => void

/** A run as straight chords. */
export function chordVertices(run: Run, toleranceMm: number, sink: VertexSink): void {
  const points = flattenRun(run, toleranceMm)
  for (let i = 0; i < points.length; i += 2) sink(toInches(points[i]!), toInches(points[i + 1]!), 0)
}

/** A run as lines and arcs; free curves are followed by arcs, and no arc turns more than half way round. */
export function bulgeVertices(run: Run, toleranceMm: number, sink: VertexSink): void {
  const fitted = fitArcs(run, toleranceMm)
  let endX = toInches(fitted.coords[0]!)
  let endY = toInches(fitted.coords[1]!)
  const segment = (x: number, y: number, bulge: number): void => {
    sink(endX, endY, bulge)
    endX = toInches(x)
    endY = toInches(y)
  }
  walkRun(fitted, {
    line: (_x0, _y0, x1, y1) => segment(x1, y1, 0),
    arc: (x0, y0, x1, y1, centreX, centreY, sweep) => {
      const arc = { start: { x: x0, y: y0 }, to: { x: x1, y: y1 }, centre: { x: centreX, y: centreY }, sweep }
      for (const part of splitArc(arc, partsFor(sweep, Math.PI))) segment(part.to.x, part.to.y, bulgeOf(part.sweep))
    },
    cubic: () => {
      throw new Error('free curves are followed by arcs before this')
    },
  })
  sink(endX, endY, 0)
}
