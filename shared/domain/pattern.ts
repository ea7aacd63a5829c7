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

/** Stands among designers for the patterns that nobody is named for. */
export const NO_DESIGNER = 'none'

/** Days back that are offered for "last used" and "added". */
export const RECENT_DAYS = [7, 30, 365] as const
