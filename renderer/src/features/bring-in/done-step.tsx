import { FileDown, Undo2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportState, ReportLine } from '#shared/contract/library/imports.ts'
import { say } from '#renderer/changes/change.ts'
import { counted } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { toast } from '#renderer/ui/toast.tsx'
import { closeBringIn, startOver, undoImport } from './bring-in-store.ts'
import { countSentences } from './counts.ts'
import { notInLines, saveReport } from './report.ts'

/** What came in, what did not and why, and the way back. */
export function DoneStep({ state }: { state: ImportState }) {
  const { t } = useTranslation()
  const [left, setLeft] = useState<{ lines: ReportLine[]; more: number } | null>(null)
  useEffect(() => {
    notInLines(state.id).then(setLeft, say)
  }, [state.id])
  const count = counted(state.done)
  const title = state.undone
    ? t('bringIn.undoneTitle')
    : state.step === 'stopped'
      ? t('bringIn.stoppedTitle', count)
      : state.done === 0
        ? t('bringIn.doneNothing')
        : t('bringIn.doneTitle', count)
  return (
    <>
      <Notice tone={state.problem || state.undone ? 'plain' : 'ok'} title={title}>
        {state.problem ? state.problem.message : null}
      </Notice>
      {state.undone ? null : (
        <ul className="found-lines">
          {countSentences(state.counts).map(words => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      {left && left.lines.length > 0 ? (
        <section className="not-in">
          <h3>{t('bringIn.notIn')}</h3>
          <ul>
            {left.lines.map((line, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- a report never changes, and a file may be named twice
              <li key={index} className="not-in-line">
                <span className="not-in-file">{line.file}</span>
                <span className="not-in-why">{line.message ?? t(`outcome.${line.outcome}`)}</span>
              </li>
            ))}
          </ul>
          {left.more > 0 ? <p>{t('bringIn.reportMore', counted(left.more))}</p> : null}
        </section>
      ) : null}
      {left && left.lines.length === 0 && state.done > 0 && !state.undone ? <p>{t('bringIn.allIn')}</p> : null}
    </>
  )
}

export function DoneFoot({ state, onShow }: { state: ImportState; onShow: (id: string, label: string) => void }) {
  const { t } = useTranslation()
  return (
    <>
      {state.undone || state.done === 0 ? null : (
        <Button
          look="plain"
          icon={<Undo2 aria-hidden="true" />}
          onPress={() => void undoImport().then(undone => undone && toast(t('change.importUndone')))}
        >
          {t('bringIn.undo')}
        </Button>
      )}
      <Button look="plain" icon={<FileDown aria-hidden="true" />} onPress={() => void saveReport(state.id).catch(say)}>
        {t('bringIn.report')}
      </Button>
      <span className="spring" />
      <Button onPress={startOver}>{t('bringIn.more')}</Button>
      <Button
        look="primary"
        autoFocus
        onPress={() => {
          closeBringIn()
          if (state.done > 0 && !state.undone) onShow(state.id, state.label)
        }}
      >
        {state.done > 0 && !state.undone ? t('bringIn.show') : t('app.close')}
      </Button>
    </>
  )
}
