import { useTranslation } from 'react-i18next'
import { Segments } from '#renderer/ui/choice.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { Range } from '#renderer/ui/range.tsx'
import { Switch } from '#renderer/ui/switch.tsx'
import { counted } from '#renderer/i18n/words.ts'
import { change, type Preview, usePrepare } from './prepare-store.ts'
import { strayWords } from './prepare-words.ts'

const CURVES = ['as-they-are', 'arcs', 'lines'] as const
/** Points are felt by their ratio: a slider of even steps would have all that matters in its first part. */
const STEPS = 200

export function PointsPart({ before, after }: { before: Preview; after: Preview }) {
  const { t } = useTranslation()
  const recipe = usePrepare(state => state.recipe)
  const most = Math.max(8, before.facts.pointsBefore)
  const fewest = Math.max(4, Math.min(most - 1, before.facts.runsBefore * 2))
  const budget = recipe.mostPoints
  const toStep = (points: number) =>
    (STEPS * Math.log(Math.max(fewest, Math.min(most, points)) / fewest)) / Math.log(most / fewest)
  const toPoints = (step: number) => Math.round(fewest * (most / fewest) ** (step / STEPS))
  const set = (points: number) => change({ ...recipe, mostPoints: Math.max(2, Math.round(points)) })
  return (
    <section className="prepare-part">
      <h3>{t('prepare.points')}</h3>
      <Switch
        isOn={budget !== null}
        onChange={isOn => change({ ...recipe, mostPoints: isOn ? Math.max(fewest, Math.round(most / 2)) : null })}
      >
        {t('prepare.fewer')}
      </Switch>
      {budget === null ? null : (
        <>
          <NumberField
            label={t('prepare.mostPoints')}
            value={budget}
            min={2}
            max={1_000_000}
            onChange={points => {
              if (points !== budget) set(points)
            }}
            less={t('prepare.less')}
            more={t('prepare.more')}
          />
          <Range
            label={t('prepare.mostPoints')}
            value={toStep(budget)}
            min={0}
            max={STEPS}
            step={1}
            words={t('prepare.pointsNow', counted(budget))}
            onChange={step => set(toPoints(step))}
          />
          <p className="prepare-hint" role="status">
            {`${t('prepare.stray')}: ${strayWords(after.facts.deviationMm)}`}
          </p>
        </>
      )}
      <Segments
        label={t('prepare.curves')}
        showLabel
        value={recipe.curves}
        onChange={curves => change({ ...recipe, curves })}
        options={CURVES.map(id => ({ id, label: t(`prepare.curve.${id}`) }))}
      />
    </section>
  )
}
