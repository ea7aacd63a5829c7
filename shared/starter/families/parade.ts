import { loopAt } from '#shared/starter/curls.ts'
import { extentOf, tallAs } from '#shared/starter/extent.ts'
import type { Family } from '#shared/starter/family.ts'
import { figureNames, figures } from '#shared/starter/figures/all.ts'
import { stemmed } from '#shared/starter/figures/draw.ts'
import { placed, type Path } from '#shared/starter/path.ts'
import type { Knot } from '#shared/starter/spline.ts'
import { strung, type Stop } from '#shared/starter/strung.ts'

const choices = {
  /** What stands at the lower stops. */
  low: { of: figureNames },
  /** What stands, or hangs, at the upper stops. */
  high: { of: figureNames },
  lowTallInches: { from: 1.5, to: 8 },
  highTallInches: { from: 1.5, to: 8 },
  /** Whether the upper figures stand as the lower ones do, or hang head down so that the quilt has no upside down. */
  upper: { of: ['stands', 'hangs'] },
  /** Inches of room between a lower figure and an upper one. */
  gap: { from: 0.6, to: 3 },
  /** Inches from the lower stops up to the upper ones. */
  drop: { from: 2, to: 10 },
  /** Inches of stem between the line and a figure. */
  stem: { from: 0, to: 1.5 },
  /** What the line does half way between two stops. */
  between: { of: ['nothing', 'a loop', 'two loops', 'a heart', 'a star', 'a raindrop'] },
  /** Inches across a loop, or the height of a small figure between. */
  small: { from: 0.5, to: 1.8 },
  /** Degrees the figures lean, to the left at the lower stops and to the right at the upper ones. */
  lean: { from: -30, to: 30 },
} as const

/** Inches the line runs below the foot of a figure that stands, on either side of it. */
const DIP = 0.35

/** How much of an upper figure’s width the line runs level under. */
const LEVEL = 0.8

/** Figures on one flowing line, a lower and an upper one in turn. */
export const parade: Family<typeof choices> = {
  id: 'parade',
  choices,
  line(chosen) {
    const { low, high, lowTallInches, highTallInches, upper, gap, drop, stem, lean } = chosen
    const hangs = upper === 'hangs'
    const lower = stemmed(placed(tallAs(figures[low](), lowTallInches), { turn: lean }), stem)
    const higher = placed(
      stemmed(placed(tallAs(figures[high](), highTallInches), { turn: hangs ? lean : -lean }), stem),
      hangs ? { turn: 180 } : {},
    )
    const [a, b] = [extentOf(lower), extentOf(higher)]
    const [y0, y1] = [-drop / 2, drop / 2]
    const x0 = gap / 2 - a.left
    const x1 = x0 + a.right + gap - b.left
    const wide = x1 + b.right + gap / 2
    const stops = [stopAt(lower, x0, y0), stopAt(higher, x1, y1)] as const
    if (hangs) {
      const rise: Knot = [x0 + a.right + gap / 2, 0, STEEP]
      return strung([0, 0, -STEEP], stops[0], ...ornament(chosen, rise), stops[1], [wide, 0, -STEEP])
    }
    // The line runs level under every figure and climbs in the gaps between, so that rows stack as closely as the figures allow.
    const side = Math.min(0.4, gap / 4)
    const [left, right] = [x0 + a.left - side, x0 + a.right + side]
    const [highLeft, highRight] = [x1 + b.left * LEVEL, x1 + b.right * LEVEL]
    const slope = (room: number) => (Math.atan2(drop, room) * 180) / Math.PI + 6
    const middle = -DIP
    const rise: Knot = [(right + highLeft) / 2, middle, slope(highLeft - right)]
    const fall = -slope(left + wide - highRight)
    const start: Knot = [(highRight - wide + left) / 2, middle, fall]
    return strung(
      start,
      [left, y0 - DIP],
      stops[0],
      [right, y0 - DIP],
      ...ornament(chosen, rise),
      [highLeft, y1 - DIP],
      stops[1],
      [highRight, y1 - DIP],
      [start[0] + wide, middle, fall],
    )
  },
}

/** Degrees at which the line rises between figures that stand and hang in turn. */
const STEEP = 78

function stopAt(figure: Path, x: number, y: number): Stop {
  return { figure: placed(figure, { at: [x, y] }), arriving: 0, leaving: 0 }
}

/** What the rising line does half way between a lower and an upper stop. */
function ornament({ between, small }: { between: string; small: number }, knot: Knot): (Knot | Stop)[] {
  const [x, y, slope = 0] = knot
  if (between === 'nothing') return [knot]
  // A loop lies to the left of the line; the line steps to the right for it, so that it lies in the middle of the gap.
  if (between === 'a loop') return loopAt([x + small * 0.55, y], small, slope)
  if (between === 'two loops') {
    const reach = small * 0.8
    const [dx, dy] = [Math.cos((slope * Math.PI) / 180) * reach, Math.sin((slope * Math.PI) / 180) * reach]
    return [...loopAt([x - dx, y - dy], small * 0.75, slope), ...loopAt([x + dx, y + dy], small, slope + 180, -1)]
  }
  const name = between === 'a heart' ? 'heart' : between === 'a star' ? 'star' : 'raindrop'
  const figure: Path = placed(tallAs(figures[name](), small), { at: [x, y], turn: slope })
  return [{ figure, arriving: slope, leaving: slope }]
}
