import { loopAt } from './curls.ts'
import { flow } from './flow.ts'
import { CORNER, cornered, join, line, onCircle, placed, retraced, swung, type Path, type XY } from './path.ts'
import { starter } from './pattern.ts'

/** A star of straight lines, from the tip at the bottom round and back to it, counter-clockwise. */
function star(points: number, tip: number, waist: number): Path {
  const step = 180 / points
  const ring: XY[] = Array.from({ length: points * 2 + 1 }, (_, i) =>
    onCircle([0, 0], i % 2 === 0 ? tip : waist, -90 + i * step),
  )
  return line(...ring)
}

const loopsAndStars = starter({
  slug: 'loops-and-stars',
  name: 'Loops and Stars',
  kind: 'edge-to-edge',
  family: 'stars',
  sizeInches: [11, 5.2],
  repeatInches: 11,
  tags: ['star', 'loops', 'patriotic', 'children', 'open'],
  notes: 'One star up, one down.',
  rowInches: 4.6,
  path() {
    const big = join(
      star(5, 1.75, 0.72),
      CORNER,
      line([0, -1.75], [0, -1.05]),
      CORNER,
      star(5, 1.05, 0.43),
      CORNER,
      line([0, -1.05], [0, -1.75]),
    )
    return swung(
      flow(
        [0, 0, -70],
        [0.6, -1.3],
        [1.5, -1.9, 8],
        CORNER,
        placed(big, { at: [2.35, 1.1], turn: 6 }),
        CORNER,
        [3.2, -1.85],
        ...loopAt([4.2, -1.75], 0.85, 20),
        [4.95, -1.4],
        [5.5, 0, 70],
      ),
    )
  },
})

const marinersCompass = starter({
  slug: 'mariners-compass',
  name: 'Mariner’s Compass',
  kind: 'block',
  family: 'stars',
  sizeInches: [9, 9],
  tags: ['star', 'compass', 'geometric', 'traditional', 'sea'],
  notes: 'Starts and ends in the middle.',
  path() {
    const parts: (Path | typeof CORNER)[] = []
    const ray = (angle: number, tip: number, waist: number, half: number): Path =>
      line(
        [0, 0],
        onCircle([0, 0], waist, angle - half),
        onCircle([0, 0], tip, angle),
        onCircle([0, 0], waist, angle + half),
        [0, 0],
      )
    for (let i = 0; i < 8; i++) {
      const angle = 90 - i * 45
      const long = i % 2 === 0
      parts.push(
        CORNER,
        retraced(line([0, 0], onCircle([0, 0], long ? 4.5 : 3.5, angle))),
        CORNER,
        ray(angle, long ? 4.5 : 3.5, 1.35, 22.5),
      )
    }
    return join(...parts.slice(1))
  },
})

const snowflake = starter({
  slug: 'snowflake',
  name: 'Snowflake',
  kind: 'block',
  family: 'stars',
  sizeInches: [6.9, 8],
  tags: ['snowflake', 'winter', 'christmas', 'geometric'],
  notes: 'Starts and ends in the middle.',
  path() {
    const branch = (x: number, reach: number): (Path | typeof CORNER)[] =>
      [60, -60].flatMap(angle => {
        const tip = onCircle([x, 0], reach, angle)
        return [CORNER, retraced(line([x, 0], tip)), CORNER]
      })
    const diamond = line([3.3, 0], [3.62, 0.22], [4, 0], [3.62, -0.22], [3.3, 0])
    const arm = join(
      line([0, 0], [1.3, 0]),
      ...branch(1.3, 0.62),
      line([1.3, 0], [2.05, 0]),
      ...branch(2.05, 0.95),
      line([2.05, 0], [2.8, 0]),
      ...branch(2.8, 0.6),
      line([2.8, 0], [3.3, 0]),
      CORNER,
      diamond,
      CORNER,
      line([3.3, 0], [0, 0]),
    )
    const between = line([0, 0], [0.95, 0.2], [1.45, 0], [0.95, -0.2], [0, 0])
    const parts = Array.from({ length: 6 }, (_, i) => [
      placed(arm, { turn: 90 - i * 60 }),
      placed(between, { turn: 60 - i * 60 }),
    ])
    return cornered(...parts.flat())
  },
})

export const stars = [loopsAndStars, marinersCompass, snowflake]
