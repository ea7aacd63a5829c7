import { measured } from '#shared/starter/along.ts'
import { loopAt } from '#shared/starter/curls.ts'
import { grown, type Family } from '#shared/starter/family.ts'
import { flow } from '#shared/starter/flow.ts'
import { arc, CORNER, join, line, placed, repeated, reversed, type Path } from '#shared/starter/path.ts'
import { swirl } from '#shared/starter/swirls.ts'
import { through } from '#shared/starter/spline.ts'

const waveChoices = {
  count: { from: 2, to: 5, whole: true },
  /** Inches to the crest. */
  tallInches: { from: 2.5, to: 6 },
  /** Inches from one winding of the curl to the next. */
  winding: { from: 0.45, to: 0.9 },
} as const

/** Waves that roll over to the right, one after another. */
export const breaker: Family<typeof waveChoices> = {
  id: 'breaker',
  choices: waveChoices,
  line({ count, tallInches, winding }) {
    const k = tallInches / 4.1
    const curl = swirl(1.3, winding / k, 165)
    const one = flow(
      [0, 0, 0],
      [1.7, 0.9],
      [2.2, 2.4],
      placed(curl, { at: [3.5, 2.75], flip: 'y' }),
      [2.9, 1.25],
      [3.7, 0.25],
      [4.6, 0, 0],
    )
    return placed(repeated(one, count), { scale: k })
  },
}

const beadChoices = {
  /** Beads from one large one to the next. */
  run: { from: 2, to: 6, whole: true },
  /** Runs to a repeat. */
  count: { from: 1, to: 4, whole: true },
  /** Inches across the largest and the smallest bead. */
  largest: { from: 1, to: 4 },
  smallest: { from: 0.4, to: 1.5 },
  /** Rings inside a bead. */
  rings: { from: 0, to: 2, whole: true },
} as const

/** Beads on a string, large ones between runs of small ones; each is stitched round once and over its upper half again. */
export const beads: Family<typeof beadChoices> = {
  id: 'beads',
  choices: beadChoices,
  line({ run, count, largest, smallest, rings }) {
    const radii = Array.from({ length: count * run }, (_, i) => {
      const t = Math.abs(((i % run) / run) * 2 - 1)
      return (smallest + (largest - smallest) * t ** 1.6) / 2
    })
    // The repeat begins and ends on top of its last bead, where the line runs level.
    const last = radii.at(-1)!
    const parts: (Path | typeof CORNER)[] = [arc([-last, 0], last, 90, -90)]
    let x = 0
    radii.forEach((r, i) => {
      const centre = [x + r, 0] as const
      parts.push(CORNER, arc(centre, r, 180, -360))
      for (let k = 1; k <= rings && r > 0.5; k++) {
        const inner = r * (1 - k * 0.32)
        const lead = line([x, 0], [x + r - inner, 0])
        parts.push(CORNER, lead, CORNER, arc(centre, inner, 180, -360), CORNER, reversed(lead))
      }
      parts.push(CORNER, arc(centre, r, 180, i < radii.length - 1 ? -180 : -90))
      x += 2 * r
    })
    return join(...parts)
  },
}

const swagChoices = {
  wideInches: { from: 8, to: 14 },
  /** Inches the swag hangs down. */
  sag: { from: 1, to: 3 },
  /** Inches across the loops of the bow. */
  bow: { from: 0.8, to: 1.8 },
} as const

/** Swags caught up by bows; each swag is stitched there, back and there again, one below the other. */
export const swag: Family<typeof swagChoices> = {
  id: 'swag',
  choices: swagChoices,
  line({ wideInches: wide, sag, bow }) {
    const half = wide / 2
    const loop = (turn: number) =>
      placed(through([0, 0, 42], [1.1, 0.62, 8], [1.5, 0.05, -92], [0.95, -0.3, 178], [0, 0, 155]), {
        turn,
        scale: bow,
      })
    const other = placed(loop(14), { flip: 'x' })
    const tail = (side: 1 | -1): Path => {
      const out = through(
        [0, 0, -90 + side * 30],
        [side * 0.55 * bow, -0.75 * bow],
        [side * 0.5 * bow, -1.3 * bow, -90 - side * 20],
      )
      return join(out, CORNER, through([side * 0.5 * bow, -1.3 * bow], [side * 0.28 * bow, -0.72 * bow], [0, 0]))
    }
    const knot = join(loop(14), CORNER, other, CORNER, tail(1), CORNER, tail(-1))
    const hang = (depth: number): Path => through([-half, 0, -64], [0, -depth, 0], [half, 0, 64])
    const back = (depth: number): Path => through([half, 0, -116], [0, -depth, 180], [-half, 0, 116])
    // The repeat begins and ends in the lowest part of a swag, so that it runs smoothly into the next.
    const first = measured(hang(sag))
    const middle = first.length / 2
    return join(
      first.between(middle, first.length),
      CORNER,
      back(sag * 0.72),
      CORNER,
      hang(sag * 0.44),
      CORNER,
      placed(knot, { at: [half, 0] }),
      CORNER,
      placed(first.between(0, middle), { at: [wide, 0] }),
    )
  },
}

const fringeChoices = {
  wideInches: { from: 8, to: 14 },
  swing: { from: 0, to: 1 },
  loops: { from: 4, to: 14, whole: true },
  size: { from: 0.5, to: 2.2 },
  /** Whether loops stand on one side of the line or on both in turn. */
  sides: { of: ['one', 'both'] },
} as const

/** A line of loops. */
export const fringe: Family<typeof fringeChoices> = {
  id: 'fringe',
  choices: fringeChoices,
  line({ wideInches: wide, swing, loops, size, sides }) {
    const step = wide / loops
    const knots = Array.from({ length: loops }, (_, i) => {
      const x = (i + 0.5) * step
      const y = swing * Math.sin((x / wide) * 2 * Math.PI)
      const upright = sides === 'one' || i % 2 === 0
      return upright ? loopAt([x, y], size) : loopAt([x, y], size, 180, -1)
    }).flat()
    return through([0, 0, 0], ...knots, [wide, 0, 0])
  },
}

export const edgings = [
  grown(
    breaker,
    { count: 2, tallInches: 4, winding: 0.8 },
    {
      slug: 'running-waves',
      name: 'Running Waves',
      kind: 'border',
      sizeInches: [9, 4],
      repeatInches: 8.976,
      tags: ['wave', 'water', 'sea', 'scroll', 'swirl'],
      notes: 'Two waves to a repeat, all rolling one way.',
    },
  ),
  grown(
    beads,
    { run: 4, count: 2, largest: 2.92, smallest: 0.85, rings: 1 },
    {
      slug: 'jewel-beads',
      name: 'Jewel Beads',
      kind: 'border',
      sizeInches: [14.4, 2.9],
      repeatInches: 13.671,
      tags: ['beads', 'pearls', 'circles', 'modern', 'elegant'],
      notes: 'A large bead and three small ones. The upper half of each is stitched twice.',
    },
  ),
  grown(
    swag,
    { wideInches: 10, sag: 2.6, bow: 1.15 },
    {
      slug: 'swag-and-bow',
      name: 'Swag and Bow',
      kind: 'border',
      sizeInches: [15, 3.6],
      repeatInches: 10,
      tags: ['swag', 'bow', 'ribbon', 'traditional', 'wedding', 'elegant'],
      notes: 'One swag and one bow to a repeat.',
    },
  ),
  grown(
    fringe,
    { wideInches: 9, swing: 0, loops: 6, size: 1.25, sides: 'both' },
    {
      slug: 'loop-border',
      name: 'Loop Border',
      kind: 'border',
      sizeInches: [9, 3.3],
      repeatInches: 9,
      tags: ['loops', 'playful', 'children', 'easy'],
      notes: 'Loops up and down in turn.',
    },
  ),
]
