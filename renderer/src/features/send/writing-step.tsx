import { Square } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { counted, numberWords } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { stopSending, useSend } from './send-store.ts'

/** Writing, then reading every file back. */
export function SendWriting() {
  const { t } = useTranslation()
  const { progress, target } = useSend()
  if (progress?.step === 'waiting') return <TakenOut done={progress.done} total={progress.total} />
  const words =
    progress === null
      ? t('send.looking')
      : progress.step === 'ejecting'
        ? t('send.ejecting')
        : t(progress.step === 'writing' ? 'send.writing' : 'send.reading', { file: progress.file })
  return (
    <div className="send-busy">
      <p className="send-busy-title" role="status">
        {words}
      </p>
      <Progress
        label={words}
        done={progress?.done ?? 0}
        total={progress && progress.step !== 'ejecting' ? progress.total : null}
      />
      <p>
        {progress ? t('send.progress', { done: numberWords(progress.done), total: numberWords(progress.total) }) : ''}
      </p>
      {target?.kind === 'stick' ? <p className="send-question">{t('send.leaveIn')}</p> : null}
    </div>
  )
}

/** The stick is out: how many are on it, and that putting it back is all there is to do. */
function TakenOut({ done, total }: { done: number; total: number }) {
  const { t } = useTranslation()
  return (
    <div className="send-busy">
      <Notice tone="warn" title={t('send.takenOut')}>
        <p className="send-busy-title">{t('send.takenOutDo', { ...counted(total), done: numberWords(done) })}</p>
        <p>{t('send.takenOutSafe')}</p>
      </Notice>
    </div>
  )
}

export function WritingFoot() {
  const { t } = useTranslation()
  const isOut = useSend(state => state.progress?.step === 'waiting')
  return (
    <Button autoFocus icon={<Square aria-hidden="true" />} onPress={stopSending}>
      {t(isOut ? 'send.stopHere' : 'send.stop')}
    </Button>
  )
}
