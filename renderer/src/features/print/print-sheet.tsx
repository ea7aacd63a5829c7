import { Printer } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSettings } from '#renderer/features/settings/index.ts'
import { dayYearWords, counted, numberWords } from '#renderer/i18n/words.ts'
import { threadColour } from '#renderer/theme/theme.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { Sheet, useSheetBody } from '#renderer/ui/sheet.tsx'
import { createEntryBook } from './entries.ts'
import type { PrintRun } from './make-pages.ts'
import { PrintChoices, type What } from './print-choices.tsx'
import { PrintPreview } from './print-preview.tsx'
import { usePrintRun } from './print-run.ts'
import { closePrint, type PrintOrder, usePrint, usePrintChoice } from './print-store.ts'
import { PrintedPages } from './printed-pages.tsx'
import { layoutOf, pagesFor } from './sheet-layout.ts'
import './print.css'

/** Patterns at a time: more would be a book, and browsers tire of it. */
const MOST = 3_000

/** A contact sheet to hang on the wall. */
export function PrintSheet() {
  const order = usePrint(state => state.order)
  return order ? <Printing order={order} /> : null
}

function Printing({ order }: { readonly order: PrintOrder }) {
  const { t } = useTranslation()
  const [what, setWhat] = useState<What>(order.chosen.length > 0 ? 'chosen' : 'found')
  const [title, setTitle] = useState(order.title)
  const choice = usePrintChoice()
  const [book] = useState(createEntryBook)
  const { run, start, stop } = usePrintRun(book)
  const layout = useMemo(() => layoutOf(choice), [choice])
  const asked = what === 'chosen' ? order.chosen : order.found
  const ids = useMemo(() => asked.slice(0, MOST), [asked])
  const pages = pagesFor(ids.length, layout)
  const [date] = useState(() => dayYearWords(Date.now()))
  const thread = threadColour(
    useSettings(state => state.thread),
    false,
  )
  const looks = { layout, lines: choice.lines, title: title.trim(), date, thread }
  const amount = t('print.amount', {
    patterns: t('print.patterns', counted(ids.length)),
    pages: t('print.pages', counted(pages)),
  })

  return (
    <Sheet
      open
      onClose={closePrint}
      title={t('print.title')}
      foot={
        <>
          <span className="print-amount" role="status">
            {amount}
          </span>
          <span className="spring" />
          {run.kind === 'making' ? (
            <Button onPress={stop}>{t('print.stop')}</Button>
          ) : run.kind === 'ready' ? (
            <>
              <Button icon={<Printer aria-hidden="true" />} onPress={() => window.print()}>
                {t('print.again')}
              </Button>
              <Button look="primary" autoFocus onPress={closePrint}>
                {t('print.done')}
              </Button>
            </>
          ) : (
            <Button
              look="primary"
              icon={<Printer aria-hidden="true" />}
              isDisabled={ids.length === 0}
              onPress={() => start(ids, layout.perPage)}
            >
              {t('print.do', counted(pages))}
            </Button>
          )}
        </>
      }
    >
      {asked.length > MOST ? (
        <Notice tone="plain">
          {t('print.capped', { most: numberWords(MOST), formatted: numberWords(asked.length) })}
        </Notice>
      ) : null}
      {run.kind === 'resting' ? null : <HowFar run={run} />}
      <div className="print-parts">
        {run.kind === 'resting' ? (
          <PrintChoices order={order} what={what} onWhat={setWhat} title={title} onTitle={setTitle} />
        ) : null}
        <PrintPreview book={book} ids={ids} isSmall={run.kind !== 'resting' || asked.length > MOST} {...looks} />
      </div>
      {run.kind === 'resting' ? null : <PrintedPages run={run} pages={pages} choice={choice} {...looks} />}
    </Sheet>
  )
}

/** How far the pages are; seen also by who has scrolled to the page turner. */
function HowFar({ run }: { readonly run: PrintRun }) {
  const { t } = useTranslation()
  const body = useSheetBody()
  useEffect(() => {
    body.current?.scrollTo({ top: 0 })
  }, [body])
  if (run.kind === 'ready') return <Notice tone="ok">{t('print.atPrinter')}</Notice>
  return (
    <div className="print-making">
      <p role="status">{t('print.making', { done: numberWords(run.done), total: numberWords(run.total) })}</p>
      <Progress label={t('print.title')} done={run.done} total={run.total} />
    </div>
  )
}
