import { type Dice, diceOf } from '../dice.ts'
import type { Density, TrueKind } from './ontology.ts'
import { type Truth, truthOf } from './truth.ts'
import { writtenBy } from './write.ts'

/** What is known apart from the words, and what the words and facts let on. */
export interface Entry {
  readonly truth: Truth
  /** The part of the truth that is written somewhere, or that follows from the facts. */
  readonly told: Truth
  readonly name: string
  readonly tags: readonly string[]
  readonly notes: string
  readonly files: readonly string[]
  readonly designer: string | null
  /** As the import saw it: 'other' where neither name nor shape gave it away. */
  readonly kind: TrueKind | 'other'
  /** Null: the file does not state it. */
  readonly widthMm: number | null
  readonly heightMm: number | null
  readonly stitchedMm: number | null
  readonly jumps: number
}

/** The seeds of the two libraries: one to tune with, one of the set that is held back. */
export const TUNING_SEED = 20_261_121
export const HELD_BACK_SEED = 912_503

export function searchLibrary(count: number, seed: number): Entry[] {
  const dice = diceOf(seed)
  return Array.from({ length: count }, () => entryOf(dice))
}

const MM_PER_INCH = 25.4
/** Stitched mm per mm2: rows 30 to 50 mm apart are open, 5 to 9 mm apart are dense. */
const RATIOS: Readonly<Record<Density, readonly [number, number]>> = {
  open: [0.02, 0.034],
  medium: [0.055, 0.08],
  dense: [0.12, 0.2],
}

function entryOf(dice: Dice): Entry {
  const truth = truthOf(dice)
  const written = writtenBy(dice, truth)
  const sized = dice.happens(0.9)
  const [widthMm, heightMm] = truth.sizeInches.map(inches => Math.round(inches * MM_PER_INCH * 10) / 10) as [
    number,
    number,
  ]
  const stitchedMm = Math.round(widthMm * heightMm * dice.between(...RATIOS[truth.density ?? 'medium']))
  const kindSeen = dice.happens(0.85)
  const designerSeen = dice.happens(0.88)
  const seen = new Set(written.seen)
  return {
    truth,
    told: {
      things: new Set([...truth.things].filter(id => seen.has(id))),
      kind: kindSeen || seen.has('kind') ? truth.kind : null,
      density: sized || seen.has('density') ? truth.density : null,
      sizeInches: sized || seen.has('size') ? truth.sizeInches : [0, 0],
      designer: designerSeen || seen.has('designer') ? truth.designer : null,
      line: truth.line,
      drawn: truth.drawn.filter(({ id }) => seen.has(id)),
      themes: truth.themes.filter(id => seen.has(id)),
      style: truth.style !== null && seen.has(truth.style) ? truth.style : null,
    },
    name: written.name,
    tags: written.tags,
    notes: written.notes,
    files: written.files,
    designer: designerSeen ? truth.designer : null,
    kind: (kindSeen ? truth.kind : null) ?? 'other',
    widthMm: sized ? widthMm : null,
    heightMm: sized ? heightMm : null,
    stitchedMm: sized ? stitchedMm : null,
    jumps: truth.line === 'one' ? 0 : 3,
  }
}
