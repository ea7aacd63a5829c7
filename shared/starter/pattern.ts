import type { Design } from '#shared/geometry/design.ts'
import { RunBuilder } from '#shared/geometry/run-builder.ts'
import { fromInches } from '#shared/geometry/units.ts'
import type { Path } from './path.ts'

export type StarterKind = 'edge-to-edge' | 'border' | 'block' | 'corner' | 'motif'

/** One design of the starter library. */
export interface StarterPattern {
  /** File name without extension: lower case words joined by hyphens. */
  readonly slug: string
  readonly name: string
  readonly kind: StarterKind
  /** Plain lower-case words: what is in it, its style, its season. */
  readonly tags: readonly string[]
  /** For the quilter: size, how rows or corners are set. */
  readonly notes: string
  /** Edge-to-edge only: inches from one row's start line to the next, so that rows nest without touching. */
  readonly rowInches?: number
  /** Edge-to-edge only: inches every other row is set to the side; absent when all rows start alike. */
  readonly rowShiftInches?: number
  /** Draws the design; the same every time. Throws only when the drawing itself is broken, which the tests rule out. */
  draw(): Design
}

export const STARTER_DESIGNER = 'Bobbin starter'
export const STARTER_LICENCE =
  'Free to stitch for anyone, on your own quilts and for customers. Drawn for Bobbin; comes with no warranty.'

export interface StarterSheet extends Omit<StarterPattern, 'draw'> {
  /** The stitched line, in inches. */
  path(): Path
}

/** Makes the pattern of a drawn sheet: one run in millimetres. */
export function starter({ path, ...about }: StarterSheet): StarterPattern {
  return {
    ...about,
    draw: () => ({
      runs: [runOf(path())],
      metadata: {
        name: about.name,
        notes: [`${about.name} by ${STARTER_DESIGNER}. ${STARTER_LICENCE}`, about.notes],
        size: 'stated',
      },
    }),
  }
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
