import { Pause, Play, SkipForward } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { positionWords } from '#renderer/i18n/words.ts'
import { wantsLessMotion } from '#renderer/theme/theme.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Picker } from '#renderer/ui/choice.tsx'
import { Range } from '#renderer/ui/range.tsx'
import { goneAt, type Journey, needleAt, SPEEDS } from './journey.ts'
import { pressPlay } from './use-playing.ts'
import { changeLiking, changeView, useLiking, useView } from './view-store.ts'

/** Steps of the slider: fine enough for the eye, and a hundred presses of an arrow key from end to end. */
const STEPS = 100

/** The needle's way: play, pause, pull it to any place. */
export function PlayBar({ journey }: { readonly journey: Journey }) {
  const { t } = useTranslation()
  const isPlaying = useView(state => state.isPlaying)
  const gone = useView(state => state.gone)
  const speed = useLiking(state => state.speed)
  const needle = gone === null ? null : needleAt(journey, gone)
  const total = journey.walk.length
  const words = t('closely.position', positionWords(needle?.stitched ?? 0, total))
  const isStill = wantsLessMotion()
  return (
    <div className="play-bar">
      <Button
        look="primary"
        icon={<PlayIcon isPlaying={isPlaying} isStill={isStill} />}
        onPress={() => pressPlay(journey)}
      >
        {t(isPlaying ? 'closely.pause' : isStill ? 'closely.nextRun' : 'closely.play')}
      </Button>
      <Range
        label={t('closely.along')}
        min={0}
        max={total}
        step={total / STEPS}
        value={needle?.stitched ?? 0}
        words={words}
        onChange={stitched => changeView({ gone: goneAt(journey, stitched), isPlaying: false, run: null })}
      />
      <span className="play-words">{words}</span>
      {isStill ? null : (
        <Picker
          label={t('closely.speed')}
          options={SPEEDS.map(id => ({ id, label: t(`closely.${id}`) }))}
          value={speed}
          onChange={next => changeLiking({ speed: next })}
        />
      )}
    </div>
  )
}

function PlayIcon({ isPlaying, isStill }: { readonly isPlaying: boolean; readonly isStill: boolean }) {
  const Icon = isPlaying ? Pause : isStill ? SkipForward : Play
  return <Icon aria-hidden="true" />
}
