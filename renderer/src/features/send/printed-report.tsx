import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import type { SendReport } from '#shared/contract/library/sending.ts'
import { type ReportWords, reportTable } from './report.ts'

interface PrintedReportProps {
  readonly report: SendReport
  readonly words: ReportWords
  readonly onDone: () => void
}

/** The report on paper: shown to the printer alone, then gone. */
export function PrintedReport({ report, words, onDone }: PrintedReportProps) {
  const { title, facts, rows } = reportTable(report, words)
  useEffect(() => {
    document.body.classList.add('printing-report')
    window.addEventListener('afterprint', onDone, { once: true })
    window.print()
    return () => {
      document.body.classList.remove('printing-report')
      window.removeEventListener('afterprint', onDone)
    }
  }, [onDone])
  return createPortal(
    <div className="printed-report">
      <h1>{title}</h1>
      {facts.map(fact => (
        <p key={fact}>{fact}</p>
      ))}
      <table>
        <tbody>
          {rows.map(([file, outcome]) => (
            <tr key={`${file} ${outcome}`}>
              <td>{file}</td>
              <td>{outcome}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>,
    document.body,
  )
}
