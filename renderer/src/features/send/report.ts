/** What a sending did, line by line: to keep as a text, and to print. */
import type { SendReport, SentFile } from '#shared/contract/library/sending.ts'
import { inHerUnits } from '#renderer/i18n/her-units.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { clockWords, counted, dayWords } from '#renderer/i18n/words.ts'
import { saveText } from '#renderer/ui/save-text.ts'
import { howWords } from './how-words.ts'

export interface ReportWords {
  readonly machine: string
  readonly place: string
  readonly at: number
}

export interface ReportTable {
  readonly title: string
  readonly facts: readonly string[]
  /** File or name, and what became of it. */
  readonly rows: readonly (readonly [string, string])[]
}

export function reportTable(report: SendReport, { machine, place, at }: ReportWords): ReportTable {
  const patterns = new Set(report.written.map(file => file.patternId)).size
  return {
    title: t('send.reportTitle', { machine }),
    facts: [
      t('send.reportWhen', { day: dayWords(at), time: clockWords(at), place }),
      t('send.reportCount', counted(patterns)),
      ...(report.skipped.length > 0 ? [t('send.reportSkipped', counted(report.skipped.length))] : []),
      ...(report.left.length > 0 ? [t('send.reportNotYet', counted(report.left.length))] : []),
    ],
    rows: [
      ...report.written.map(file => [file.file, whatBecame(file)] as const),
      ...report.skipped.map(one => [one.name, one.message] as const),
      ...report.left.map(one => [one.name, t('send.reportLeft')] as const),
    ],
  }
}

/** How it was made and checked, then what was worth knowing of it, sentence by sentence. */
function whatBecame(file: SentFile): string {
  const marks = [
    ...(file.experimental ? [t('send.reportExperimental')] : []),
    ...file.warnings.map(one => inHerUnits(one.message)),
  ]
  return [...marks, t(file.verified ? 'send.reportChecked' : 'send.reportWritten', { how: howWords(file) })].join(' ')
}

export function saveSendReport(report: SendReport, words: ReportWords): void {
  const { title, facts, rows } = reportTable(report, words)
  saveText(t('send.reportName'), [title, ...facts, '', ...rows.map(row => row.join('\t'))])
}
