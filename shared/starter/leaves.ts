import { measured, traced, type Measured } from './along.ts'
import { leaf, type LeafShape } from './leaf.ts'
import { CORNER, join, placed, type Path } from './path.ts'
import { starter } from './pattern.ts'
import { through } from './spline.ts'

interface Twig extends LeafShape {
  /** Inches along the vine. */
  readonly at: number
  /** Degrees from the vine's direction. */
  readonly angle: number
  /** Stem between vine and leaf. */
  readonly stem?: number
}

/** A vine with its leaves, each stitched as the vine passes it. */
function vine(spine: Measured, twigs: readonly Twig[]): Path {
  const parts: (Path | typeof CORNER)[] = []
  let from = 0
  for (const twig of [...twigs].sort((a, b) => a.at - b.at)) {
    if (twig.at > from) parts.push(spine.between(from, twig.at))
    const stem = twig.stem ?? 0
    const blade = placed(leaf(twig), { at: [stem, 0] })
    const whole = stem > 0 ? join(through([0, 0], [stem, 0]), CORNER, blade, CORNER, through([stem, 0], [0, 0])) : blade
    parts.push(CORNER, placed(whole, { at: spine.point(twig.at), turn: spine.heading(twig.at) + twig.angle }), CORNER)
    from = twig.at
  }
  parts.push(spine.between(from, spine.length))
  return join(...parts)
}

const meanderingLeaves = starter({
  slug: 'meandering-leaves',
  name: 'Meandering Leaves',
  kind: 'edge-to-edge',
  family: 'leaves',
  sizeInches: [14.2, 5.3],
  repeatInches: 12.96,
  tags: ['leaf', 'vine', 'veins', 'autumn', 'garden', 'nature'],
  notes: 'Veins are stitched out and back on the same line.',
  rowInches: 5.1,
  path() {
    const spine = measured(traced(x => [x, 1.25 * Math.sin((x / 12) * 4 * Math.PI)], 0, 12, 32))
    const bay = spine.length / 4
    const twigs = [0, 1, 2, 3].flatMap(i => {
      const side = i % 2 === 0 ? 1 : -1
      return [
        { at: (i + 0.16) * bay, angle: side * 66, length: 1.9, half: 0.5, sway: side * -0.14, veins: 3, stem: 0.15 },
        { at: (i + 0.4) * bay, angle: side * -88, length: 2.2, half: 0.58, sway: side * 0.16, veins: 3, stem: 0.18 },
        { at: (i + 0.62) * bay, angle: side * 58, length: 1.7, half: 0.45, sway: side * -0.16, veins: 2, stem: 0.15 },
      ]
    })
    return placed(vine(spine, twigs), { scale: 1.08 })
  },
})

const laurel = starter({
  slug: 'laurel',
  name: 'Laurel',
  kind: 'border',
  family: 'leaves',
  sizeInches: [9.8, 3.5],
  repeatInches: 9,
  tags: ['leaf', 'vine', 'traditional', 'elegant', 'nature'],
  notes: 'Leaves in turn left and right of the stem.',
  path() {
    const spine = measured(traced(x => [x, 0.3 * Math.sin((x / 9) * 2 * Math.PI)], 0, 9, 18))
    const step = spine.length / 9
    const twigs = Array.from({ length: 9 }, (_, i) => [
      { at: (i + 0.1) * step, angle: 50, length: 1.7, half: 0.31, sway: 0.1, veins: 0 },
      { at: (i + 0.6) * step, angle: -50, length: 1.7, half: 0.31, sway: -0.1, veins: 0 },
    ])
    return vine(spine, twigs.flat())
  },
})

export const leaves = [meanderingLeaves, laurel]
