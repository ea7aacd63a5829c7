import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportLine } from '#shared/contract/library/imports.ts'
import { say } from '#renderer/changes/change.ts'
import { library } from '#renderer/host/bobbin.ts'
import { counted } from '#renderer/i18n/words.ts'

/** As many are named; the rest is a number, and stands in the report. */
const SHOWN = 100

export type Outcome = ReportLine['outcome']

export interface NamedFiles {
  readonly lines: readonly ReportLine[]
  readonly total: number
}

/** What the core tells of single files with these outcomes; null while it is asked. `outcomes` must stay the same list. */
export function useNamedFiles(id: string, outcomes: readonly Outcome[]): NamedFiles | null {
  const [named, setNamed] = useState<NamedFiles | null>(null)
  useEffect(() => {
    let gone = false
    library.call('imports.report', { id, offset: 0, limit: SHOWN, outcomes: [...outcomes] }).then(
      answer => {
        if (!gone) setNamed(answer)
      },
      (error: unknown) => {
        if (!gone) say(error)
      },
    )
    return () => {
      gone = true
    }
  }, [id, outcomes])
  return named
}

/** File by file: its name, what became of it, and what to do. */
export function FileByFile({ named: { lines, total } }: { named: NamedFiles }) {
  const { t } = useTranslation()
  return (
    <section className="not-in" aria-label={t('bringIn.notIn')}>
      <h3>{t('bringIn.notIn')}</h3>
      <ul>
        {lines.map((line, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a report never changes, and a file may be named twice
          <li key={index} className="not-in-line">
            <span className="not-in-file">{line.file}</span>
            <span className="not-in-why">{line.message ?? t(`outcome.${line.outcome}`)}</span>
          </li>
        ))}
      </ul>
      {total > lines.length ? <p>{t('bringIn.reportMore', counted(total - lines.length))}</p> : null}
    </section>
  )
}
