import { Helper } from 'dxf'
import DxfParser, { type IEntity } from 'dxf-parser'
import { boxOfPoints, type Seen } from './box.ts'

/** What the package `dxf` draws of a drawing, in drawing units: everything as polylines of its own choice. */
export function boxByDxf(text: string): Seen {
  return seen(() => new Helper(text).toPolylines().polylines.flatMap(({ vertices }) => vertices))
}

/** The entities dxf-parser tells enough about to draw them; a file with others is not read as far as a drawing goes. */
const DRAWN = new Set(['LINE', 'LWPOLYLINE', 'POLYLINE', 'ARC', 'CIRCLE', 'POINT', 'TEXT', 'MTEXT', 'DIMENSION'])

interface Told extends IEntity {
  readonly vertices?: readonly Vertex[]
  readonly center?: Vertex
  readonly radius?: number
  readonly startAngle?: number
  readonly endAngle?: number
  readonly shape?: boolean
}

interface Vertex {
  readonly x: number
  readonly y: number
  readonly bulge?: number
}

/** What dxf-parser tells of a drawing: it parses and does not draw, so bulges and arcs are sampled here by their definition. */
export function boxByDxfParser(text: string): Seen {
  return seen(() => {
    const drawing = new DxfParser().parseSync(text)
    const entities = (drawing?.entities ?? []) as Told[]
    if (entities.some(({ type }) => !DRAWN.has(type))) throw new Error('it tells only part of this drawing')
    return entities.filter(({ type }) => !NOT_SEWN.has(type)).flatMap(placesOf)
  })
}

const NOT_SEWN = new Set(['POINT', 'TEXT', 'MTEXT', 'DIMENSION'])

function seen(draw: () => readonly (readonly [number, number])[]): Seen {
  try {
    const box = boxOfPoints(draw())
    if (box === null) return 'nothing'
    return box.every(Number.isFinite) ? { box } : 'not read'
  } catch {
    return 'not read'
  }
}

function placesOf({ center, radius, startAngle = 0, endAngle = 2 * Math.PI, vertices = [], shape }: Told) {
  if (center !== undefined && radius !== undefined) {
    const sweep = endAngle > startAngle ? endAngle - startAngle : endAngle - startAngle + 2 * Math.PI
    return steps(720).map((t): [number, number] => [
      center.x + radius * Math.cos(startAngle + t * sweep),
      center.y + radius * Math.sin(startAngle + t * sweep),
    ])
  }
  const around = shape === true ? [...vertices, vertices[0]!] : vertices
  return around.flatMap((vertex, i) => {
    const next = around[i + 1]
    if (next === undefined || !vertex.bulge) return [[vertex.x, vertex.y] as [number, number]]
    return steps(180).map(t => onBulge(vertex, next, vertex.bulge ?? 0, t))
  })
}

/** A point of a bulged segment by the inscribed angle: the chord turned and shortened as seen from its start. */
function onBulge(p: Vertex, q: Vertex, bulge: number, t: number): [number, number] {
  const half = 2 * Math.atan(bulge)
  const share = Math.sin(t * half) / Math.sin(half)
  const turn = -(1 - t) * half
  const dx = (q.x - p.x) * share
  const dy = (q.y - p.y) * share
  return [p.x + dx * Math.cos(turn) - dy * Math.sin(turn), p.y + dx * Math.sin(turn) + dy * Math.cos(turn)]
}

function steps(count: number): number[] {
  return Array.from({ length: count + 1 }, (_, i) => i / count)
}
