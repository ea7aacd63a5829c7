/** What a sending did, line by line: to keep as a text, and to print. */
import type { SendReport } from '#shared/contract/library/sending.ts'
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
    ],
    rows: [
      ...report.written.map(file => {
        const how = howWords(file)
        return [file.file, t(file.verified ? 'send.reportChecked' : 'send.reportWritten', { how })] as const
      }),
      ...report.skipped.map(one => [one.name, one.message] as const),
    ],
  }
}

export function saveSendReport(report: SendReport, words: ReportWords): void {
  const { title, facts, rows } = reportTable(report, words)
  saveText(t('send.reportName'), [title, ...facts, '', ...rows.map(row => row.join('\t'))])
}
