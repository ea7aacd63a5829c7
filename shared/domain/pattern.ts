/** What a quilter calls the pattern's use; the words of every shop and machine manual. */
export const KINDS = ['edge-to-edge', 'border', 'corner', 'block', 'sashing', 'motif', 'panel', 'other'] as const
export type Kind = (typeof KINDS)[number]

/** Whether Bobbin can show the stitching: decided by the best of the pattern's files. */
export const PATTERN_STATES = ['readable', 'locked', 'unreadable'] as const
export type PatternState = (typeof PATTERN_STATES)[number]

/** What one file is to its pattern. */
export const FILE_ROLES = ['design', 'locked', 'picture', 'document', 'other'] as const
export type FileRole = (typeof FILE_ROLES)[number]
