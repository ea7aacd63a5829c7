import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { say } from '#renderer/changes/change.ts'
import { numberWords } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import type { Entry, EntryBook } from './entries.ts'
import { PrintPage } from './print-page.tsx'
import { type CaptionLine, onPage, pagesFor, type SheetLayout } from './sheet-layout.ts'

interface PrintPreviewProps {
  readonly book: EntryBook
  readonly ids: readonly string[]
  readonly layout: SheetLayout
  readonly lines: readonly CaptionLine[]
  readonly title: string
  readonly date: string
  readonly thread: string
  /** There is something to read above it, so it takes less room. */
  readonly isSmall: boolean
}

/** So tall that the page turner below it is still in sight. */
const TALLEST_REM = 30
const SMALL_REM = 24
const PX_PER_MM = 96 / 25.4

/** A page as it will come out of the printer, made small; and the way through all of them. */
export function PrintPreview({ book, ids, layout, lines, title, date, thread, isSmall }: PrintPreviewProps) {
  const { t } = useTranslation()
  const [turned, setTurned] = useState(0)
  const pages = pagesFor(ids.length, layout)
  const page = Math.min(turned, pages - 1)
  const entries = usePageEntries(book, onPage(ids, page, layout))
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const scale = width / (layout.page.width * PX_PER_MM)
  const words = { page: numberWords(page + 1), pages: numberWords(pages) }
  return (
    <div className="print-preview">
      <div
        ref={frame}
        className="print-paper"
        role="img"
        aria-label={t('print.preview', words)}
        style={{
          aspectRatio: `${layout.page.width} / ${layout.page.height}`,
          width: `min(100%, ${((isSmall ? SMALL_REM : TALLEST_REM) * layout.page.width) / layout.page.height}rem)`,
        }}
      >
        <div className="print-small" style={{ transform: `scale(${scale})` }} aria-hidden="true">
          <PrintPage
            layout={layout}
            lines={lines}
            entries={entries}
            title={title}
            date={date}
            thread={thread}
            page={t('print.page', words)}
          />
        </div>
      </div>
      <div className="print-turner">
        <Button
          look="plain"
          icon={<ChevronLeft aria-hidden="true" />}
          isDisabled={page === 0}
          onPress={() => setTurned(page - 1)}
        >
          {t('print.previousPage')}
        </Button>
        <span role="status">{t('print.page', words)}</span>
        <Button
          look="plain"
          icon={<ChevronRight aria-hidden="true" />}
          isDisabled={page === pages - 1}
          onPress={() => setTurned(page + 1)}
        >
          {t('print.nextPage')}
        </Button>
      </div>
    </div>
  )
}

/** What stands on a page; the last one stays until the next is here. */
function usePageEntries(book: EntryBook, ids: readonly string[]): readonly Entry[] {
  const [entries, setEntries] = useState<readonly Entry[]>([])
  const key = ids.join(' ')
  useEffect(() => {
    const stop = new AbortController()
    book.load(key === '' ? [] : key.split(' '), stop.signal).then(
      found => {
        if (!stop.signal.aborted) setEntries(found)
      },
      (error: unknown) => {
        if (!stop.signal.aborted) say(error)
      },
    )
    return () => stop.abort()
  }, [book, key])
  return entries
}

function useWidth(of: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = of.current
    if (!element) return
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [of])
  return width
}
