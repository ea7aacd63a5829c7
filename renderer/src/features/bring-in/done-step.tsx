import { FileDown, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ImportState } from '#shared/contract/library/imports.ts'
import { say } from '#renderer/changes/change.ts'
import { counted } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { toast } from '#renderer/ui/toast.tsx'
import { closeBringIn, startOver, undoImport } from './bring-in-store.ts'
import { countSentences } from './counts.ts'
import { FileByFile, type Outcome, useNamedFiles } from './file-by-file.tsx'
import { saveReport } from './report.ts'

/** Everything but what came in as it should. */
const NOT_ADDED: readonly Outcome[] = [
  'refused',
  'unreadable',
  'locked',
  'left-alone',
  'already-here',
  'not-chosen',
  'read-along',
]

/** What came in, what did not and why, and the way back. */
export function DoneStep({ state }: { state: ImportState }) {
  const { t } = useTranslation()
  const named = useNamedFiles(state.id, NOT_ADDED)
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
      {named && named.total > 0 ? <FileByFile named={named} /> : null}
      {named?.total === 0 && state.done > 0 && !state.undone ? <p>{t('bringIn.allIn')}</p> : null}
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
