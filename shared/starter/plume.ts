import { alongSpine, bent, type Measured } from './along.ts'
import { CORNER, join, placed, type Path } from './path.ts'
import { through } from './spline.ts'

/** How far a plume leans with the growth: lobe centre ahead of its foot, in pitches and in heights. */
const AHEAD = 0.32
const LEAN = 0.35
/** Lobe radius as a part of the way to the next lobe: a hair under a half, so neighbours touch by eye and never cross. */
const PLUMP = 0.46

/**
 * One feather plume on a straight spine that grows to the right: a plump teardrop from 0,0 and back to it, leaning with the growth.
 * @param tall height, @param pitch distance to the next plume, @param radius of its lobe; all in inches.
 */
function plume(tall: number, pitch: number, radius: number): Path {
  const cx = AHEAD * pitch + LEAN * tall
  const cy = tall - radius
  return through([0, 0, 38], [cx + radius, cy, 98], [cx, tall, 180], [cx - radius, cy, 262], [0, 0, 236])
}

export interface Plumage {
  readonly spine: Measured
  /** Where plumes sit, inches along the spine. */
  readonly stations: readonly number[]
  /** Inches from one plume to the next, at a station. */
  readonly pitch: number | ((station: number) => number)
  /** Height in inches at a station; negative draws on the right side of the spine. */
  height(station: number): number
}

/** The plumes of one side, each from the spine and back to it, bent along the spine. */
export function plumes({ spine, stations, pitch, height }: Plumage): { station: number; path: Path }[] {
  const map = alongSpine(spine)
  const gap = typeof pitch === 'number' ? () => pitch : pitch
  const lobe = (station: number) => station + AHEAD * gap(station) + LEAN * Math.abs(height(station))
  return stations.map((station, i) => {
    const here = lobe(station)
    const before = stations[i - 1] ?? station - gap(station)
    const after = stations[i + 1] ?? station + gap(station)
    const room = Math.min(here - lobe(before), lobe(after) - here)
    const shape = plume(Math.abs(height(station)), gap(station), PLUMP * room)
    const sided = height(station) < 0 ? placed(shape, { flip: 'y' }) : shape
    return { station, path: bent(placed(sided, { at: [station, 0] }), map) }
  })
}

/** Stations from one distance to another, each a local pitch after the one before. */
export function stationsBetween(from: number, to: number, pitch: (station: number) => number): number[] {
  const out: number[] = []
  for (let at = from; at <= to; at += pitch(at)) out.push(at)
  return out
}

/** The teardrop that closes a feather: a plump drop on the end of the spine. */
export function crown(spine: Measured, size: number): Path {
  const drop = through(
    [0, 0, 48],
    [size * 0.62, size * 0.36, 0],
    [size, 0, -90],
    [size * 0.62, -size * 0.36, 180],
    [0, 0, 132],
  )
  return placed(drop, { at: spine.point(spine.length), turn: spine.heading(spine.length) })
}

/** Stitches a spine from one distance to another and every plume as it is passed. */
export function feathered(
  spine: Measured,
  sides: readonly { station: number; path: Path }[],
  from: number,
  to: number,
): Path {
  const parts: (Path | typeof CORNER)[] = []
  let at = from
  for (const { station, path } of [...sides].sort((a, b) => a.station - b.station)) {
    if (station - at > 1e-6) parts.push(spine.between(at, station))
    parts.push(CORNER, path, CORNER)
    at = station
  }
  if (to - at > 1e-6) parts.push(spine.between(at, to))
  return join(...parts)
}
