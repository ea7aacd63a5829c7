import { boxOf } from './designs.ts'
import type { Line } from './pen.ts'

/** The drawing on a square of `size` cells, kept in proportion and in the middle: 1 where the line goes, 0 elsewhere. */
export function rasterOf(lines: readonly Line[], size: number): Float32Array {
  const { x, y, wide, tall } = boxOf(lines)
  const scale = (size - 1) / Math.max(wide, tall, 1e-9)
  const [left, low] = [(size - 1 - wide * scale) / 2, (size - 1 - tall * scale) / 2]
  const cells = new Float32Array(size * size)
  for (const line of lines)
    for (let at = 1; at < line.length; at++) {
      const [a, b] = [line[at - 1]!, line[at]!]
      const steps = Math.max(1, Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) * scale * 2))
      for (let step = 0; step <= steps; step++) {
        const t = step / steps
        const column = Math.round(left + (a[0] + (b[0] - a[0]) * t - x) * scale)
        const row = Math.round(low + (a[1] + (b[1] - a[1]) * t - y) * scale)
        cells[row * size + column] = 1
      }
    }
  return cells
}

/** Three box blurs of three cells, near enough to a Gaussian. */
export function blurred(cells: Float32Array, size: number): Float32Array {
  let from = cells
  for (let pass = 0; pass < 3; pass++) {
    const to = new Float32Array(size * size)
    for (let row = 0; row < size; row++)
      for (let column = 0; column < size; column++) {
        let sum = 0
        for (let y = Math.max(0, row - 1); y <= Math.min(size - 1, row + 1); y++)
          for (let x = Math.max(0, column - 1); x <= Math.min(size - 1, column + 1); x++) sum += from[y * size + x] ?? 0
        to[row * size + column] = sum / 9
      }
    from = to
  }
  return from
}

/** Means of the cells in `across` by `down` fields. */
export function fields(cells: Float32Array, size: number, across: number, down: number): Float32Array {
  const sums = new Float32Array(across * down)
  const counts = new Float32Array(across * down)
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const field = Math.floor((row * down) / size) * across + Math.floor((column * across) / size)
      sums[field]! += cells[row * size + column] ?? 0
      counts[field]! += 1
    }
  return sums.map((sum, field) => sum / (counts[field] ?? 1))
}
