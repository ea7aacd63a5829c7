import { useTranslation } from 'react-i18next'
import { MM_PER_INCH } from '#shared/geometry/units.ts'
import { useUnits } from '#renderer/i18n/units.ts'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { Switch } from '#renderer/ui/switch.tsx'
import { change, type Preview, setProportions, usePrepare } from './prepare-store.ts'
import { withSide } from './recipe.ts'

/** What she reads is rounded to hundredths: the same number again is no wish. */
const SAME = 0.005
const LARGEST_MM = 100_000

export function SizePart({ before, after }: { before: Preview; after: Preview }) {
  const { t } = useTranslation()
  const isInches = useUnits() === 'in'
  const recipe = usePrepare(state => state.recipe)
  const keepsProportions = usePrepare(state => state.keepsProportions)
  const unitMm = isInches ? MM_PER_INCH : 10
  const isKnown = after.facts.size !== 'unknown'

  function side(which: 'widthMm' | 'heightMm') {
    // What she typed stands there at once; what comes out follows in a moment.
    const mm = recipe[which] ?? after.facts[which]
    const value = isKnown || recipe[which] !== null ? mm / unitMm : Number.NaN
    return {
      value,
      min: 0.1,
      max: LARGEST_MM / unitMm,
      step: null,
      less: t('prepare.less'),
      more: t('prepare.more'),
      onChange: (next: number) => {
        if (Math.abs(next - value) < SAME) return
        change(withSide(recipe, which, next * unitMm, after.facts, keepsProportions))
      },
    }
  }

  return (
    <section className="prepare-part">
      <h3>{t('prepare.size')}</h3>
      {before.facts.size === 'unknown' ? <p className="prepare-hint">{t('prepare.sizeUnknown')}</p> : null}
      <NumberField label={t(isInches ? 'prepare.width' : 'prepare.widthCm')} {...side('widthMm')} />
      <NumberField label={t(isInches ? 'prepare.height' : 'prepare.heightCm')} {...side('heightMm')} />
      <Switch isOn={keepsProportions} onChange={setProportions}>
        {t('prepare.proportions')}
      </Switch>
    </section>
  )
}
