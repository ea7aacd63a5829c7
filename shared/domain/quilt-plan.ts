/** What a quilter decides about a quilt. Lengths in millimetres, however she typed them. */
export interface QuiltPlan {
  readonly quilt: QuiltSize
  readonly kind: 'rows' | 'border'
  readonly rows: RowsPlan
  readonly border: BorderPlan
  readonly sewing: SewingPlan
}

export interface QuiltSize {
  readonly widthMm: number
  readonly heightMm: number
}

export interface RowsPlan {
  /** Which of the next two she typed; the other follows. */
  readonly by: 'height' | 'count'
  /** How tall the pattern is stitched. */
  readonly heightMm: number
  readonly count: number
  /** How far a row reaches into the one above; below zero a gap. */
  readonly overlapMm: number
  /** How far a repeat reaches into the one before; below zero a gap. */
  readonly acrossOverlapMm: number
  /** Part of a repeat by which every second row is moved to the right: 0 to below 1. */
  readonly offset: number
  /** Where the first row begins, below the quilt's top edge; below zero it begins above. */
  readonly firstRowMm: number
  readonly order: RowOrder
  readonly edges: Edges
  /** From the end of a row to the start of the next. */
  readonly between: Between
}

/** Every row from the same side, or every second one backwards. */
export type RowOrder = 'one-way' | 'to-and-fro'
/** Stitches beyond the quilt's edges are cut off, or repeats stay whole. */
export type Edges = 'trim' | 'whole'
/** With the needle up, or stitched. */
export type Between = 'jump' | 'stitch'

export interface BorderPlan {
  /** How tall the pattern is stitched: from the border's inner to its outer line. */
  readonly depthMm: number
  /** From the quilt's edge to the border's outer line. */
  readonly insetMm: number
  readonly corners: Corners
  /** A pattern of hers for the corners; used when `corners` is `pattern`. */
  readonly cornerPatternId: string | null
  /** Quarter turns clockwise until the corner pattern is right for the top left corner. */
  readonly cornerTurns: number
}

/** A pattern of its own, the two sides cut where they meet at 45 degrees, or nothing. */
export type Corners = 'pattern' | 'mitre' | 'gap'

export interface SewingPlan {
  readonly stitchesPerInch: number
  readonly stitchesPerMinute: number
  /** For each needle-up move and each pause: tying off, cutting, beginning again. */
  readonly secondsPerStop: number
  /** Top, batting and backing together, as they lie under the needle. */
  readonly thicknessMm: number
  /** Thread on one spool of hers. */
  readonly spoolMm: number
}

const INCH = 25.4
const YARD = 914.4

/** A throw; the most common size that customers bring. */
export const FIRST_QUILT: QuiltSize = { widthMm: 60 * INCH, heightMm: 72 * INCH }

/** Sensible values before she has typed anything, for a pattern of this height. */
export function firstPlan(patternHeightMm: number, isBorder = false): QuiltPlan {
  const heightMm = Math.min(FIRST_QUILT.heightMm, Math.max(SMALLEST_ROW_MM, patternHeightMm))
  return {
    quilt: FIRST_QUILT,
    kind: isBorder ? 'border' : 'rows',
    rows: {
      by: 'height',
      heightMm,
      count: Math.ceil(FIRST_QUILT.heightMm / heightMm),
      overlapMm: 0,
      acrossOverlapMm: 0,
      offset: 0,
      firstRowMm: 0,
      order: 'one-way',
      edges: 'trim',
      between: 'jump',
    },
    border: {
      depthMm: Math.min(heightMm, 12 * INCH),
      insetMm: 0,
      corners: 'gap',
      cornerPatternId: null,
      cornerTurns: 0,
    },
    sewing: {
      stitchesPerInch: 10,
      stitchesPerMinute: 1_800,
      secondsPerStop: 20,
      thicknessMm: 2,
      spoolMm: 3_000 * YARD,
    },
  }
}

/** Bounds of what may be typed, in millimetres. */
export const SMALLEST_QUILT_MM = 50
export const LARGEST_QUILT_MM = 10_000
export const SMALLEST_ROW_MM = 5
export const MOST_ROWS = 500
/** More than this many repeats is no quilt but a slip of the keyboard, and drawing it would hold the window up. */
export const MOST_REPEATS = 5_000
