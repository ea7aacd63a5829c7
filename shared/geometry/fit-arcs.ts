import { type Cubic, cubicPointAt, endTangent, inflectionsOf, splitCubic, startTangent, subCubic } from './cubic.ts'
import { CUBIC, type Point, type Run } from './design.ts'
import { segmentDistanceSquared } from './flatten.ts'
import { RunBuilder } from './run-builder.ts'
import { walkRun } from './walk.ts'

/**
 * A run of lines and arcs only, nowhere further than `toleranceMm` from the given one. Lines and arcs stay as they are; a cubic is
 * cut at its inflections and each part replaced by a biarc, two arcs that meet with a common tangent, or cut in half and tried
 * again. The machine then runs through the joins without stopping, which chords would not allow.
 *
 * The joint of a biarc is the usual one with tangents of equal length (K. M. Bolton, "Biarc curves", Computer-Aided Design 7, 1975).
 */
export function fitArcs(run: Run, toleranceMm: number): Run {
  if (!run.ops.includes(CUBIC)) return run
  const builder = new RunBuilder(run.coords[0]!, run.coords[1]!)
  walkRun(run, {
    line: (_x0, _y0, x1, y1) => builder.line(x1, y1),
    arc: (_x0, _y0, x1, y1, centreX, centreY, sweep) => builder.arc(x1, y1, centreX, centreY, sweep),
    cubic: (x0, y0, c1x, c1y, c2x, c2y, x1, y1) =>
      fitCubic(
        builder,
        { p0: { x: x0, y: y0 }, p1: { x: c1x, y: c1y }, p2: { x: c2x, y: c2y }, p3: { x: x1, y: y1 } },
        toleranceMm,
      ),
  })
  return { ...run, ...builder.build() }
}

/** Share of the tolerance up to which a stretch counts as straight: a chord saves motions, yet its corners must stay unseen. */
const STRAIGHT_SHARE = 0.25
/** Share of the tolerance the measured distance may reach; the rest covers what lies between the places measured. */
const MEASURED_SHARE = 0.95
/** Places measured on each arc. The distance to a fitted arc rises and falls once or twice, so twelve cannot miss its peak. */
const PLACES = 12
/** A stretch is halved at most this often; then its chord is shorter than a thousandth of the curve and a line serves. */
const MAX_HALVINGS = 14

function fitCubic(builder: RunBuilder, cubic: Cubic, tolerance: number): void {
  const cuts = [0, ...inflectionsOf(cubic), 1]
  for (let i = 1; i < cuts.length; i++) fitPart(builder, subCubic(cubic, cuts[i - 1]!, cuts[i]!), tolerance, 0)
}

function fitPart(builder: RunBuilder, cubic: Cubic, tolerance: number, halvings: number): void {
  const { p0, p3 } = cubic
  if (halvings === MAX_HALVINGS || isStraight(cubic, tolerance * STRAIGHT_SHARE)) {
    if (p0.x !== p3.x || p0.y !== p3.y) builder.line(p3.x, p3.y)
    return
  }
  const biarc = biarcOf(cubic)
  if (biarc !== null && isNear(cubic, biarc, tolerance * MEASURED_SHARE)) {
    appendArc(builder, biarc.first, biarc.joint)
    appendArc(builder, biarc.second, p3)
    return
  }
  const [left, right] = splitCubic(cubic, 0.5)
  fitPart(builder, left, tolerance, halvings + 1)
  fitPart(builder, right, tolerance, halvings + 1)
}

/** Both handles near the chord: the curve lies in the hull of the four points. */
function isStraight({ p0, p1, p2, p3 }: Cubic, tolerance: number): boolean {
  const limit = tolerance * tolerance
  return (
    segmentDistanceSquared(p1.x, p1.y, p0.x, p0.y, p3.x, p3.y) <= limit &&
    segmentDistanceSquared(p2.x, p2.y, p0.x, p0.y, p3.x, p3.y) <= limit
  )
}

interface FittedArc {
  readonly centre: Point
  readonly radius: number
  readonly sweep: number
}

interface Biarc {
  readonly first: FittedArc
  readonly second: FittedArc
  readonly joint: Point
}

function biarcOf(cubic: Cubic): Biarc | null {
  const { p0, p3 } = cubic
  const t0 = startTangent(cubic)
  const t1 = endTangent(cubic)
  if (t0 === null || t1 === null) return null
  const length = tangentLength(p0, t0, p3, t1)
  if (length === null) return null
  const joint = {
    x: (p0.x + p3.x + length * (t0.x - t1.x)) / 2,
    y: (p0.y + p3.y + length * (t0.y - t1.y)) / 2,
  }
  const first = arcAlong(p0, joint, t0)
  const second = arcAlong(p3, joint, { x: -t1.x, y: -t1.y })
  if (first === null || second === null) return null
  // The second arc was made backwards from the end; run forwards it turns the other way.
  return { first, second: { ...second, sweep: -second.sweep }, joint }
}

/** Length d of both end tangents so that the joint halfway between their tips lies on a smooth pair of arcs. */
function tangentLength(p0: Point, t0: Point, p1: Point, t1: Point): number | null {
  const vx = p1.x - p0.x
  const vy = p1.y - p0.y
  const along = vx * (t0.x + t1.x) + vy * (t0.y + t1.y)
  const bend = 2 * (1 - (t0.x * t1.x + t0.y * t1.y))
  const squared = vx * vx + vy * vy
  // Parallel tangents: the quadratic bend d^2 + 2 along d - squared = 0 loses its first term.
  const length = squared / (along + Math.sqrt(along * along + bend * squared))
  return Number.isFinite(length) && length > 0 ? length : null
}

/** The arc from a point along a unit tangent to another point; null when it is as good as straight or turns right back. */
function arcAlong(from: Point, to: Point, tangent: Point): FittedArc | null {
  const dx = to.x - from.x
  const dy = to.y - from.y
  const chord = Math.hypot(dx, dy)
  const half = Math.atan2(tangent.x * dy - tangent.y * dx, tangent.x * dx + tangent.y * dy)
  if (chord === 0 || Math.abs(half) > 3) return null
  const signed = chord / (2 * Math.sin(half))
  if (!Number.isFinite(signed)) return { centre: from, radius: Number.POSITIVE_INFINITY, sweep: 0 }
  return {
    centre: { x: from.x - signed * tangent.y, y: from.y + signed * tangent.x },
    radius: Math.abs(signed),
    sweep: 2 * half,
  }
}

/** Below this sweep an arc of any size met here strays less from its chord than numbers are written to. */
const STRAIGHT_SWEEP = 1e-6

function appendArc(builder: RunBuilder, arc: FittedArc, to: Point): void {
  if (Math.abs(arc.sweep) < STRAIGHT_SWEEP) builder.line(to.x, to.y)
  else builder.arc(to.x, to.y, arc.centre.x, arc.centre.y, arc.sweep)
}

/**
 * Whether the curve keeps to both arcs. The parameter where it passes the joint is found first; before it the curve is measured
 * against the first arc, after it against the second.
 */
function isNear(cubic: Cubic, biarc: Biarc, tolerance: number): boolean {
  const { first, second, joint } = biarc
  if (Math.abs(first.sweep) > Math.PI || Math.abs(second.sweep) > Math.PI) return false
  const crossing = parameterAtJoint(cubic, biarc)
  const passes = cubicPointAt(cubic, crossing)
  if (Math.hypot(passes.x - joint.x, passes.y - joint.y) > tolerance) return false
  return (
    keepsTo(cubic, 0, crossing, first, cubic.p0, joint, tolerance) &&
    keepsTo(cubic, crossing, 1, second, joint, cubic.p3, tolerance)
  )
}

/** Halving on the side of the line through the joint and both centres. */
function parameterAtJoint(cubic: Cubic, { first, second, joint }: Biarc): number {
  const arc = first.radius < second.radius ? first : second
  // The common tangent, pointing onwards, is the normal of that line.
  const turn = arc.sweep < 0 ? -1 : 1
  const nx = turn * (arc.centre.y - joint.y)
  const ny = turn * (joint.x - arc.centre.x)
  let low = 0
  let high = 1
  for (let i = 0; i < 40; i++) {
    const t = (low + high) / 2
    const at = cubicPointAt(cubic, t)
    if (nx * (at.x - joint.x) + ny * (at.y - joint.y) < 0) low = t
    else high = t
  }
  return (low + high) / 2
}

function keepsTo(
  cubic: Cubic,
  from: number,
  to: number,
  arc: FittedArc,
  start: Point,
  end: Point,
  tolerance: number,
): boolean {
  const straight = Math.abs(arc.sweep) < STRAIGHT_SWEEP
  const startAngle = Math.atan2(start.y - arc.centre.y, start.x - arc.centre.x)
  for (let i = 1; i < PLACES; i++) {
    const at = cubicPointAt(cubic, from + ((to - from) * i) / PLACES)
    if (straight) {
      if (segmentDistanceSquared(at.x, at.y, start.x, start.y, end.x, end.y) > tolerance * tolerance) return false
      continue
    }
    const dx = at.x - arc.centre.x
    const dy = at.y - arc.centre.y
    if (Math.abs(Math.hypot(dx, dy) - arc.radius) > tolerance) return false
    if (!inSweep(Math.atan2(dy, dx) - startAngle, arc.sweep, tolerance / arc.radius)) return false
  }
  return true
}

/** Whether a turn from the start of an arc stays inside its sweep, give or take `slack` radians. */
function inSweep(turned: number, sweep: number, slack: number): boolean {
  const forward = sweep < 0 ? -turned : turned
  const wrapped = Math.atan2(Math.sin(forward), Math.cos(forward))
  const reach = Math.abs(sweep)
  if (wrapped >= -slack && wrapped <= reach + slack) return true
  return wrapped + 2 * Math.PI <= reach + slack
}
