import type { ImportCounts } from '#shared/contract/library/imports.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { counted } from '#renderer/i18n/words.ts'

/** The counts of an import as sentences; what is none is not said. */
export function countSentences(counts: ImportCounts): string[] {
  const said: [number, (count: number) => string][] = [
    [counts.bundles, count => t('bringIn.bundles', counted(count))],
    [counts.alreadyHere - counts.twice, count => t('bringIn.already', counted(count))],
    [counts.twice, count => t('bringIn.twice', counted(count))],
    [counts.putBack, count => t('bringIn.putBack', counted(count))],
    [counts.locked, count => t('bringIn.locked', counted(count))],
    [counts.unreadable, count => t('bringIn.unreadable', counted(count))],
    [counts.leftAlone, count => t('bringIn.leftAlone', counted(count))],
    [counts.refused, count => t('bringIn.refused', counted(count))],
  ]
  return said.filter(([count]) => count > 0).map(([count, words]) => words(count))
}

/** `Found 812 new patterns in 3,940 files.` */
export function foundSentence(counts: ImportCounts): string {
  const files = t('bringIn.files', counted(counts.files))
  return counts.patterns === 0
    ? t('bringIn.foundNothing', { files })
    : t('bringIn.found', { ...counted(counts.patterns), files })
}
