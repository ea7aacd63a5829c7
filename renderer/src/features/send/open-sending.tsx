import { useTranslation } from 'react-i18next'
import type { SendingState } from '#shared/contract/library/sending.ts'
import { useMachines } from '#renderer/features/machines/index.ts'
import { sentenceFor } from '#renderer/i18n/sentence.ts'
import { counted, numberWords } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { WorkChip } from '#renderer/ui/work-chip.tsx'
import { goOnSending, leaveSending, useOpenSendings } from './send-run.ts'
import { useSend } from './send-store.ts'

/** A sending that was stopped, or cut off by the end of Bobbin: offered in one line until she says what becomes of it. */
export function OpenSending() {
  const { t } = useTranslation()
  const state = useOffered()
  const hers = useMachines(({ mine }) => mine.find(one => one.id === state?.machineId))
  if (state === null) return null
  return (
    <div className="banner">
      <Notice
        tone="plain"
        action={
          <>
            <Button onPress={() => void goOnSending(state)}>{t('send.goOn')}</Button>
            <Button look="plain" onPress={() => void leaveSending(state)}>
              {t('send.leaveIt')}
            </Button>
          </>
        }
      >
        {t('send.offered', {
          ...counted(state.total),
          machine: hers?.name ?? state.machine,
          done: numberWords(state.done),
        })}
        {state.problem ? ` ${sentenceFor(state.problem)}` : null}
      </Notice>
    </div>
  )
}

/** The newest one that is not on the sheet. */
function useOffered(): SendingState | null {
  const sendings = useOpenSendings(state => state.sendings)
  const { open, step, current } = useSend()
  const isBusy = step === 'writing'
  const isShown = (id: string) => id === current?.id && (open || isBusy)
  if (isBusy) return null
  return sendings.find(one => one.state === 'paused' && !isShown(one.id)) ?? null
}

/** The sending she left to itself, at the side: how far it is, and the way back to it. */
export function SendChip() {
  const { t } = useTranslation()
  const { open, step, progress } = useSend()
  if (open || step !== 'writing') return null
  const isHeld = progress?.step === 'paused' || progress?.step === 'waiting'
  const count = { done: numberWords(progress?.done ?? 0), total: numberWords(progress?.total ?? 0) }
  const words = !progress
    ? t('send.looking')
    : progress.step === 'waiting'
      ? t('send.takenOut')
      : t(
          progress.step === 'paused'
            ? 'send.chipPaused'
            : progress.step === 'checking'
              ? 'send.chipChecking'
              : 'send.chip',
          count,
        )
  return <WorkChip words={words} isPaused={isHeld} onPress={() => useSend.setState({ open: true })} />
}
