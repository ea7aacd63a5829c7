import { useTranslation } from 'react-i18next'
import { MM_PER_INCH } from '#shared/geometry/units.ts'
import { useUnits } from '#renderer/i18n/units.ts'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { Switch } from '#renderer/ui/switch.tsx'
import { change, usePrepare } from './prepare-store.ts'
import { withLines } from './recipe.ts'

/** A gap this small is a slip of the drawing program; half a stitch. In whole hundredths of her unit. */
const FIRST_GAP_MM = { in: 0.05 * MM_PER_INCH, cm: 1 } as const
const LARGEST_GAP_MM = 100
const SAME = 0.0005

export function LinePart() {
  const { t } = useTranslation()
  const units = useUnits()
  const recipe = usePrepare(state => state.recipe)
  const unitMm = units === 'in' ? MM_PER_INCH : 10
  const gap = recipe.joinGapsMm
  return (
    <section className="prepare-part">
      <h3>{t('prepare.line')}</h3>
      <Switch
        isOn={gap !== null}
        onChange={isOn => change(withLines(recipe, { joinGapsMm: isOn ? FIRST_GAP_MM[units] : null }))}
      >
        {t('prepare.gaps')}
      </Switch>
      {gap === null ? null : (
        <NumberField
          label={t(units === 'in' ? 'prepare.gapsUpTo' : 'prepare.gapsUpToCm')}
          value={gap / unitMm}
          min={0}
          max={Math.floor(LARGEST_GAP_MM / unitMm)}
          step={0.01}
          onChange={value => {
            if (Math.abs(value - gap / unitMm) >= SAME) change(withLines(recipe, { joinGapsMm: value * unitMm }))
          }}
          less={t('prepare.less')}
          more={t('prepare.more')}
        />
      )}
      <Switch
        isOn={recipe.oneLine !== 'no'}
        onChange={isOn => change(withLines(recipe, { oneLine: isOn ? 'once' : 'no' }))}
      >
        {t('prepare.oneLine')}
      </Switch>
      {recipe.oneLine === 'no' ? null : (
        <>
          <Switch
            isOn={recipe.oneLine === 'twice'}
            onChange={isOn => change(withLines(recipe, { oneLine: isOn ? 'twice' : 'once' }))}
          >
            {t('prepare.twice')}
          </Switch>
          <p className="prepare-hint">{t('prepare.twiceHint')}</p>
        </>
      )}
    </section>
  )
}
