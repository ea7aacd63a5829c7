import type { Design } from '#shared/geometry/design.ts'
import { RunBuilder } from '#shared/geometry/run-builder.ts'
import { fromInches } from '#shared/geometry/units.ts'
import type { Path } from './path.ts'

export type StarterKind = 'edge-to-edge' | 'border' | 'block' | 'corner' | 'motif' | 'sashing' | 'panel'

/** One design of the starter library. */
export interface StarterPattern {
  /** File name without extension: lower case words joined by hyphens. */
  readonly slug: string
  readonly name: string
  readonly kind: StarterKind
  /** Designs of one family are drawn in one way; the families that can draw more of their kind are in `families.ts`. */
  readonly family: string
  /** What was chosen of the family's measures; absent where a design was drawn by hand. */
  readonly chosen?: Readonly<Record<string, number | string>>
  /** Width and height over all, in inches, to a tenth. */
  readonly sizeInches: readonly [wide: number, tall: number]
  /** Edge-to-edge and borders: inches from one repeat's start to the next; leaves and loops may reach into the neighbour. */
  readonly repeatInches?: number
  /** Plain lower-case words: what is in it, its style, its season. */
  readonly tags: readonly string[]
  /** For the quilter: where it starts and ends, what to know, how repeats and rows are set. */
  readonly notes: string
  /** Edge-to-edge only: inches from one row's start line to the next, so that rows nest without touching. */
  readonly rowInches?: number
  /** Edge-to-edge only: inches every other row is set to the side; absent when all rows start alike. */
  readonly rowShiftInches?: number
  /** Draws the design; the same every time. Throws only when the drawing itself is broken, which the tests rule out. */
  draw(): Design
}

export const STARTER_DESIGNER = 'Bobbin starter'
const STARTER_LICENCE =
  'Free to stitch for anyone, on your own quilts and for customers. Drawn for Bobbin; comes with no warranty.'

export interface StarterSheet extends Omit<StarterPattern, 'draw'> {
  /** The stitched line, in inches. */
  path(): Path
}

/** Makes the pattern of a drawn sheet: one run in millimetres, the notes rounded off with how to set it. */
export function starter({ path, ...about }: StarterSheet): StarterPattern {
  const notes = [about.notes, ...setting(about)].join(' ')
  return {
    ...about,
    notes,
    draw: () => ({
      runs: [runOf(path())],
      metadata: {
        name: about.name,
        notes: [`${about.name} by ${STARTER_DESIGNER}. ${STARTER_LICENCE}`, notes],
        size: 'stated',
      },
    }),
  }
}

function setting({ repeatInches, rowInches, rowShiftInches }: Omit<StarterPattern, 'draw'>): string[] {
  const repeat = repeatInches === undefined ? [] : [`Repeat ${repeatInches} inches.`]
  if (rowInches === undefined) return repeat
  if (rowShiftInches === undefined) return [...repeat, `Set rows ${rowInches} inches apart.`]
  return [...repeat, `Set rows ${rowInches} inches apart, every other row ${rowShiftInches} inches to the side.`]
}

function runOf(path: Path): Design['runs'][number] {
  const run = new RunBuilder(fromInches(path.start[0]), fromInches(path.start[1]))
  for (const stroke of path.strokes) {
    const [x, y] = [fromInches(stroke.to[0]), fromInches(stroke.to[1])]
    if (stroke.kind === 'line') run.line(x, y)
    else if (stroke.kind === 'arc')
      run.arc(x, y, fromInches(stroke.centre[0]), fromInches(stroke.centre[1]), stroke.sweep)
    else
      run.cubic(
        fromInches(stroke.c1[0]),
        fromInches(stroke.c1[1]),
        fromInches(stroke.c2[0]),
        fromInches(stroke.c2[1]),
        x,
        y,
      )
  }
  return run.build()
}
