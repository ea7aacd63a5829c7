import { type Dice, pickByShare } from '../dice.ts'
import { closureOf, type Density, STYLES, THEMES, type Thing, THINGS, type TrueKind } from './ontology.ts'
import { DESIGNERS } from './shops.ts'

/** What is in the drawing and what it is for. */
export interface Truth {
  /** Everything it shows and is about, with all that those are kinds of: the ids of ontology.ts. */
  readonly things: ReadonlySet<string>
  readonly drawn: readonly Thing[]
  readonly themes: readonly string[]
  readonly style: string | null
  readonly kind: TrueKind | null
  readonly density: Density | null
  /** Width and height; zeros: not known. */
  readonly sizeInches: readonly [number, number]
  readonly designer: string | null
  readonly line: 'one' | 'several'
}

const KIND_SHARES: readonly { readonly kind: TrueKind; readonly share: number }[] = [
  { kind: 'edge-to-edge', share: 42 },
  { kind: 'border', share: 19 },
  { kind: 'block', share: 18 },
  { kind: 'corner', share: 8 },
  { kind: 'motif', share: 6 },
  { kind: 'sashing', share: 4 },
  { kind: 'panel', share: 3 },
]
const DENSITY_SHARES: readonly { readonly density: Density; readonly share: number }[] = [
  { density: 'open', share: 35 },
  { density: 'medium', share: 40 },
  { density: 'dense', share: 25 },
]
/** Drawn together more often than chance would have it. */
const COMPANIONS = ['swirl', 'loop', 'leafy', 'blossom', 'feather', 'star', 'heart', 'meander', 'vine', 'scroll']

export function truthOf(dice: Dice): Truth {
  const main = pickByShare(dice, THINGS)
  const drawn = [main]
  if (dice.happens(0.38)) {
    const id = dice.happens(0.6) ? dice.pick(COMPANIONS) : pickByShare(dice, THINGS).id
    const second = THINGS.find(thing => thing.id === id)
    if (second && second !== main) drawn.push(second)
  }
  const above = drawn.flatMap(thing => closureOf(thing.id))
  const themes = dice.happens(0.22) ? [dice.pick(Object.keys(THEMES))] : []
  const style = dice.happens(0.3) ? dice.pick(Object.keys(STYLES)) : null
  const { kind } = pickByShare(dice, KIND_SHARES)
  return {
    things: new Set([...above, ...themes.flatMap(closureOf), ...(style ? [style] : [])]),
    drawn,
    themes,
    style,
    kind,
    density: pickByShare(dice, DENSITY_SHARES).density,
    sizeInches: sizeOf(dice, kind),
    designer: dice.pick(DESIGNERS),
    line: dice.happens(0.8) ? 'one' : 'several',
  }
}

/** Blocks and corners in the sizes that quilts have; rows and borders longer than high. */
function sizeOf(dice: Dice, kind: TrueKind): [number, number] {
  const tall = dice.pick([3, 4, 4.5, 5, 6, 6, 7, 8, 8, 9, 10, 10, 12, 12, 14])
  if (kind === 'block' || kind === 'corner' || kind === 'motif') return [tall, tall]
  const longer = dice.pick([1, 1.2, 1.5, 2, 2.5])
  return [Math.round(tall * longer * 10) / 10, tall]
}
