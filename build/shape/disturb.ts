import { between, boxOf, mapped, type Roll, type Strokes } from './strokes.ts'

/** A normal number, mean 0, deviation 1. */
export function normal(roll: Roll): number {
  return Math.sqrt(-2 * Math.log(1 - roll())) * Math.cos(2 * Math.PI * roll())
}

/** Slanted, stretched and bent a little, as two designers' versions of one idea differ. */
export function warped(strokes: Strokes, roll: Roll, strength = 1): Strokes {
  const { minX, minY, width, height } = boxOf(strokes)
  const size = Math.max(width, height) || 1
  const shear = between(roll, -0.15, 0.15) * strength
  const stretch = Math.exp(between(roll, -0.2, 0.2) * strength)
  const [fx, fy] = [between(roll, 0.5, 1.3), between(roll, 0.5, 1.3)]
  const [px, py] = [between(roll, 0, 6.3), between(roll, 0, 6.3)]
  const [ax, ay] = [between(roll, 0, 0.035) * strength, between(roll, 0, 0.035) * strength]
  return mapped(strokes, (x, y) => {
    const u = (x - minX) / size
    const v = (y - minY) / size
    const wu = u + ax * Math.sin(6.283 * fx * v + px)
    const wv = v + ay * Math.sin(6.283 * fy * u + py)
    return [(wu + shear * wv) * stretch, wv / stretch]
  })
}

export function turned(strokes: Strokes, degrees: number): Strokes {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return mapped(strokes, (x, y) => [x * cos - y * sin, x * sin + y * cos])
}

/** Told again as stitches of one length, as embroidery files tell a line. */
export function stitched(strokes: Strokes, stitch: number): Strokes {
  return strokes.map(line => {
    const out = [line[0]!, line[1]!]
    let rest = stitch
    for (let at = 2; at < line.length; at += 2) {
      const [x0, y0] = [line[at - 2]!, line[at - 1]!]
      const [dx, dy] = [line[at]! - x0, line[at + 1]! - y0]
      const size = Math.hypot(dx, dy)
      let along = rest
      for (; along <= size; along += stitch) out.push(x0 + (dx * along) / size, y0 + (dy * along) / size)
      rest = along - size
    }
    out.push(line.at(-2)!, line.at(-1)!)
    return Float64Array.from(out)
  })
}

/** Each point moved a little by itself: digitised by hand, or rounded to a coarse grid. */
export function shaken(strokes: Strokes, by: number, roll: Roll): Strokes {
  return mapped(strokes, (x, y) => [x + by * normal(roll), y + by * normal(roll)])
}

/** As she draws with a finger: few points, a slow wobble, corners rounded off, nothing quite where it was meant. */
export function drawnByHand(strokes: Strokes, roll: Roll): Strokes {
  const loose = warped(strokes, roll, 1.4)
  const { width, height } = boxOf(loose)
  const size = Math.max(width, height)
  const coarse = stitched(loose, size * between(roll, 0.015, 0.04))
  const wobble = size * between(roll, 0.002, 0.008)
  return coarse.map(line => {
    const out = new Float64Array(line.length)
    let [dx, dy] = [0, 0]
    for (let at = 0; at < line.length; at += 2) {
      dx = 0.8 * dx + wobble * normal(roll)
      dy = 0.8 * dy + wobble * normal(roll)
      out[at] = line[at]! + dx
      out[at + 1] = line[at + 1]! + dy
    }
    return turnedLine(out, between(roll, -8, 8))
  })
}

function turnedLine(line: Float64Array, degrees: number): Float64Array {
  return turned([line], degrees)[0]!
}
