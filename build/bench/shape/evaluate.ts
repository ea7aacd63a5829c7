import { describe } from '#shared/shape/describe.ts'
import { weightsOf } from '#shared/shape/weights.ts'
import { asBorder, asFourUp, designOf, type Drawn, heldOutDesigns } from './designs.ts'
import { dot, foundInTen, type Likeness, mean, sameFamilyOfTen } from './judge.ts'
import { PICTURE_PEERS } from './peers.ts'
import type { Line } from './pen.ts'

const PART = 64
const ONE = 127 * 127

/** Designs of the held-out families, and some of them as borders and as four-up blocks. */
export interface ShapeSet {
  readonly drawings: readonly (readonly Line[])[]
  readonly families: readonly string[]
  readonly borders: readonly Pair[]
  readonly fourUps: readonly Pair[]
}

/** `query` is made of `original`; both are places among the drawings. */
export interface Pair {
  readonly query: number
  readonly original: number
}

/** @param layoutsOf this many designs of each family are also laid out */
export function shapeSet(each: number, layoutsOf: number, seed: number): ShapeSet {
  const designs: readonly Drawn[] = heldOutDesigns(each, seed)
  const drawings = designs.map(({ lines }) => lines)
  const chosen = designs.flatMap((_, place) => (place % each < layoutsOf ? [place] : []))
  const laidOut = (layout: (lines: readonly Line[], place: number) => Line[]) =>
    chosen.map(original => ({ original, query: drawings.push(layout(designs[original]!.lines, original)) - 1 }))
  const borders = laidOut((lines, place) => asBorder(lines, 3 + (place % 4)))
  const fourUps = laidOut(lines => asFourUp(lines))
  return { drawings, families: designs.map(({ family }) => family), borders, fourUps }
}

/** Shares, 0 to 1. */
export interface ShapeMarks {
  readonly name: string
  readonly sameFamily: number
  readonly border: number
  readonly fourUp: number
  readonly by: ReadonlyMap<string, number>
  readonly bordersBy: ReadonlyMap<string, number>
  readonly fourUpsBy: ReadonlyMap<string, number>
}

/** @param likeness for the family; `motif` for the same motif laid out otherwise */
function marksOf(name: string, set: ShapeSet, likeness: Likeness, motif: Likeness): ShapeMarks {
  const originals = set.families.map((_, place) => place)
  const family = sameFamilyOfTen(set.families, likeness)
  const byFamily = (pairs: readonly Pair[]) =>
    new Map(
      [...Map.groupBy(pairs, ({ original }) => set.families[original] ?? '')].map(([id, of]) => [
        id,
        foundInTen(of, originals, motif),
      ]),
    )
  const [bordersBy, fourUpsBy] = [byFamily(set.borders), byFamily(set.fourUps)]
  const all = (by: ReadonlyMap<string, number>) => mean([...by.values()])
  return {
    name,
    sameFamily: family.all,
    by: family.by,
    border: all(bordersBy),
    fourUp: all(fourUpsBy),
    bordersBy,
    fourUpsBy,
  }
}

export function ourShapeMarks(set: ShapeSet): ShapeMarks {
  const vectors = set.drawings.map(lines => describe(designOf(lines))?.vector ?? new Int8Array(3 * PART))
  const part = (a: number, b: number, which: number) =>
    dot(vectors[a]!, vectors[b]!, which * PART, (which + 1) * PART) / ONE
  const at = (likeness: number): Likeness => {
    const { motif, whole, upright } = weightsOf(likeness)
    return (a, b) => motif * part(a, b, 0) + whole * part(a, b, 1) + upright * part(a, b, 2)
  }
  return marksOf('Bobbin', set, at(0.5), at(0))
}

export function peerShapeMarks(set: ShapeSet): ShapeMarks[] {
  return PICTURE_PEERS.map(({ name, of }) => {
    const vectors = set.drawings.map(of)
    const likeness: Likeness = (a, b) => dot(vectors[a]!, vectors[b]!)
    return marksOf(name, set, likeness, likeness)
  })
}
