import { useTranslation } from 'react-i18next'
import type { SewingPlan } from '#shared/domain/quilt-plan.ts'
import { MM_PER_YARD, SPOOL_YARDS, THICKNESSES } from '#shared/planning/thread.ts'
import { useUnits } from '#renderer/i18n/units.ts'
import { Picker, Segments } from '#renderer/ui/choice.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { spoolWords } from './figure-words.ts'
import { changeSewing } from './plan-store.ts'

type Thickness = keyof typeof THICKNESSES
const THICKNESS_IDS = Object.keys(THICKNESSES) as Thickness[]

/** How the machine is set, and the thread that is on it: for the estimates. */
export function SewingFields({ sewing }: { readonly sewing: SewingPlan }) {
  const { t } = useTranslation()
  const steps = { less: t('closely.less'), more: t('closely.moreOf') }
  const thickness = THICKNESS_IDS.find(id => THICKNESSES[id] === sewing.thicknessMm) ?? null
  return (
    <section className="plan-part">
      <h2>{t('plan.sewing')}</h2>
      <NumberField
        label={t('plan.stitchesPerInch')}
        value={sewing.stitchesPerInch}
        min={2}
        max={40}
        onChange={stitchesPerInch => changeSewing({ stitchesPerInch })}
        {...steps}
      />
      <NumberField
        label={t('plan.stitchesPerMinute')}
        value={sewing.stitchesPerMinute}
        min={100}
        max={10_000}
        step={100}
        onChange={stitchesPerMinute => changeSewing({ stitchesPerMinute })}
        {...steps}
      />
      <NumberField
        label={t('plan.secondsPerStop')}
        value={sewing.secondsPerStop}
        min={0}
        max={3_600}
        step={5}
        onChange={secondsPerStop => changeSewing({ secondsPerStop })}
        {...steps}
      />
      <Segments
        label={t('plan.thickness.label')}
        showLabel
        value={thickness}
        options={THICKNESS_IDS.map(id => ({ id, label: t(`plan.thickness.${id}`) }))}
        onChange={id => changeSewing({ thicknessMm: THICKNESSES[id] })}
      />
      <SpoolField spoolMm={sewing.spoolMm} />
    </section>
  )
}

function SpoolField({ spoolMm }: { readonly spoolMm: number }) {
  const { t } = useTranslation()
  const units = useUnits()
  const sizes = SPOOL_YARDS.map(yards => yards * MM_PER_YARD)
  const known = sizes.find(mm => Math.abs(mm - spoolMm) < 1)
  const per = units === 'in' ? MM_PER_YARD : 1_000
  return (
    <>
      <Picker
        label={t('plan.spool')}
        showLabel
        value={known === undefined ? 'own' : String(known)}
        options={[
          ...sizes.map(mm => ({ id: String(mm), label: spoolWords(mm) })),
          { id: 'own', label: t('plan.spoolOwn') },
        ]}
        onChange={id => changeSewing({ spoolMm: id === 'own' ? OWN_SPOOL * per : Number(id) })}
      />
      {known === undefined ? (
        <NumberField
          label={t(units === 'in' ? 'plan.spoolYards' : 'plan.spoolMetres')}
          value={Math.round(spoolMm / per)}
          min={1}
          max={100_000}
          step={null}
          onChange={length => changeSewing({ spoolMm: Math.max(1_000, length * per) })}
          less={t('closely.less')}
          more={t('closely.moreOf')}
        />
      ) : null}
    </>
  )
}

/** Yards or metres a spool of her own begins with. */
const OWN_SPOOL = 1_000
