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
    case 'trouble-over':
    case 'restore-undone':
      return t(`backup.happened.${kind}`)
    case 'sent':
      return sentWords(number('records'), number('files'))
    case 'came':
      return text('computer') === ''
        ? t('backup.happened.came', counted(number('records')))
        : t('backup.happened.cameFrom', { ...counted(number('records')), computer: text('computer') })
    case 'came-back':
      return t('backup.happened.came-back', counted(number('records')))
    case 'arrived':
      return t('backup.happened.arrived', counted(number('patterns')))
    case 'files-came':
      return t('backup.happened.files-came', counted(number('files')))
    case 'trouble':
      return t(`backup.happened.${text('code') === 'disk-full' ? 'trouble-disk-full' : 'trouble'}`)
    case 'conflict':
      return conflictWords(text, number('more'))
    case 'aside':
    case 'refused': {
      const name = nameWords(text('name'))
      return number('more') > 0
        ? t(`backup.happened.${kind}More`, { ...counted(number('more')), name })
        : t(`backup.happened.${kind}`, { name })
    }
    case 'brake': {
      const computer = text('computer')
      const patterns = counted(number('patterns'))
      return computer === ''
        ? t('backup.happened.brake', patterns)
        : t('backup.happened.brakeOn', { ...patterns, computer })
    }
    case 'restored':
      return typeof args['at'] === 'number'
        ? t('backup.happened.restored', { ...counted(number('records')), day: dayWords(number('at')) })
        : t('backup.happened.restoredElsewhere', counted(number('records')))
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

function conflictWords(text: (key: string) => string, more: number): string {
  const name = nameWords(text('name'))
  if (more > 0) return t('backup.happened.conflictMore', { ...counted(more), name })
  const field = fieldWords(text('field'))
  const [one, other] = [text('computer'), text('other')]
  // Both on one computer: a disk that was copied, or a name given twice.
  if (one === '' || other === '' || one === other) return t('backup.happened.conflict', { name, field })
  return t('backup.happened.conflictOn', { name, field, one, other })
}
