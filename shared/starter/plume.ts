import { alongSpine, bent, type Measured } from './along.ts'
import { CORNER, join, placed, type Path } from './path.ts'
import { through } from './spline.ts'

/**
 * One feather plume on a straight spine that grows to the right: a plump teardrop from 0,0 and back to it, leaning with the
 * growth. Its lobe is one pitch wide, so plumes set a pitch apart just touch.
 * @param tall height in pitches, about 1.8 to 3.
 */
export function plume(tall: number, lean = 0.35): Path {
  const r = 0.475
  const cx = 0.32 + lean * tall
  const cy = tall - r
  return through([0, 0, 38], [cx + r, cy, 98], [cx, tall, 180], [cx - r, cy, 262], [0, 0, 236])
}

export interface Plumage {
  readonly spine: Measured
  /** Where plumes sit, inches along the spine. */
  readonly stations: readonly number[]
  readonly pitch: number
  /** Height in inches at a station; negative draws on the right side of the spine. */
  height(station: number): number
}

/** The plumes of one side, each from the spine and back to it, bent along the spine. */
export function plumes({ spine, stations, pitch, height }: Plumage): { station: number; path: Path }[] {
  const map = alongSpine(spine)
  return stations.map(station => {
    const tall = height(station)
    const shape = placed(plume(Math.abs(tall) / pitch), { scale: pitch, ...(tall < 0 ? { flip: 'y' as const } : {}) })
    return { station, path: bent(placed(shape, { at: [station, 0] }), map) }
  })
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
