import { appendArcAsCubics } from './arc.ts'
import { ARC, CUBIC, LINE, STRIDE, type Design, type Point, type Run } from './design.ts'
import { RunBuilder } from './run-builder.ts'
import { walkRun } from './walk.ts'

/** x' = a x + c y + e, y' = b x + d y + f: the six numbers in the order of SVG's `matrix()`. */
export interface Affine {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
  readonly e: number
  readonly f: number
}

export const IDENTITY: Affine = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 }

export function translation(dx: number, dy: number): Affine {
  return { ...IDENTITY, e: dx, f: dy }
}

export function scaling(sx: number, sy = sx): Affine {
  return { ...IDENTITY, a: sx, d: sy }
}

/** @param angle radians, counter-clockwise positive in Y-up space */
export function rotation(angle: number, about: Point = { x: 0, y: 0 }): Affine {
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  return {
    a: cos,
    b: sin,
    c: -sin,
    d: cos,
    e: about.x - cos * about.x + sin * about.y,
    f: about.y - sin * about.x - cos * about.y,
  }
}

/** `x` turns left into right, `y` turns top into bottom, each about the origin. */
export function mirroring(axis: 'x' | 'y'): Affine {
  return axis === 'x' ? scaling(-1, 1) : scaling(1, -1)
}

/** First `inner`, then `outer`. */
export function compose(outer: Affine, inner: Affine): Affine {
  return {
    a: outer.a * inner.a + outer.c * inner.b,
    b: outer.b * inner.a + outer.d * inner.b,
    c: outer.a * inner.c + outer.c * inner.d,
    d: outer.b * inner.c + outer.d * inner.d,
    e: outer.a * inner.e + outer.c * inner.f + outer.e,
    f: outer.b * inner.e + outer.d * inner.f + outer.f,
  }
}

export function applyTo(m: Affine, p: Point): Point {
  return { x: m.a * p.x + m.c * p.y + m.e, y: m.b * p.x + m.d * p.y + m.f }
}

/** Negative when the transform mirrors. */
export function determinant(m: Affine): number {
  return m.a * m.d - m.b * m.c
}

/** Whether circles stay circles: a rotation, mirror, move and even scale in any mixture. */
export function isSimilarity(m: Affine): boolean {
  const size = Math.max(Math.abs(m.a), Math.abs(m.b), Math.abs(m.c), Math.abs(m.d))
  // Chains of rotations round in the last bits; at this bound an arc of a metre strays a millionth of a millimetre.
  const slack = size * 1e-9
  const turns = Math.abs(m.a - m.d) <= slack && Math.abs(m.b + m.c) <= slack
  const mirrors = Math.abs(m.a + m.d) <= slack && Math.abs(m.b - m.c) <= slack
  return turns || mirrors
}

/** Moves, turns, scales or shears a design. Arcs stay arcs where circles stay circles, and become cubics where they do not. */
export function transformDesign(design: Design, m: Affine): Design {
  return { ...design, runs: design.runs.map(run => transformRun(run, m)) }
}

/** `transformDesign` for one run. */
export function transformRun(run: Run, m: Affine): Run {
  if (!isSimilarity(m) && run.ops.includes(ARC)) return transformRun(withoutArcs(run), m)
  const coords = new Float64Array(run.coords)
  const turn = determinant(m) < 0 ? -1 : 1
  mapPoint(coords, 0, m)
  let at = 2
  for (const op of run.ops) {
    mapPoint(coords, at, m)
    if (op !== LINE) mapPoint(coords, at + 2, m)
    if (op === CUBIC) mapPoint(coords, at + 4, m)
    if (op === ARC) coords[at + 4] = turn * coords[at + 4]!
    at += STRIDE[op]!
  }
  return { ...run, coords }
}

export function translate(design: Design, dx: number, dy: number): Design {
  return transformDesign(design, translation(dx, dy))
}

export function scale(design: Design, sx: number, sy = sx): Design {
  return transformDesign(design, scaling(sx, sy))
}

/** @param angle radians, counter-clockwise positive */
export function rotate(design: Design, angle: number, about?: Point): Design {
  return transformDesign(design, rotation(angle, about))
}

export function mirror(design: Design, axis: 'x' | 'y'): Design {
  return transformDesign(design, mirroring(axis))
}

/** Moves the whole design so that its first stitch is at x, y. */
export function moveStartTo(design: Design, x: number, y: number): Design {
  const first = design.runs[0]
  if (first === undefined) return design
  return translate(design, x - first.coords[0]!, y - first.coords[1]!)
}

function withoutArcs(run: Run): Run {
  const builder = new RunBuilder(run.coords[0]!, run.coords[1]!)
  walkRun(run, {
    line: (_x0, _y0, x1, y1) => builder.line(x1, y1),
    arc: (x0, y0, x1, y1, centreX, centreY, sweep) =>
      appendArcAsCubics(builder, {
        start: { x: x0, y: y0 },
        to: { x: x1, y: y1 },
        centre: { x: centreX, y: centreY },
        sweep,
      }),
    cubic: (_x0, _y0, c1x, c1y, c2x, c2y, x1, y1) => builder.cubic(c1x, c1y, c2x, c2y, x1, y1),
  })
  return { ...run, ...builder.build() }
}

function mapPoint(coords: Float64Array, at: number, m: Affine): void {
  const x = coords[at]!
  const y = coords[at + 1]!
  coords[at] = m.a * x + m.c * y + m.e
  coords[at + 1] = m.b * x + m.d * y + m.f
}
