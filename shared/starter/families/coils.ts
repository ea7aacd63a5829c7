import { bent } from '#shared/starter/along.ts'
import { grown, type Family } from '#shared/starter/family.ts'
import { endOf, headingAtEnd, headingAtStart, join, placed, repeated, type Path } from '#shared/starter/path.ts'
import { swirl } from '#shared/starter/swirls.ts'
import { through } from '#shared/starter/spline.ts'

const choices = {
  /** Pairs of coils to a repeat. */
  pairs: { from: 1, to: 3, whole: true },
  /** Sides of a coil; with 0 it is round. */
  sides: { from: 0, to: 8, whole: true },
  /** Inches from the middle of a coil to its corner, or to its rim when it is round. */
  radius: { from: 1.4, to: 6 },
  /** Size of every second coil as a part of the first. */
  second: { from: 0.5, to: 1 },
  /** Inches between two windings that run the same way. */
  winding: { from: 0.5, to: 1.6 },
  /** Inches from the middle line up to the upper coils and down to the lower ones. */
  lift: { from: -1.6, to: 3 },
  /** Inches from one coil to the next. */
  step: { from: 2, to: 7 },
  /** Degrees a coil is turned. */
  turn: { from: -45, to: 45 },
  /** Height of a coil as a part of its width. */
  flat: { from: 0.5, to: 1.2 },
} as const

/** How far the rim of a polygon with its corners at 1 lies from the middle, in the direction of `degrees`, its corners softened. */
function rimOf(sides: number, degrees: number): number {
  if (sides < 3) return 1
  const share = 360 / sides
  const off = (((degrees % share) + share) % share) - share / 2
  const sharp = Math.cos(Math.PI / sides) / Math.cos((off * Math.PI) / 180)
  // The softened corner is a power mean of the polygon and its own inscribed circle.
  const inner = Math.cos(Math.PI / sides)
  return (0.5 * (sharp ** -6 + inner ** -6)) ** (-1 / 6) * 0.35 + sharp * 0.65
}

/** A chain of coils, one up and one down, each wound in and out again between its own windings. */
export const coil: Family<typeof choices> = {
  id: 'coil',
  choices,
  line({ pairs, sides, radius, second, winding, lift, step, turn, flat }) {
    const one = (size: number): Path => {
      const round = swirl(radius * size, winding, 24)
      if (sides < 3 && flat === 1) return round
      return bent(round, ([x, y]) => {
        const angle = (Math.atan2(y, x) * 180) / Math.PI
        const k = rimOf(sides, angle - 90 - turn)
        return [x * k, y * k * flat]
      })
    }
    const upper = placed(one(1), { at: [0, lift] })
    const lower = placed(one(second), { at: [step, -lift], flip: 'y' })
    const link = (from: Path, to: Path) =>
      through([...endOf(from), headingAtEnd(from)], [...to.start, headingAtStart(to)])
    const pair = join(upper, link(upper, lower), lower, link(lower, placed(upper, { at: [2 * step, 0] })))
    return repeated(pair, pairs)
  },
}

export const coils = [
  grown(
    coil,
    { pairs: 2, sides: 6, radius: 2.45, second: 1, winding: 0.9, lift: 2, step: 2.45, turn: 0, flat: 1 },
    {
      slug: 'honeycomb-coils',
      name: 'Honeycomb Coils',
      kind: 'edge-to-edge',
      sizeInches: [11.7, 8.7],
      repeatInches: 9.8,
      rowInches: 8,
      tags: ['hexagon', 'honeycomb', 'bee', 'geometric', 'modern', 'dense'],
      notes: 'Six-sided coils, wound in and out again; nothing touches.',
    },
  ),
  grown(
    coil,
    { pairs: 2, sides: 4, radius: 2.9, second: 1, winding: 0.9, lift: 1.6, step: 3.1, turn: 0, flat: 1 },
    {
      slug: 'diamond-coils',
      name: 'Diamond Coils',
      kind: 'edge-to-edge',
      sizeInches: [14.8, 8.5],
      repeatInches: 12.4,
      rowInches: 6.55,
      tags: ['diamonds', 'spiral', 'geometric', 'modern', 'dense'],
      notes: 'Squares on point, wound in and out again.',
    },
  ),
  grown(
    coil,
    { pairs: 1, sides: 0, radius: 2.9, second: 0.62, winding: 0.85, lift: 1.9, step: 4.4, turn: 0, flat: 1 },
    {
      slug: 'cinnamon-rolls',
      name: 'Cinnamon Rolls',
      kind: 'edge-to-edge',
      sizeInches: [11.5, 8.5],
      repeatInches: 8.8,
      rowInches: 6.4,
      tags: ['spiral', 'swirl', 'kitchen', 'modern', 'playful', 'dense'],
      notes: 'A large roll and a small one to a repeat.',
    },
  ),
  grown(
    coil,
    { pairs: 2, sides: 0, radius: 2.6, second: 1, winding: 0.85, lift: 1.9, step: 3.1, turn: 0, flat: 0.84 },
    {
      slug: 'river-stones',
      name: 'River Stones',
      kind: 'edge-to-edge',
      sizeInches: [14.8, 8.2],
      repeatInches: 12.4,
      rowInches: 7.8,
      tags: ['stones', 'water', 'spiral', 'nature', 'masculine', 'dense'],
      notes: 'Flat round stones in the gaps of their neighbours.',
    },
  ),
]
