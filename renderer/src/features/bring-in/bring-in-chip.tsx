import { useTranslation } from 'react-i18next'
import { numberWords } from '#renderer/i18n/words.ts'
import { WorkChip } from '#renderer/ui/work-chip.tsx'
import { openBringIn, useBringIn } from './bring-in-store.ts'

/** The import she left to itself: how far it is, and the way back to it. */
export function BringInChip() {
  const { t } = useTranslation()
  const { open, state, progress, handing, looking } = useBringIn()
  if (open) return null
  const words = handing
    ? t('bringIn.runningHand')
    : looking || state?.step === 'looking'
      ? t(state?.paused ? 'bringIn.pausedLookChip' : 'bringIn.runningLook')
      : state?.step === 'looked'
        ? t('bringIn.waiting')
        : state?.step === 'adding'
          ? state.paused
            ? t('bringIn.pausedChip')
            : t('bringIn.running', {
                done: numberWords(progress?.done ?? state.done),
                total: numberWords(progress?.total ?? state.chosen),
              })
          : null
  if (!words) return null
  return <WorkChip words={words} isPaused={state?.paused ?? false} onPress={openBringIn} />
}
