/** A line of "What happened today". Pure. */
import type { Happened } from '#shared/contract/library/sync.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { counted, dayWords } from '#renderer/i18n/words.ts'
import { fieldWords, nameWords } from './field-words.ts'

/** The sentence; null: a kind of a later Bobbin, which is not shown. */
export function happenedWords({ kind, args }: Pick<Happened, 'kind' | 'args'>): string | null {
  const text = (key: string) => (typeof args[key] === 'string' ? args[key] : '')
  const number = (key: string) => (typeof args[key] === 'number' ? args[key] : 0)
  switch (kind) {
    case 'signed-in':
    case 'signed-out':
    case 'paused':
    case 'resumed':
    case 'offline':
    case 'online':
    case 'compared':
    case 'read-again':
    case 'full':
    case 'sign-in':
    case 'trouble':
    case 'restore-undone':
      return t(`backup.happened.${kind}`)
    case 'sent':
      return sentWords(number('records'), number('files'))
    case 'came':
      return text('computer') === ''
        ? t('backup.happened.came', counted(number('records')))
        : t('backup.happened.cameFrom', { ...counted(number('records')), computer: text('computer') })
    case 'files-came':
      return t('backup.happened.files-came', counted(number('files')))
    case 'conflict':
      return t('backup.happened.conflict', { name: nameWords(text('name')), field: fieldWords(text('field')) })
    case 'aside':
    case 'refused':
      return t(`backup.happened.${kind}`, { name: nameWords(text('name')) })
    case 'brake':
      return t('backup.happened.brake', counted(number('patterns')))
    case 'restored':
      return t('backup.happened.restored', { ...counted(number('records')), day: dayWords(number('at')) })
    case 'computer-added':
    case 'computer-gone':
      return t(`backup.happened.${kind}`, { computer: text('computer') })
    default:
      return null
  }
}

function sentWords(records: number, files: number): string | null {
  if (records > 0 && files > 0)
    return t('backup.happened.sentBoth', {
      changes: t('backup.happened.changes', counted(records)),
      files: t('backup.page.comingFiles', counted(files)),
    })
  if (records > 0) return t('backup.happened.sentRecords', counted(records))
  return files > 0 ? t('backup.happened.sentFiles', counted(files)) : null
}
