import { FlipVertical2, FlipHorizontal2, RotateCcw, RotateCw, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { AS_IT_WAS, isAsItWas, mirrorSideways, mirrorUpDown, type Turn, turnBy } from './turning.ts'
import { changeView, useView } from './view-store.ts'

/** Mirrored and turned for the eye only. */
export function TurnTools() {
  const { t } = useTranslation()
  const turn = useView(state => state.turn)
  const to = (next: Turn) => changeView({ turn: next, camera: null, isPlaying: false })
  const angle = t('closely.angle')
  return (
    <section className="trial">
      <h2>{t('closely.turn')}</h2>
      <p className="trial-hint">{t('closely.turnHint')}</p>
      <div className="trial-pairs">
        <Button icon={<FlipVertical2 aria-hidden="true" />} onPress={() => to(mirrorSideways(turn))}>
          {t('closely.mirrorSideways')}
        </Button>
        <Button icon={<FlipHorizontal2 aria-hidden="true" />} onPress={() => to(mirrorUpDown(turn))}>
          {t('closely.mirrorUpDown')}
        </Button>
        <Button icon={<RotateCcw aria-hidden="true" />} onPress={() => to(turnBy(turn, -90))}>
          {t('closely.turnLeft')}
        </Button>
        <Button icon={<RotateCw aria-hidden="true" />} onPress={() => to(turnBy(turn, 90))}>
          {t('closely.turnRight')}
        </Button>
      </div>
      <NumberField
        label={angle}
        value={turn.degrees}
        min={-180}
        max={180}
        onChange={degrees => to({ ...turn, degrees })}
        less={t('closely.less')}
        more={t('closely.moreOf')}
      />
      <Button icon={<Undo2 aria-hidden="true" />} isDisabled={isAsItWas(turn)} onPress={() => to(AS_IT_WAS)}>
        {t('closely.asItWas')}
      </Button>
    </section>
  )
}
