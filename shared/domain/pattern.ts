/** What a quilter calls the pattern's use; the words of every shop and machine manual. */
export const KINDS = ['edge-to-edge', 'border', 'corner', 'block', 'sashing', 'motif', 'panel', 'other'] as const
export type Kind = (typeof KINDS)[number]

/** Whether Bobbin can show the stitching: decided by the best of the pattern's files. */
export const PATTERN_STATES = ['readable', 'locked', 'unreadable'] as const
export type PatternState = (typeof PATTERN_STATES)[number]

/** What one file is to its pattern. */
export const FILE_ROLES = ['design', 'locked', 'picture', 'document', 'other'] as const
export type FileRole = (typeof FILE_ROLES)[number]

/** How the stitching hangs together: without a single jump, or with some. */
export const LINES = ['one', 'several'] as const
export type Line = (typeof LINES)[number]

/** By the longer side: up to 6 inches, up to 12, more, or not stated. */
export const SIZES = ['small', 'medium', 'large', 'unknown'] as const
export type Size = (typeof SIZES)[number]

const MM_PER_INCH = 25.4
const SMALL_INCHES = 6
const MEDIUM_INCHES = 12

/** Goes by the tenth of an inch that is shown, so that a pattern that reads `6 × 4 in` is never among the larger ones. */
export function sizeOf(widthMm: number | null, heightMm: number | null): Size {
  if (widthMm === null || heightMm === null) return 'unknown'
  const inches = Math.round((Math.max(widthMm, heightMm) / MM_PER_INCH) * 10) / 10
  return inches <= SMALL_INCHES ? 'small' : inches <= MEDIUM_INCHES ? 'medium' : 'large'
}

/** How close the stitching lies: open, medium or dense. */
export const DENSITIES = ['open', 'medium', 'dense'] as const
export type Density = (typeof DENSITIES)[number]

/**
 * Millimetres stitched on each square millimetre of the bounds; one over it is about how far one line lies from the next. Lines an inch
 * apart and more are open, lines closer than half an inch dense. Of the starter designs three in ten are open and two in ten dense; of
 * the machine files collected from designers a third and a tenth.
 */
const OPEN_BELOW = 1 / MM_PER_INCH
const DENSE_FROM = 2 / MM_PER_INCH

/** Null when it cannot be told: the size is not stated, nothing is stitched, or it has no area. Lengths in millimetres. */
export function densityOf(stitchedMm: number | null, widthMm: number | null, heightMm: number | null): Density | null {
  const area = (widthMm ?? 0) * (heightMm ?? 0)
  if (stitchedMm === null || !(stitchedMm > 0) || !(area > 0)) return null
  const perArea = stitchedMm / area
  return perArea < OPEN_BELOW ? 'open' : perArea < DENSE_FROM ? 'medium' : 'dense'
}

/** Where the stitching ends: as high as it starts, so that repeats meet side by side; higher or lower; or where it started. */
export const ENDS = ['level', 'uneven', 'closed'] as const
export type Ends = (typeof ENDS)[number]

/** 0.02 inch, what the machines Bobbin knows of are warned of; where the size is not stated, that share of ten inches. */
const LEVEL_WITHIN_MM = 0.508
const LEVEL_WITHIN_SHARE = 0.002

/**
 * @param riseMm height of the last stitch above the first; null: not known
 * @param isClosed the last stitch lies on the first
 * @param widthMm by which a rise of unknown scale is judged
 */
export function endsOf(
  riseMm: number | null,
  isClosed: boolean,
  { widthMm, isStated }: { readonly widthMm: number | null; readonly isStated: boolean },
): Ends | null {
  if (isClosed) return 'closed'
  if (riseMm === null) return null
  const within = isStated ? LEVEL_WITHIN_MM : (widthMm ?? 0) * LEVEL_WITHIN_SHARE
  return Math.abs(riseMm) <= within ? 'level' : 'uneven'
}

/** Stands among designers for the patterns that nobody is named for. */
export const NO_DESIGNER = 'none'

/** Days back that are offered for "last used" and "added". */
export const RECENT_DAYS = [7, 30, 365] as const
