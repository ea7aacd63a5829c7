import { Pause, Play, Square } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { SendProgress } from '#shared/contract/library/sending.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { counted, numberWords } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { goOnSending, pauseSending, stopSending } from './send-run.ts'
import { useSend } from './send-store.ts'

/** Writing, then reading every file back: one bar for both. */
export function SendWriting() {
  const { t } = useTranslation()
  const { progress, target } = useSend()
  if (progress?.step === 'waiting') return <TakenOut done={progress.done} total={progress.total} />
  const words = wordsOf(progress)
  return (
    <div className="send-busy">
      <p className="send-busy-title" role="status">
        {words}
      </p>
      <Progress label={t('send.barLabel')} {...barOf(progress)} />
      <p>
        {progress ? t('send.progress', { done: numberWords(progress.done), total: numberWords(progress.total) }) : ''}
      </p>
      {progress?.step === 'paused' ? (
        <p className="send-question">{t('send.pausedSafe')}</p>
      ) : target?.kind === 'stick' ? (
        <p className="send-question">{t('send.leaveIn')}</p>
      ) : null}
    </div>
  )
}

function wordsOf(progress: SendProgress | null): string {
  switch (progress?.step) {
    case undefined:
    case 'looking':
    case 'waiting':
      return t('send.looking')
    case 'writing':
      return t('send.writing', { file: progress.file })
    case 'checking':
      return t('send.reading', { file: progress.file })
    case 'paused':
      return t('send.paused')
    case 'ejecting':
      return t('send.ejecting')
  }
}

/** Each file counts twice: once written, once read back. Looking at them before, and the eject after, have no measure of that. */
function barOf(progress: SendProgress | null): { done: number; total: number | null } {
  if (progress === null || progress.step === 'looking' || progress.step === 'ejecting') return { done: 0, total: null }
  const { step, done, total } = progress
  return { done: step === 'checking' ? total + done : done, total: 2 * total }
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
  const step = useSend(state => state.progress?.step)
  const current = useSend(state => state.current)
  const isPaused = step === 'paused'
  return (
    <>
      <Button autoFocus={step === 'waiting'} icon={<Square aria-hidden="true" />} onPress={() => void stopSending()}>
        {t(step === 'waiting' || isPaused ? 'send.stopHere' : 'send.stop')}
      </Button>
      {step === 'waiting' ? null : (
        <Button
          // One button in one place, so that the keyboard stays on it.
          autoFocus
          look={isPaused ? 'primary' : 'outline'}
          icon={isPaused ? <Play aria-hidden="true" /> : <Pause aria-hidden="true" />}
          isDisabled={step === 'ejecting'}
          onPress={() => void (isPaused && current ? goOnSending(current) : pauseSending())}
        >
          {t(isPaused ? 'send.goOn' : 'send.pause')}
        </Button>
      )}
    </>
  )
}
