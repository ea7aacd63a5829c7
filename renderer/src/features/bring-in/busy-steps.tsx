import { Pause, Play, Square } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ImportState } from '#shared/contract/library/imports.ts'
import { t } from '#renderer/i18n/i18n.ts'
import { sentenceFor } from '#renderer/i18n/sentence.ts'
import { counted, durationWords, numberWords } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { pause, resume, startOver, stopImport, useBringIn } from './bring-in-store.ts'

/** Files of a browser on their way into the core. */
export function HandingStep() {
  const { t } = useTranslation()
  const handing = useBringIn(state => state.handing)
  if (!handing) return null
  const words = t('bringIn.handing', { count: handing.total })
  return (
    <div className="busy">
      <p className="busy-title">{words}</p>
      <Progress label={words} done={handing.done} total={handing.total} />
      <p className="busy-line">
        {t('bringIn.handingLeft', { done: numberWords(handing.done), total: numberWords(handing.total) })}
      </p>
      <div className="busy-actions">
        <Button autoFocus icon={<Square aria-hidden="true" />} onPress={startOver}>
          {t('bringIn.stop')}
        </Button>
      </div>
    </div>
  )
}

export function LookingStep({ state }: { state: ImportState | null }) {
  const { t } = useTranslation()
  const progress = useBringIn(one => one.progress)
  const isPaused = state?.paused ?? false
  return (
    <div className="busy">
      <p className="busy-title">{t('bringIn.looking')}</p>
      <Progress label={t('bringIn.looking')} done={progress?.done ?? 0} total={progress?.total ?? null} />
      <p className="busy-line">
        {progress
          ? t('bringIn.lookingCount', { ...counted(progress.done), total: numberWords(progress.total ?? 0) })
          : ''}
        <span>{isPaused ? t('bringIn.pausedLook') : timeWords(progress?.secondsLeft ?? null)}</span>
      </p>
      <Trouble state={state} />
      <p className="busy-hint">{t('bringIn.keepWorking')}</p>
      <div className="busy-actions">
        {state ? <PauseButton isPaused={isPaused} /> : null}
        <Button icon={<Square aria-hidden="true" />} onPress={() => void stopImport()}>
          {t('bringIn.stop')}
        </Button>
      </div>
    </div>
  )
}

/** Why it came to a halt by itself: a full disk, a stick that is out. It goes on where it stands. */
function Trouble({ state }: { state: ImportState | null }) {
  return state?.problem ? <Notice tone="warn">{sentenceFor(state.problem)}</Notice> : null
}

function PauseButton({ isPaused }: { isPaused: boolean }) {
  const { t } = useTranslation()
  return isPaused ? (
    <Button look="primary" icon={<Play aria-hidden="true" />} onPress={() => void resume()}>
      {t('bringIn.resume')}
    </Button>
  ) : (
    <Button icon={<Pause aria-hidden="true" />} onPress={() => void pause()}>
      {t('bringIn.pause')}
    </Button>
  )
}

function timeWords(left: number | null): string {
  if (left === null) return ''
  return left < 3 ? t('bringIn.soon') : t('bringIn.timeLeft', { time: durationWords(left) })
}

export function AddingStep({ state }: { state: ImportState }) {
  const { t } = useTranslation()
  const progress = useBringIn(one => one.progress)
  const total = progress?.total ?? state.chosen
  const done = Math.min(progress?.done ?? state.done, total)
  return (
    <div className="busy">
      <p className="busy-title">{t('bringIn.adding', counted(total))}</p>
      <Progress label={t('bringIn.adding', counted(total))} done={done} total={total} />
      <p className="busy-line">
        {t('bringIn.progress', { done: numberWords(done), total: numberWords(total) })}
        <span>{state.paused ? t('bringIn.paused') : timeWords(progress?.secondsLeft ?? null)}</span>
      </p>
      <Trouble state={state} />
      <p className="busy-hint">{t('bringIn.keepWorking')}</p>
      <div className="busy-actions">
        <PauseButton isPaused={state.paused} />
        <Button icon={<Square aria-hidden="true" />} onPress={() => void stopImport()}>
          {t('bringIn.stop')}
        </Button>
        <span className="busy-aside">{t('bringIn.stopHint')}</span>
      </div>
    </div>
  )
}
