import type { FileFacts, PatternDetail } from '#shared/contract/library/patterns.ts'
import { t } from '#renderer/i18n/i18n.ts'

/** `Motif, one continuous line`: what it is for and how it runs. */
export function kindWords(detail: PatternDetail): string {
  const words: string[] = [t(`kind.${detail.kind}`)]
  if (detail.jumps === 0) words.push(detail.closed ? t('preview.closedLine') : t('preview.oneLine'))
  else if (detail.jumps !== null) words.push(t('preview.jumps', { count: detail.jumps }))
  return words.join(', ')
}

/** `QLI, BQM, DXF, picture, notes`: each kind of file once, designs first. */
export function filesWords(files: readonly FileFacts[]): string {
  const formats = files.filter(file => file.role === 'design' || file.role === 'locked')
  const words = formats.map(file => file.format.toUpperCase())
  if (files.some(file => file.role === 'picture')) words.push(t('preview.picture'))
  if (files.some(file => file.role === 'document')) words.push(t('preview.document'))
  return [...new Set(words)].join(', ')
}
