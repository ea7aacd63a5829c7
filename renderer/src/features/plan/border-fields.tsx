import { useTranslation } from 'react-i18next'
import { type BorderPlan, LARGEST_QUILT_MM, SMALLEST_ROW_MM } from '#shared/domain/quilt-plan.ts'
import { Segments } from '#renderer/ui/choice.tsx'
import { CornerFields } from './corner-fields.tsx'
import { LengthField } from './length-field.tsx'
import { changeBorder } from './plan-store.ts'

/** Borders all round: how wide, how far in, and what happens at the corners. */
export function BorderFields({ border }: { readonly border: BorderPlan }) {
  const { t } = useTranslation()
  return (
    <>
      <LengthField
        label={t('plan.depth')}
        mm={border.depthMm}
        min={SMALLEST_ROW_MM}
        max={LARGEST_QUILT_MM}
        onChange={depthMm => changeBorder({ depthMm })}
      />
      <LengthField
        label={t('plan.inset')}
        mm={border.insetMm}
        min={0}
        max={LARGEST_QUILT_MM}
        onChange={insetMm => changeBorder({ insetMm })}
      />
      <Segments
        label={t('plan.corners.label')}
        showLabel
        value={border.corners}
        options={(['gap', 'mitre', 'pattern'] as const).map(id => ({ id, label: t(`plan.corners.${id}`) }))}
        onChange={corners => changeBorder({ corners })}
      />
      {border.corners === 'pattern' ? <CornerFields border={border} /> : null}
    </>
  )
}
