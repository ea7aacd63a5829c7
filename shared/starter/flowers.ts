import { traced } from './along.ts'
import { daisy, petals } from './blossoms.ts'
import { loopAt } from './curls.ts'
import { flow } from './flow.ts'
import { arc, CORNER, join, line, onCircle, placed, retraced, swung, type Path } from './path.ts'
import { starter } from './pattern.ts'
import { through, type Knot } from './spline.ts'

const daisiesAndLoops = starter({
  slug: 'daisies-and-loops',
  name: 'Daisies and Loops',
  kind: 'edge-to-edge',
  family: 'flowers',
  sizeInches: [11, 5.1],
  repeatInches: 11,
  tags: ['daisy', 'flower', 'loops', 'garden', 'spring', 'open'],
  notes: 'One daisy up, one down.',
  rowInches: 4.4,
  path: () =>
    swung(
      flow(
        [0, 0, -70],
        [0.75, -1.45],
        [1.75, -1.7, 20],
        CORNER,
        placed(daisy(7, 0.42, 1.7), { at: [2.5, 0.85] }),
        CORNER,
        [3.25, -1.7],
        ...loopAt([4.3, -2.02], 0.8, 14),
        [4.95, -1.5],
        [5.5, 0, 70],
      ),
    ),
})

const sunflower = starter({
  slug: 'sunflower',
  name: 'Sunflower',
  kind: 'block',
  family: 'flowers',
  sizeInches: [8.6, 8.8],
  tags: ['sunflower', 'flower', 'autumn', 'summer', 'garden'],
  notes: 'Starts in the middle, ends at the edge of the seeds.',
  path() {
    const seeds = traced(a => onCircle([0, 0], 0.1 + (1.12 * a) / 1800, a - 90), 0, 1800, 44)
    const count = 14
    const step = 360 / count
    const parts: (Path | typeof CORNER)[] = [
      seeds,
      CORNER,
      line([0, -1.22], [0, -1.5]),
      CORNER,
      arc([0, 0], 1.5, -90, 360),
    ]
    for (let i = 0; i < count; i++) parts.push(CORNER, sunPetal(1.5, -90 + i * step, step))
    return join(...parts)
  },
})

/** A petal of the front row with its vein; on the way up it stitches the tip of the back row that shows beside it. */
function sunPetal(rim: number, from: number, step: number): Path {
  const middle = from + step / 2
  const side = from + step * 0.03
  const at = (r: number, angle: number, heading?: number): Knot =>
    heading === undefined ? [...onCircle([0, 0], r, angle)] : [...onCircle([0, 0], r, angle), heading]
  const belly = at(2.55, side, middle - 4)
  const tip = at(3.75, middle)
  return join(
    through(at(rim, from, from), belly),
    CORNER,
    through([belly[0], belly[1]], at(3.3, from + 2.2), at(3.9, from + 3.4), at(4.4, from)),
    CORNER,
    through(at(4.4, from), at(3.9, from - 3.4), at(3.3, from - 2.2), [belly[0], belly[1]]),
    CORNER,
    through(belly, tip),
    CORNER,
    retraced(through(tip, at(2.3, middle))),
    CORNER,
    through(tip, at(2.55, from + step * 0.97, middle + 184), at(rim, from + step, from + step + 180)),
  )
}

const dahlia = starter({
  slug: 'dahlia',
  name: 'Dahlia',
  kind: 'block',
  family: 'flowers',
  sizeInches: [8.0, 8.0],
  tags: ['dahlia', 'flower', 'traditional', 'dense', 'garden'],
  notes: 'Starts in the middle, ends between two outer petals.',
  path() {
    const heart = join(
      through([0, 0, 0], [0.3, 0.25], [0, 0.5, 180], [-0.5, 0], [0, -0.55, 0]),
      arc([0, 0], 0.55, -90, 360),
    )
    const seam = (from: number, to: number, angle: number) =>
      line(onCircle([0, 0], from, angle), onCircle([0, 0], to, angle))
    return join(
      heart,
      CORNER,
      petals(8, 0.55, -90, { tip: 1.5 }),
      CORNER,
      arc([0, 0], 0.55, -90, 22.5),
      CORNER,
      petals(8, 0.55, -67.5, { tip: 2.45, seam: 1.5 }),
      CORNER,
      seam(0.55, 1.5, -67.5),
      petals(16, 1.5, -67.5, { tip: 3.3, seam: 2.1 }),
      CORNER,
      seam(1.5, 2.1, -67.5),
      petals(16, 2.1, -67.5, { tip: 4.05, seam: 2.95 }),
    )
  },
})

export const flowers = [daisiesAndLoops, sunflower, dahlia]
