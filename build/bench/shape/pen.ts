/** A stitched line as points, any unit, Y up. */
export type Line = readonly (readonly [x: number, y: number])[]

export const TURN = 2 * Math.PI

/** Draws by walking: every call goes on from where the last one ended. */
export class Pen {
  readonly points: [number, number][] = []

  constructor(x = 0, y = 0) {
    this.points.push([x, y])
  }

  get at(): readonly [number, number] {
    const last = this.points.at(-1)
    if (!last) throw new Error('a pen is always somewhere')
    return last
  }

  /** Straight, in steps that a machine's file would have. */
  to(x: number, y: number, steps = 6): this {
    const [fromX, fromY] = this.at
    return this.follow(t => [fromX + (x - fromX) * t, fromY + (y - fromY) * t], steps)
  }

  curve(c1x: number, c1y: number, c2x: number, c2y: number, x: number, y: number, steps = 14): this {
    const [fromX, fromY] = this.at
    return this.follow(t => {
      const u = 1 - t
      const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
      return [a * fromX + b * c1x + c * c2x + d * x, a * fromY + b * c1y + c * c2y + d * y]
    }, steps)
  }

  /** An arc of this sweep (radians) about a centre, beginning where the pen is. */
  around(x: number, y: number, sweep: number, steps = 16): this {
    const [fromX, fromY] = this.at
    const [radius, from] = [Math.hypot(fromX - x, fromY - y), Math.atan2(fromY - y, fromX - x)]
    return this.follow(t => [x + radius * Math.cos(from + sweep * t), y + radius * Math.sin(from + sweep * t)], steps)
  }

  /** Along any course from 0 to 1; its beginning is joined to the pen. */
  follow(course: (t: number) => readonly [number, number], steps: number): this {
    const [startX, startY] = course(0)
    const [atX, atY] = this.at
    if (Math.hypot(startX - atX, startY - atY) > 1e-9) this.points.push([startX, startY])
    for (let step = 1; step <= steps; step++) this.points.push([...course(step / steps)] as [number, number])
    return this
  }
}

export const apart = (a: Line[number], b: Line[number]): number => Math.hypot(a[0] - b[0], a[1] - b[1])

export const lengthOf = (line: Line): number =>
  line.reduce((sum, point, at) => sum + (at === 0 ? 0 : apart(line[at - 1]!, point)), 0)

/** Points at equal steps along it, and its end; corners are cut by up to half a step. */
export function steppedBy(line: Line, step: number): Line {
  const out: Line[number][] = [line[0]!]
  let left = step
  for (let at = 1; at < line.length; at++) {
    const [a, b] = [line[at - 1]!, line[at]!]
    const long = apart(a, b)
    let along = left
    for (; along < long; along += step)
      out.push([a[0] + ((b[0] - a[0]) * along) / long, a[1] + ((b[1] - a[1]) * along) / long])
    left = along - long
  }
  return [...out, line.at(-1)!]
}

/** The same line turned (radians, about 0,0), scaled and moved. */
export function placed(line: Line, { turn = 0, scale = 1, x = 0, y = 0, mirror = false }): Line {
  const [cos, sin] = [Math.cos(turn) * scale, Math.sin(turn) * scale]
  return line.map(([px, py]) => {
    const qx = mirror ? -px : px
    return [x + qx * cos - py * sin, y + qx * sin + py * cos] as const
  })
}

/** A closed outline given by its distance from the middle. */
export function polar(radius: (angle: number) => number, steps: number, from = -TURN / 4): Line {
  return Array.from({ length: steps + 1 }, (_, step) => {
    const angle = from + (step / steps) * TURN
    return [radius(angle) * Math.cos(angle), radius(angle) * Math.sin(angle)] as const
  })
}

/** Smooth through corners given by hand (Catmull-Rom). */
export function through(corners: Line, each = 8): Line {
  const points: (readonly [number, number])[] = []
  for (let at = 0; at + 1 < corners.length; at++) {
    const [p0, p1, p2, p3] = [
      corners[at - 1] ?? corners[at]!,
      corners[at]!,
      corners[at + 1]!,
      corners[at + 2] ?? corners[at + 1]!,
    ]
    for (let step = 0; step < each; step++) {
      const t = step / each
      const mix = (a: number, b: number, c: number, d: number) =>
        0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)
      points.push([mix(p0[0], p1[0], p2[0], p3[0]), mix(p0[1], p1[1], p2[1], p3[1])])
    }
  }
  const last = corners.at(-1)
  return last ? [...points, last] : points
}
