import type { ReportLine } from '#shared/contract/library/imports.ts'
import { library } from '#renderer/host/bobbin.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { saveText } from '#renderer/ui/save-text.ts'

const PAGE = 5_000

async function* reportLines(id: string): AsyncGenerator<ReportLine> {
  for (let offset = 0; ; offset += PAGE) {
    const { total, lines } = await library.call('imports.report', { id, offset, limit: PAGE })
    yield* lines
    if (offset + PAGE >= total) return
  }
}

/** The whole report as a text file, one line a file. */
export async function saveReport(id: string): Promise<void> {
  const text: string[] = []
  for await (const line of reportLines(id)) {
    const outcome = t(line.code === 'there-twice' ? 'outcome.there-twice' : `outcome.${line.outcome}`)
    text.push(line.message ? `${line.file}\t${outcome}\t${line.message}` : `${line.file}\t${outcome}`)
  }
  saveText(t('bringIn.reportName'), text)
}
