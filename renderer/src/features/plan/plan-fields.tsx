import { useTranslation } from 'react-i18next'
import { LARGEST_QUILT_MM, type QuiltPlan, type QuiltSize, SMALLEST_QUILT_MM } from '#shared/domain/quilt-plan.ts'
import { shortSizeWords } from '#renderer/i18n/words.ts'
import { Picker, Segments } from '#renderer/ui/choice.tsx'
import { BorderFields } from './border-fields.tsx'
import { LengthField } from './length-field.tsx'
import { changePlan } from './plan-store.ts'
import { RowsFields } from './rows-fields.tsx'
import { SewingFields } from './sewing-fields.tsx'
import type { Laid } from './use-layout.ts'

const INCH = 25.4
const sizeOf = (width: number, height: number): QuiltSize => ({ widthMm: width * INCH, heightMm: height * INCH })

/** Sizes that customers bring most, inches; every shop's table is a little different, so each is only a beginning. */
const SIZES = {
  crib: sizeOf(36, 54),
  throw: sizeOf(60, 72),
  twin: sizeOf(70, 90),
  queen: sizeOf(90, 108),
  king: sizeOf(108, 108),
} as const
type SizeId = keyof typeof SIZES
const SIZE_IDS = Object.keys(SIZES) as SizeId[]

interface PlanFieldsProps {
  readonly plan: QuiltPlan
  /** Null while there is nothing laid out. */
  readonly laid: Laid | null
}

/** Everything she decides, from the quilt to the thread. */
export function PlanFields({ plan, laid }: PlanFieldsProps) {
  const { t } = useTranslation()
  const { quilt, kind } = plan
  const common = SIZE_IDS.find(id => SIZES[id].widthMm === quilt.widthMm && SIZES[id].heightMm === quilt.heightMm)
  const own = common === undefined ? [{ id: 'own' as const, label: t('plan.size.own') }] : []
  return (
    <>
      <section className="plan-part">
        <h2>{t('plan.quilt')}</h2>
        <Picker
          label={t('plan.size.label')}
          showLabel
          value={common ?? 'own'}
          options={[
            ...SIZE_IDS.map(id => ({
              id,
              label: t(`plan.size.${id}`, { size: shortSizeWords(SIZES[id].widthMm, SIZES[id].heightMm) }),
            })),
            ...own,
          ]}
          onChange={id => {
            if (id !== 'own') changePlan({ quilt: SIZES[id] })
          }}
        />
        <LengthField
          label={t('plan.width')}
          mm={quilt.widthMm}
          min={SMALLEST_QUILT_MM}
          max={LARGEST_QUILT_MM}
          onChange={widthMm => changePlan({ quilt: { ...quilt, widthMm } })}
        />
        <LengthField
          label={t('plan.height')}
          mm={quilt.heightMm}
          min={SMALLEST_QUILT_MM}
          max={LARGEST_QUILT_MM}
          onChange={heightMm => changePlan({ quilt: { ...quilt, heightMm } })}
        />
      </section>
      <section className="plan-part">
        <h2>{t('plan.where')}</h2>
        <Segments
          label={t('plan.where')}
          value={kind}
          options={[
            { id: 'rows', label: t('plan.kind.rows') },
            { id: 'border', label: t('plan.kind.border') },
          ]}
          onChange={next => changePlan({ kind: next })}
        />
        {kind === 'rows' ? <RowsFields rows={plan.rows} laid={laid} /> : <BorderFields border={plan.border} />}
      </section>
      <SewingFields sewing={plan.sewing} />
    </>
  )
}
