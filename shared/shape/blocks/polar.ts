import type { Frame } from '../frame.ts'
import { Scratch } from '../scratch.ts'
import type { Trace } from '../trace.ts'
import { angleOf, drop } from './histogram.ts'

const RINGS = 8
const SECTORS = 32
const WAVES = 11
const RADIAL = 16
const ROOM = { mass: new Scratch(), outward: new Scratch() }
/** The rings reach this far, in radii of gyration. */
const REACH = 2.4

export const POLAR = [RINGS * WAVES, RINGS * WAVES, RADIAL] as const

/**
 * Where the line lies around its middle: mass by ring and sector, of which each ring keeps the strengths of its waves (how often it
 * repeats around), so that turn and mirror are gone. Then the same of how far the line runs outwards or around, and the mass by radius.
 */
export function polar(
  { x, y, starts, closed }: Trace,
  frame: Frame,
  out: Float64Array,
  from: number,
  present: Uint8Array,
  part: number,
): void {
  const mass = ROOM.mass.take(RINGS * SECTORS).fill(0)
  const outward = ROOM.outward.take(RINGS * SECTORS).fill(0)
  const radialFrom = from + 2 * RINGS * WAVES
  const unit = 1 / frame.gyration
  let total = 0
  for (let run = 0; run + 1 < starts.length; run++) {
    const first = starts[run]!
    const to = starts[run + 1]!
    for (let s = first; s < to; s++) {
      const next = s + 1 < to ? s + 1 : closed[run] ? first : s
      const before = next === s ? Math.max(first, s - 1) : s
      const dx = (x[s]! - frame.x) * unit
      const dy = (y[s]! - frame.y) * unit
      const r = Math.sqrt(dx * dx + dy * dy)
      const tx = x[next]! - x[before]!
      const ty = y[next]! - y[before]!
      const length = r * Math.sqrt(tx * tx + ty * ty) * unit
      const radial = length > 0 ? ((tx * dx + ty * dy) * unit) / length : 0
      const ring = (r / REACH) * RINGS - 0.5
      const sector = (angleOf(dy, dx) / (2 * Math.PI) + 1) * SECTORS
      spread(mass, outward, ring, sector, 2 * radial * radial - 1)
      drop(out, radialFrom, RADIAL, (r / REACH) * (RADIAL - 1), 1)
      total++
    }
  }
  waves(mass, total, out, from)
  waves(outward, total, out, from + RINGS * WAVES)
  for (let bin = 0; bin < RADIAL; bin++) out[radialFrom + bin] = Math.sqrt(out[radialFrom + bin]! / total)
  present.fill(1, part, part + POLAR.length)
}

function spread(mass: Float64Array, outward: Float64Array, ring: number, sector: number, way: number): void {
  const r = ring <= 0 ? 0 : ring >= RINGS - 1 ? RINGS - 1 : ring
  const r0 = r >= RINGS - 1 ? RINGS - 2 : r | 0
  const fr = r - r0
  const s0 = sector | 0
  const fs = sector - s0
  const left = s0 % SECTORS
  const right = (s0 + 1) % SECTORS
  const inner = r0 * SECTORS
  const outer = inner + SECTORS
  const w00 = (1 - fr) * (1 - fs)
  const w01 = (1 - fr) * fs
  const w10 = fr * (1 - fs)
  const w11 = fr * fs
  mass[inner + left]! += w00
  mass[inner + right]! += w01
  mass[outer + left]! += w10
  mass[outer + right]! += w11
  outward[inner + left]! += w00 * way
  outward[inner + right]! += w01 * way
  outward[outer + left]! += w10 * way
  outward[outer + right]! += w11 * way
}

const COS = Float64Array.from({ length: SECTORS }, (_, k) => Math.cos((k * 2 * Math.PI) / SECTORS))
const SIN = Float64Array.from({ length: SECTORS }, (_, k) => Math.sin((k * 2 * Math.PI) / SECTORS))

/** Roots of the strengths, signed for wave 0, which is the mass itself. */
function waves(cells: Float64Array, total: number, out: Float64Array, from: number): void {
  for (let ring = 0; ring < RINGS; ring++) {
    for (let wave = 0; wave < WAVES; wave++) {
      let re = 0
      let im = 0
      for (let sector = 0; sector < SECTORS; sector++) {
        const value = cells[ring * SECTORS + sector]!
        const phase = (sector * wave) % SECTORS
        re += value * COS[phase]!
        im += value * SIN[phase]!
      }
      const strength = Math.sqrt(Math.sqrt(re * re + im * im) / total)
      out[from + ring * WAVES + wave] = wave === 0 && re < 0 ? -strength : strength
    }
  }
}
