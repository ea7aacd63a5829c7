import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { numberWords } from '#renderer/i18n/words.ts'
import { Printed } from '#renderer/ui/printed.tsx'
import { PrintPage } from './print-page.tsx'
import type { PrintRun } from './make-pages.ts'
import type { CaptionLine, SheetChoice, SheetLayout } from './sheet-layout.ts'

interface PrintedPagesProps {
  readonly run: PrintRun
  /** Of the whole print, also while it is being made. */
  readonly pages: number
  readonly choice: SheetChoice
  readonly layout: SheetLayout
  readonly lines: readonly CaptionLine[]
  readonly title: string
  readonly date: string
  readonly thread: string
}

/** All pages, for the printer only; asks the computer to print once they are complete. */
export function PrintedPages({ run, pages, choice, layout, lines, title, date, thread }: PrintedPagesProps) {
  const { t } = useTranslation()
  const isReady = run.kind === 'ready'
  useEffect(() => {
    if (!isReady) return
    let isGone = false
    void pagesComplete().then(() => {
      if (!isGone) window.print()
    })
    return () => {
      isGone = true
    }
  }, [isReady])
  const total = numberWords(isReady ? run.pages.length : pages)
  return (
    <Printed>
      <div className={`print-pages print-${choice.paper}-${choice.direction}`}>
        {run.pages.map((entries, index) => (
          <PrintPage
            key={index}
            layout={layout}
            lines={lines}
            entries={entries}
            title={title}
            date={date}
            thread={thread}
            page={t('print.page', { page: numberWords(index + 1), pages: total })}
          />
        ))}
      </div>
    </Printed>
  )
}

/** Letters and the designers' pictures are here; a picture that cannot be read is left empty. */
async function pagesComplete(): Promise<void> {
  const pictures = [...document.querySelectorAll<HTMLImageElement>('.printed img')]
  await Promise.all([document.fonts.ready, ...pictures.map(picture => picture.decode().catch(() => undefined))])
}
