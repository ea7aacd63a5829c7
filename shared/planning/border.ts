import { heightOf, widthOf } from '#shared/geometry/bounds.ts'
import type { HalfPlane } from '#shared/geometry/clip.ts'
import { type Affine, compose, rotation, scaling, translation } from '#shared/geometry/transform.ts'
import { type Reading, readingOf, refusal } from '#shared/util/reading.ts'
import type { PatternFacts } from './facts.ts'
import type { Layout, Place, PlacedLine } from './layout.ts'
import { type BorderPlan, MOST_REPEATS, type QuiltSize, SMALLEST_ROW_MM } from '#shared/domain/quilt-plan.ts'

export const SIDES = ['top', 'right', 'bottom', 'left'] as const
export type Side = (typeof SIDES)[number]

export interface BorderLayout extends Layout {
  readonly kind: 'border'
  /** Clockwise from the top. */
  readonly sides: readonly BorderSide[]
  readonly depthMm: number
  readonly corners: 'pattern' | 'mitre' | 'gap'
  /** Of the pattern across the border, and along it before it is stretched. */
  readonly scale: number
}

export interface BorderSide {
  readonly side: Side
  readonly lengthMm: number
  readonly repeats: number
  /** What one repeat is made longer (above 0) or shorter (below), in percent. */
  readonly stretchPercent: number
}

/**
 * Four borders of one pattern, each a whole number of repeats long: the number that stretches a repeat the least. The pattern's top
 * shows outwards all round. Corners hold a pattern of their own, are cut at 45 degrees where two sides meet, or stay empty.
 * @returns a refusal when the border has no room on the quilt, or a corner pattern is wanted and none is there
 */
export function borderLayout(
  facts: PatternFacts,
  corner: PatternFacts | null,
  plan: BorderPlan,
  quilt: QuiltSize,
): Reading<BorderLayout> {
  const { depthMm, insetMm } = plan
  if (!(depthMm >= SMALLEST_ROW_MM)) return refusal(TOO_NARROW)
  const inner = Math.min(quilt.widthMm, quilt.heightMm) - 2 * (depthMm + insetMm)
  if (!(inner >= SMALLEST_ROW_MM)) return refusal(NO_ROOM)
  if (plan.corners === 'pattern' && corner === null) return refusal(NO_CORNER)

  const scale = depthMm / facts.heightMm
  const isMitre = plan.corners === 'mitre'
  const laid = SIDES.map(side => {
    const frame = frameOf(side, quilt, insetMm, depthMm)
    const from = isMitre ? 0 : depthMm
    const lengthMm = frame.outerMm - 2 * from
    const repeats = wholeRepeats(lengthMm, facts.advanceMm * scale)
    const advance = lengthMm / repeats
    const stretch = advance / (facts.advanceMm * scale)
    const within = isMitre ? { within: mitre(frame, depthMm) } : {}
    const places = Array.from({ length: repeats }, (_, index): Place => {
      const own: Affine = {
        a: scale * stretch,
        b: 0,
        c: 0,
        d: scale,
        e: from + index * advance - facts.leftMm * scale * stretch,
        f: -facts.bounds.minY * scale,
      }
      return { source: 'pattern', at: compose(frame.at, own), ...within }
    })
    return { side, lengthMm, repeats, stretchPercent: (stretch - 1) * 100, places, frame }
  })
  const repeats = laid.reduce((sum, side) => sum + side.repeats, 0)
  if (repeats > MOST_REPEATS) return refusal(tooMany())

  const lines = laid.flatMap(({ places, frame }): PlacedLine[] => {
    const line: PlacedLine = { part: 'side', places }
    if (plan.corners !== 'pattern' || corner === null) return [line]
    return [{ part: 'corner', places: [cornerPlace(corner, frame.at, depthMm, plan.cornerTurns)] }, line]
  })
  return readingOf({
    kind: 'border',
    quilt,
    // A pattern that is stitched from right to left goes round the other way.
    lines:
      facts.direction === 1 ? lines : lines.toReversed().map(line => ({ ...line, places: line.places.toReversed() })),
    repeats: repeats + (plan.corners === 'pattern' ? SIDES.length : 0),
    sides: laid.map(({ side, lengthMm, repeats: count, stretchPercent }) => ({
      side,
      lengthMm,
      repeats: count,
      stretchPercent,
    })),
    depthMm,
    corners: plan.corners,
    scale,
  })
}

/** Of the two whole numbers next to it, the one that changes the length of a repeat the least. */
function wholeRepeats(lengthMm: number, advanceMm: number): number {
  const fewer = Math.max(1, Math.floor(lengthMm / advanceMm))
  const off = (repeats: number) => Math.abs(lengthMm / (repeats * advanceMm) - 1)
  return off(fewer) <= off(fewer + 1) ? fewer : fewer + 1
}

interface Frame {
  /** From along and outwards, beginning at the inner line below the corner, to the quilt. */
  readonly at: Affine
  /** Length of the outer line. */
  readonly outerMm: number
}

/** Each side as if it were the top one, going clockwise. */
function frameOf(side: Side, { widthMm, heightMm }: QuiltSize, inset: number, depth: number): Frame {
  const wide = widthMm - 2 * inset
  const high = heightMm - 2 * inset
  const reach = inset + depth
  switch (side) {
    case 'top':
      return { at: { a: 1, b: 0, c: 0, d: 1, e: inset, f: heightMm - reach }, outerMm: wide }
    case 'right':
      return { at: { a: 0, b: -1, c: 1, d: 0, e: widthMm - reach, f: heightMm - inset }, outerMm: high }
    case 'bottom':
      return { at: { a: -1, b: 0, c: 0, d: -1, e: widthMm - inset, f: reach }, outerMm: wide }
    case 'left':
      return { at: { a: 0, b: 1, c: -1, d: 0, e: reach, f: inset }, outerMm: high }
  }
}

/** The two slanting edges of a side whose corners are cut at 45 degrees. */
function mitre({ at, outerMm }: Frame, depth: number): HalfPlane[] {
  const edge = (along: number, outwards: number, limit: number): HalfPlane => {
    const nx = (at.a * along + at.c * outwards) * Math.SQRT1_2
    const ny = (at.b * along + at.d * outwards) * Math.SQRT1_2
    return { nx, ny, limit: limit * Math.SQRT1_2 + nx * at.e + ny * at.f }
  }
  return [edge(-1, -1, -depth), edge(1, -1, outerMm - depth)]
}

/** The corner at the beginning of a side: the design as large as fits the square, in its middle. */
function cornerPlace({ bounds }: PatternFacts, frame: Affine, depth: number, turns: number): Place {
  const scale = depth / Math.max(widthOf(bounds), heightOf(bounds))
  const middle = translation(-(bounds.minX + bounds.maxX) / 2, -(bounds.minY + bounds.maxY) / 2)
  const turned = compose(rotation((-turns * Math.PI) / 2), compose(scaling(scale), middle))
  return { source: 'corner', at: compose(frame, compose(translation(depth / 2, depth / 2), turned)) }
}

const TOO_NARROW = { code: 'border-too-narrow', message: 'This border would be narrower than a fifth of an inch.' }
const NO_ROOM = {
  code: 'border-no-room',
  message: 'The borders meet in the middle. Make them narrower or the quilt larger.',
}
const NO_CORNER = { code: 'no-corner-pattern', message: 'Choose a pattern for the corners first.' }

/** Made when it is said: the first number written with its commas costs a thread 25 ms of its start. */
const tooMany = () => ({
  code: 'too-many-repeats',
  message: `This would be more than ${MOST_REPEATS.toLocaleString('en')} repeats. Make the border wider.`,
})
