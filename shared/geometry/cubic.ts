import type { Point } from './design.ts'
import { quadraticRoots } from './quadratic.ts'

/** A cubic Bezier as its four points. */
export interface Cubic {
  readonly p0: Point
  readonly p1: Point
  readonly p2: Point
  readonly p3: Point
}

/** One coordinate of a cubic Bezier. */
export function cubicAt(p0: number, p1: number, p2: number, p3: number, t: number): number {
  const s = 1 - t
  return s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3
}

export function cubicPointAt({ p0, p1, p2, p3 }: Cubic, t: number): Point {
  return { x: cubicAt(p0.x, p1.x, p2.x, p3.x, t), y: cubicAt(p0.y, p1.y, p2.y, p3.y, t) }
}

/** The part of a cubic between two parameters, by de Casteljau's construction. */
export function subCubic(cubic: Cubic, from: number, to: number): Cubic {
  const tail = from === 0 ? cubic : splitCubic(cubic, from)[1]
  return to === 1 ? tail : splitCubic(tail, (to - from) / (1 - from))[0]
}

export function splitCubic({ p0, p1, p2, p3 }: Cubic, t: number): [Cubic, Cubic] {
  const a = between(p0, p1, t)
  const b = between(p1, p2, t)
  const c = between(p2, p3, t)
  const d = between(a, b, t)
  const e = between(b, c, t)
  const middle = between(d, e, t)
  return [
    { p0, p1: a, p2: d, p3: middle },
    { p0: middle, p1: e, p2: c, p3 },
  ]
}

/** Parameters inside 0..1, in order, where the bend changes its side (where the cross product of B' and B'' is zero). */
export function inflectionsOf({ p0, p1, p2, p3 }: Cubic): number[] {
  const ax = p1.x - p0.x
  const ay = p1.y - p0.y
  const bx = p2.x - p1.x - ax
  const by = p2.y - p1.y - ay
  const cx = p3.x - p2.x - ax - 2 * bx
  const cy = p3.y - p2.y - ay - 2 * by
  const roots = quadraticRoots(bx * cy - by * cx, ax * cy - ay * cx, ax * by - ay * bx)
  return roots.filter(t => t > 0 && t < 1).sort((s, t) => s - t)
}

/** Unit direction at the start; looks further along when handles coincide with the end. Null for a curve that is one point. */
export function startTangent({ p0, p1, p2, p3 }: Cubic): Point | null {
  return direction(p0, p1) ?? direction(p0, p2) ?? direction(p0, p3)
}

/** Unit direction at the end, pointing onwards. */
export function endTangent({ p0, p1, p2, p3 }: Cubic): Point | null {
  return direction(p2, p3) ?? direction(p1, p3) ?? direction(p0, p3)
}

function direction(from: Point, to: Point): Point | null {
  const dx = to.x - from.x
  const dy = to.y - from.y
  const length = Math.hypot(dx, dy)
  return length === 0 ? null : { x: dx / length, y: dy / length }
}

function between(a: Point, b: Point, t: number): Point {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t }
}
