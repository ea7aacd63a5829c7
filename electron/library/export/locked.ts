import { formatInfo } from '#shared/formats/catalogue.ts'
import type { FormatId } from '#shared/formats/types.ts'

/**
 * Whether a file that could not be read is whole but closed: its format is one that only its own program opens, or it is a QLI
 * that is no text, which is what Gammill's protected patterns are.
 */
export function isLocked(format: FormatId, failureCode: string | null): boolean {
  return formatInfo(format).role === 'locked' || (format === 'qli' && failureCode === 'not-text')
}
