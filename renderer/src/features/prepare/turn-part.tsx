import { FlipHorizontal2, FlipVertical2, RotateCcw, RotateCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { change, usePrepare } from './prepare-store.ts'
import { mirrorSideways, mirrorUpDown, quarterTurn } from './recipe.ts'

export function TurnPart() {
  const { t } = useTranslation()
  const recipe = usePrepare(state => state.recipe)
  return (
    <section className="prepare-part">
      <h3>{t('prepare.turn')}</h3>
      <div className="prepare-four">
        <Button icon={<FlipVertical2 aria-hidden="true" />} onPress={() => change(mirrorSideways(recipe))}>
          {t('prepare.mirrorSideways')}
        </Button>
        <Button icon={<FlipHorizontal2 aria-hidden="true" />} onPress={() => change(mirrorUpDown(recipe))}>
          {t('prepare.mirrorUpDown')}
        </Button>
        <Button icon={<RotateCcw aria-hidden="true" />} onPress={() => change(quarterTurn(recipe, 1))}>
          {t('prepare.turnLeft')}
        </Button>
        <Button icon={<RotateCw aria-hidden="true" />} onPress={() => change(quarterTurn(recipe, -1))}>
          {t('prepare.turnRight')}
        </Button>
      </div>
      <NumberField
        label={t('prepare.angle')}
        // Clockwise, as a hand turns a picture.
        value={recipe.turnDegrees === 0 ? 0 : -recipe.turnDegrees}
        min={-180}
        max={180}
        onChange={degrees => change({ ...recipe, turnDegrees: degrees === 0 ? 0 : -degrees })}
        less={t('prepare.less')}
        more={t('prepare.more')}
      />
    </section>
  )
}
