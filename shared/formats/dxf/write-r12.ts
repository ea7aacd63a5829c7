import type { Run } from '#shared/geometry/design.ts'
import type { Bounds } from '#shared/geometry/bounds.ts'
import { toInches } from '#shared/geometry/units.ts'
import type { GroupWriter } from './group-writer.ts'
import { chordVertices, type VertexSink } from './vertices.ts'

/** The layer every run is written on. */
export const LAYER = 'STITCH'

/** Header and tables of an R12 drawing. It has no place for a unit: inches by custom of the trade. */
export function writeR12Frame(out: GroupWriter, bounds: Bounds): void {
  out.section('HEADER', () => {
    out.groups([9, '$ACADVER'], [1, 'AC1009'])
    writeExtents(out, bounds)
  })
  out.section('TABLES', () => {
    out.groups([0, 'TABLE'], [2, 'LTYPE'], [70, 1])
    out.groups([0, 'LTYPE'], [2, 'CONTINUOUS'], [70, 64], [3, 'Solid line'], [72, 65], [73, 0])
    out.real(40, 0)
    out.group(0, 'ENDTAB')
    out.groups([0, 'TABLE'], [2, 'LAYER'], [70, 2])
    for (const name of ['0', LAYER]) out.groups([0, 'LAYER'], [2, name], [70, 64], [62, 7], [6, 'CONTINUOUS'])
    out.group(0, 'ENDTAB')
  })
}

export function writeExtents(out: GroupWriter, bounds: Bounds): void {
  out.group(9, '$EXTMIN')
  out.point(10, toInches(bounds.minX), toInches(bounds.minY))
  out.real(30, 0)
  out.group(9, '$EXTMAX')
  out.point(10, toInches(bounds.maxX), toInches(bounds.maxY))
  out.real(30, 0)
}

/**
 * One POLYLINE. A run that ends where it began is not marked closed: it gets its last vertex instead, because a reader that does
 * not know the mark would leave the last stretch out.
 */
export function writePolyline(out: GroupWriter, eachVertex: (sink: VertexSink) => void): void {
  out.groups([0, 'POLYLINE'], [8, LAYER], [66, 1])
  out.point(10, 0, 0)
  out.real(30, 0)
  out.group(70, 0)
  eachVertex((x, y, bulge) => {
    out.groups([0, 'VERTEX'], [8, LAYER])
    out.point(10, x, y)
    out.real(30, 0)
    if (bulge !== 0) out.bulge(bulge)
  })
  out.groups([0, 'SEQEND'], [8, LAYER])
}

/** One LINE per chord, in stitching order: what even the simplest importers take. */
export function writeLines(out: GroupWriter, run: Run, toleranceMm: number): void {
  let fromX = 0
  let fromY = 0
  let first = true
  chordVertices(run, toleranceMm, (x, y) => {
    if (!first) {
      out.groups([0, 'LINE'], [8, LAYER])
      out.point(10, fromX, fromY)
      out.point(11, x, y)
    }
    first = false
    fromX = x
    fromY = y
  })
}
