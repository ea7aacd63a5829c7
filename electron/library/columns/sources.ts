import type { FactRow, FileRow } from './queries.ts'

/** What there is of a pattern to make a machine's file of: a handful of such kinds in any library, however large. */
export interface PatternSource {
  /** Formats of files that Bobbin reads, and of those that only their machine opens. */
  readonly read: readonly string[]
  readonly locked: readonly string[]
  readonly isInPieces: boolean
  /** She chose a version of her own to be sent, and it alone is. */
  readonly isChosen: boolean
}

/** One text for each kind; null: nothing to stitch from. A file that cannot be read is nothing to send. */
export function sourceKey(
  pattern: Pick<FactRow, 'state' | 'jumps' | 'hasVersion'>,
  files: readonly FileRow[],
): string | null {
  const version = pattern.hasVersion === 1 ? files.filter(file => file.isVersion === 1) : []
  const whole = (version.length > 0 ? version : files.filter(file => file.isVersion === 0)).filter(
    file => file.isDamaged === 0,
  )
  const [read, locked] = [false, true].map(isLocked => {
    const isAsked = (file: FileRow) => (file.isLocked === 1 || pattern.state !== 'readable') === isLocked
    return [...new Set(whole.filter(isAsked).map(file => file.of))].toSorted().join(' ')
  })
  if (read === '' && locked === '') return null
  return [read, locked, (pattern.jumps ?? 0) > 0 ? 'pieces' : '', version.length > 0 ? 'chosen' : ''].join('|')
}

export function sourceOf(key: string): PatternSource {
  const [read = '', locked = '', pieces = '', chosen = ''] = key.split('|')
  const list = (text: string) => (text === '' ? [] : text.split(' '))
  return { read: list(read), locked: list(locked), isInPieces: pieces !== '', isChosen: chosen !== '' }
}
