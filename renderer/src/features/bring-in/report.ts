import type { ReportLine } from '#shared/contract/library/imports.ts'
import { library } from '#renderer/host/bobbin.ts'
import { t } from '#renderer/i18n/i18n.ts'

const PAGE = 5_000
const SHOWN = 100

async function* reportLines(id: string): AsyncGenerator<ReportLine> {
  for (let offset = 0; ; offset += PAGE) {
    const { total, lines } = await library.call('imports.report', { id, offset, limit: PAGE })
    yield* lines
    if (offset + PAGE >= total) return
  }
}

/** What is worth telling of single files; the first hundred to read, the rest as a number. */
export async function notInLines(id: string): Promise<{ lines: ReportLine[]; more: number }> {
  const lines: ReportLine[] = []
  let more = 0
  for await (const line of reportLines(id)) {
    if (line.outcome === 'added' || line.outcome === 'put-back') continue
    if (lines.length < SHOWN) lines.push(line)
    else more++
  }
  return { lines, more }
}

/** The whole report as a text file, one line a file. */
export async function saveReport(id: string): Promise<void> {
  const text: string[] = []
  for await (const line of reportLines(id)) {
    const outcome = t(`outcome.${line.outcome}`)
    text.push(line.message ? `${line.file}\t${outcome}\t${line.message}` : `${line.file}\t${outcome}`)
  }
  const url = URL.createObjectURL(new Blob([text.join('\r\n')], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = url
  link.download = t('bringIn.reportName')
  link.click()
  URL.revokeObjectURL(url)
}
