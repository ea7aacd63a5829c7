import { dice } from '#shared/starter/dice.ts'
import { featuresOf, type Features } from '#shared/shape/features.ts'
import { drawnByHand, shaken, stitched, turned, warped } from './disturb.ts'
import { laidOut, LAYOUTS, type Layout } from './layouts.ts'
import { between, boxOf, designOf, oneOf, type Roll, type ShapeFamily, type Strokes } from './strokes.ts'

/** One measured drawing. */
export interface Specimen {
  readonly family: string
  /** Drawings of one motif share it. */
  readonly motif: number
  readonly as: 'alone' | 'again' | 'hand' | Layout
  readonly features: Features
}

export interface Wanted {
  readonly motifs: number
  /** Chance that a motif is also shown in a layout, each. */
  readonly layouts: number
  /** Chance that it is also shown redrawn by hand. */
  readonly hand: number
}

/** The motifs of one family, alone and in their layouts; the same for ever for the same seed. */
export function specimensOf(family: ShapeFamily, seed: number, { motifs, layouts, hand }: Wanted): Specimen[] {
  const roll = dice(seed)
  const found: Specimen[] = []
  const add = (motif: number, as: Specimen['as'], strokes: Strokes): void => {
    const features = featuresOf(designOf(strokes))
    if (features) found.push({ family: family.id, motif, as, features })
  }
  for (let motif = 0; motif < motifs; motif++) {
    const drawn = warped(family.draw(roll), roll)
    add(motif, 'alone', toldAnyhow(drawn, roll))
    for (const layout of LAYOUTS)
      if (roll() < layouts) add(motif, layout, toldAnyhow(laidOut(drawn, layout, roll), roll))
    if (roll() < layouts) add(motif, 'again', toldAnyhow(warped(drawn, roll, 0.2), roll))
    if (roll() < hand) add(motif, 'hand', drawnByHand(drawn, roll))
  }
  return found
}

/** As files tell lines: as they are, as stitches, with rounding, a hair turned, in another order. */
function toldAnyhow(strokes: Strokes, roll: Roll): Strokes {
  const { width, height } = boxOf(strokes)
  const size = Math.max(width, height)
  switch (oneOf(roll, ['plain', 'plain', 'stitches', 'shaken', 'turned', 'backwards'] as const)) {
    case 'plain':
      return strokes
    case 'stitches':
      return stitched(strokes, size * between(roll, 0.004, 0.012))
    case 'shaken':
      return shaken(stitched(strokes, size * 0.012), size * between(roll, 0.0002, 0.0012), roll)
    case 'turned':
      return turned(strokes, between(roll, -6, 6))
    case 'backwards':
      return strokes.toReversed().map(line => {
        const out = new Float64Array(line.length)
        for (let at = 0; at < line.length; at += 2) {
          out[at] = line[line.length - at - 2]!
          out[at + 1] = line[line.length - at - 1]!
        }
        return out
      })
  }
}
