import { useTranslation } from 'react-i18next'
import { UNITS, useUnits } from '#renderer/i18n/units.ts'
import { lengthWords, sizeWords } from '#renderer/i18n/words.ts'
import { Segments } from '#renderer/ui/choice.tsx'
import { changeUnits } from './settings-store.ts'

/** Which unit is read first; the other always stands beside it where there is room. */
export function UnitsSection() {
  const { t } = useTranslation()
  const units = useUnits()
  return (
    <>
      <Segments
        label={t('settings.units')}
        showLabel
        options={UNITS.map(id => ({ id, label: t(`settings.unitsOf.${id}`) }))}
        value={units}
        onChange={changeUnits}
      />
      <dl className="settings-facts">
        <div>
          <dt>{t('settings.unitsSize')}</dt>
          <dd>{sizeWords(203.2, 330.2)}</dd>
        </div>
        <div>
          <dt>{t('settings.unitsLength')}</dt>
          <dd>{lengthWords(8595)}</dd>
        </div>
      </dl>
      <p>{t('settings.unitsHint')}</p>
    </>
  )
}
