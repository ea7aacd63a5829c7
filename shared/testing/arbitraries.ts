import * as fc from 'fast-check'
import type { Design, Point, Run, Segment } from '#shared/geometry/design.ts'
import { runFrom } from '#shared/geometry/run-builder.ts'

/** Coordinates of a quilt: up to a metre either way, hundredths of a millimetre as files hold them. */
export function aCoordinate(): fc.Arbitrary<number> {
  return fc.integer({ min: -100_000, max: 100_000 }).map(n => n / 100)
}

export function aPoint(): fc.Arbitrary<Point> {
  return fc.record({ x: aCoordinate(), y: aCoordinate() })
}

/** A point within `reach` millimetres of another in each direction: neighbouring stitches are near. */
export function aPointNear(centre: Point, reach = 60): fc.Arbitrary<Point> {
  const offset = fc.integer({ min: -reach * 100, max: reach * 100 }).map(n => n / 100)
  return fc.record({ x: offset, y: offset }).map(d => ({ x: centre.x + d.x, y: centre.y + d.y }))
}

/** Sweeps in radians, either way, up to a full turn. */
export function aSweep(): fc.Arbitrary<number> {
  const size = fc.oneof(
    fc.integer({ min: 10, max: 3600 }).map(tenths => (tenths / 10) * (Math.PI / 180)),
    fc.constantFrom(Math.PI / 2, Math.PI, 2 * Math.PI),
  )
  return fc.tuple(size, fc.boolean()).map(([sweep, left]) => (left ? sweep : -sweep))
}

/** How a segment is told relative to the point it starts from, so that a list of them can be chained. */
type Step = (from: Point) => Segment

function aLineStep(): fc.Arbitrary<Step> {
  return aPointNear({ x: 0, y: 0 }).map(d => from => ({ kind: 'line', to: plus(from, d) }))
}

/** @param drift how far, in millimetres, the stated end may lie off the circle, as files round it */
function anArcStep(drift: number): fc.Arbitrary<Step> {
  const off = fc.double({ min: -drift, max: drift, noNaN: true })
  return fc
    .tuple(
      fc.integer({ min: 50, max: 15_000 }),
      fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
      aSweep(),
      off,
      off,
    )
    .map(([hundredths, angle, sweep, dx, dy]) => (from: Point): Segment => {
      const radius = hundredths / 100
      const centre = { x: from.x - radius * Math.cos(angle), y: from.y - radius * Math.sin(angle) }
      const to = {
        x: centre.x + radius * Math.cos(angle + sweep) + dx,
        y: centre.y + radius * Math.sin(angle + sweep) + dy,
      }
      return { kind: 'arc', to, centre, sweep }
    })
}

function aCubicStep(): fc.Arbitrary<Step> {
  const offset = aPointNear({ x: 0, y: 0 })
  const any = fc.tuple(offset, offset, offset)
  // Handles on the ends, and curves that come back to their start, are what drawing programs write every day.
  const degenerate = fc
    .tuple(offset, offset, fc.integer({ min: 0, max: 3 }))
    .map(([a, b, kind]): [Point, Point, Point] => {
      const none = { x: 0, y: 0 }
      if (kind === 0) return [none, a, b]
      if (kind === 1) return [a, b, b]
      if (kind === 2) return [a, b, none]
      return [a, a, a]
    })
  return fc.oneof({ weight: 4, arbitrary: any }, { weight: 1, arbitrary: degenerate }).map(([a, b, c]) => from => ({
    kind: 'cubic',
    c1: plus(from, a),
    c2: plus(from, b),
    to: plus(from, c),
  }))
}

export interface RunShape {
  /** Kinds of segments; all three unless said. */
  readonly kinds?: readonly Segment['kind'][]
  readonly maxSegments?: number
  /** Rounding of arc ends in millimetres; 0 for true circles. Default 0.02. */
  readonly drift?: number
  readonly pauses?: boolean
}

/** A run of one to `maxSegments` segments of the given kinds. */
export function aRun(shape: RunShape = {}): fc.Arbitrary<Run> {
  const { kinds = ['line', 'arc', 'cubic'], maxSegments = 8, drift = 0.02, pauses = false } = shape
  const steps = kinds.map(kind => (kind === 'line' ? aLineStep() : kind === 'arc' ? anArcStep(drift) : aCubicStep()))
  const pause = pauses
    ? fc.option(fc.constantFrom('', 'Please change thread color', 'Faden wechseln: grün'))
    : fc.constant(null)
  return fc
    .tuple(aPoint(), fc.array(fc.oneof(...steps), { minLength: 1, maxLength: maxSegments }), pause)
    .map(([start, chain, pauseBefore]) => {
      const segments: Segment[] = []
      let at = start
      for (const step of chain) {
        const segment = step(at)
        segments.push(segment)
        at = segment.to
      }
      return runFrom(start, segments, pauseBefore === null ? {} : { pauseBefore })
    })
}

/** A design of one to `maxRuns` runs. */
export function aDesign(shape: RunShape & { readonly maxRuns?: number } = {}): fc.Arbitrary<Design> {
  return fc
    .array(aRun(shape), { minLength: 1, maxLength: shape.maxRuns ?? 4 })
    .map(runs => ({ runs, metadata: { notes: [], size: 'stated' as const } }))
}

/** A design around runs, for tests that make them by hand. */
export function designOf(...runs: Run[]): Design {
  return { runs, metadata: { notes: [], size: 'stated' } }
}

function plus(a: Point, b: Point): Point {
  return { x: a.x + b.x, y: a.y + b.y }
}
