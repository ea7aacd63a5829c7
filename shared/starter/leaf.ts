import { alongSpine, bent, measured } from './along.ts'
import { CORNER, join, retraced, type Path, type XY } from './path.ts'
import { through } from './spline.ts'

export interface LeafShape {
  readonly length: number
  /** Half its width. */
  readonly half: number
  /** How far the tip swings to the left (right when negative), as a part of the length. */
  readonly sway?: number
  /** Pairs of side veins; 0 leaves only the midrib. */
  readonly veins?: number
}

/** A leaf that grows to the right from 0,0 and comes back there: outline round the tip, then midrib and veins out and back. */
export function leaf({ length, half, sway = 0, veins = 0 }: LeafShape): Path {
  const edge = (side: 1 | -1): XY[] => [
    [0.36 * length, side * half],
    [0.74 * length, side * half * 0.55],
  ]
  const [a, b] = edge(1)
  const [c, d] = edge(-1)
  // A narrow leaf leaves its foot narrowly, or it would bulge over the vine.
  const foot = Math.min(58, (200 * half) / length)
  const outline = join(
    through([0, 0, foot], [a![0], a![1], 0], [b![0], b![1]], [length, 0, -14]),
    CORNER,
    through([length, 0, 194], [d![0], d![1]], [c![0], c![1], 180], [0, 0, 180 - foot]),
  )
  const rib: (Path | typeof CORNER)[] = []
  let at: XY = [0, 0]
  for (let i = 0; i < veins; i++) {
    const x = length * (0.16 + 0.23 * i)
    const reach = half * (0.78 - 0.17 * i)
    const node: XY = [x, 0]
    rib.push(through(at, node))
    for (const side of [1, -1])
      rib.push(CORNER, retraced(through([x, 0, side * 48], [x + reach * 0.85, side * reach * 0.78, side * 32])), CORNER)
    at = node
  }
  rib.push(through(at, [length * 0.84, 0]))
  const flat = join(outline, CORNER, ...rib, CORNER, line([length * 0.84, 0], [0, 0]))
  if (sway === 0) return flat
  const spine = measured(through([0, 0, 0], [length * 0.55, sway * length * 0.28], [length * 0.94, sway * length]))
  return bent(flat, alongSpine(spine))
}

function line(from: XY, to: XY): Path {
  return through(from, to)
}
