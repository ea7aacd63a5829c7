import DxfParser, { type IDxf, type IEntity } from 'dxf-parser'
import { expect, test } from 'vitest'
import type { Design, Point } from '#shared/geometry/design.ts'
import { hausdorff } from '#shared/geometry/hausdorff.ts'
import { runFrom } from '#shared/geometry/run-builder.ts'
import { filesBelow, SAMPLES, samplesArePresent } from '#shared/testing/files.ts'
import { valueOf } from '#shared/testing/readings.ts'
import { join } from 'node:path'
import { isBinaryDxf } from './binary-tags.ts'
import { readSvg } from '../svg/read.ts'
import { readDxf } from './read.ts'

/** The entities dxf-parser tells enough about to draw them; files with others are not compared. */
const COMPARED = new Set(['LINE', 'LWPOLYLINE', 'POLYLINE', 'ARC', 'CIRCLE', 'POINT', 'TEXT', 'MTEXT', 'DIMENSION'])

interface Told extends IEntity {
  readonly vertices?: readonly { x: number; y: number; bulge?: number }[]
  readonly center?: Point
  readonly radius?: number
  readonly startAngle?: number
  readonly endAngle?: number
  readonly shape?: boolean
  readonly is3dPolyface?: boolean
  readonly is3dPolygonMesh?: boolean
  readonly extrusionDirectionZ?: number
}

/** Sampled straight from the definitions, without any code of ours. */
function pointsOf(entity: Told): Point[] {
  if (entity.center !== undefined && entity.radius !== undefined) {
    const from = entity.startAngle ?? 0
    let sweep = (entity.endAngle ?? 2 * Math.PI) - from
    while (sweep <= 0) sweep += 2 * Math.PI
    return steps(2000).map(t => ({
      x: entity.center!.x + entity.radius! * Math.cos(from + t * sweep),
      y: entity.center!.y + entity.radius! * Math.sin(from + t * sweep),
    }))
  }
  const vertices = entity.vertices ?? []
  const around = entity.shape === true ? [...vertices, vertices[0]!] : vertices
  return around.flatMap((vertex, i) => {
    const next = around[i + 1]
    if (next === undefined) return [{ x: vertex.x, y: vertex.y }]
    return steps(200).map(t => onBulge(vertex, next, vertex.bulge ?? 0, t))
  })
}

/** A point of a bulged segment by the inscribed angle: the chord turned and shortened as seen from its start. */
function onBulge(p: Point, q: Point, bulge: number, t: number): Point {
  const half = 2 * Math.atan(bulge)
  const share = half === 0 ? t : Math.sin(t * half) / Math.sin(half)
  const turn = -(1 - t) * half
  const dx = (q.x - p.x) * share
  const dy = (q.y - p.y) * share
  return { x: p.x + dx * Math.cos(turn) - dy * Math.sin(turn), y: p.y + dx * Math.sin(turn) + dy * Math.cos(turn) }
}

function steps(count: number): number[] {
  return Array.from({ length: count + 1 }, (_, i) => i / count)
}

function isHidden(drawing: IDxf, entity: Told): boolean {
  const layer = drawing.tables?.layer?.layers[entity.layer]
  return layer?.visible === false || layer?.frozen === true || entity.inPaperSpace === true || entity.visible === false
}

function designOf(drawing: IDxf, mmPerUnit: number): Design {
  const runs = (drawing.entities as Told[])
    .filter(entity => !isHidden(drawing, entity))
    .map(pointsOf)
    .filter(points => points.length > 1)
    .map(points => points.map(({ x, y }) => ({ x: x * mmPerUnit, y: y * mmPerUnit })))
    .map(([start, ...rest]) =>
      runFrom(
        start!,
        rest.map(to => ({ kind: 'line' as const, to })),
      ),
    )
  return { runs, metadata: { notes: [], size: 'stated' } }
}

test.skipIf(!samplesArePresent)(
  'the geometry of samples is what dxf-parser tells of their entities (skipped where ../shared/samples is absent)',
  () => {
    let compared = 0
    for (const { name, bytes } of filesBelow(join(SAMPLES, 'dxf'))) {
      const reading = readDxf(bytes, { assumedUnit: 'mm' })
      if (!reading.ok || reading.value.metadata.size !== 'assumed' || isBinaryDxf(bytes)) continue
      let drawing: IDxf | null
      try {
        drawing = new DxfParser().parseSync(new TextDecoder().decode(bytes))
      } catch {
        continue
      }
      const entities = (drawing?.entities ?? []) as Told[]
      if (drawing === null || entities.some(entity => !COMPARED.has(entity.type) || entity.extrusionDirectionZ === -1))
        continue
      if (entities.some(entity => entity.is3dPolyface === true || entity.is3dPolygonMesh === true)) continue
      const { distanceMm, errorMm } = hausdorff(reading.value, designOf(drawing, 1))
      // Half of a joint, which a line of ours bridges, and the sampling of both.
      expect([name, distanceMm - errorMm < 0.07]).toEqual([name, true])
      compared++
    }
    expect(compared).toBeGreaterThan(12)
  },
)

test.skipIf(!samplesArePresent)(
  'designs a peer program wrote as DXF are the designs of their SVG (skipped where ../shared/samples is absent)',
  () => {
    const svgs = new Map(
      filesBelow(join(SAMPLES, 'svg/bobbin-synthetic')).map(({ name, bytes }) => [name.slice(0, -4), bytes]),
    )
    let compared = 0
    for (const { name, bytes } of filesBelow(join(SAMPLES, 'dxf/peer-ezdxf'))) {
      const design = [...svgs.keys()].find(each => name.startsWith(`${each}-r`))
      if (design === undefined) continue
      const { distanceMm } = hausdorff(valueOf(readDxf(bytes)), valueOf(readSvg(svgs.get(design)!)))
      // The peer wrote some of them as chords of its own choice.
      expect([name, distanceMm < (/bulge|spline/.test(name) ? 0.001 : 0.1)]).toEqual([name, true])
      compared++
    }
    expect(compared).toBe(8)
  },
)
