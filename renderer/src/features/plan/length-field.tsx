import { useTranslation } from 'react-i18next'
import { MM_PER_UNIT } from '#renderer/features/closely/index.ts'
import { useUnits } from '#renderer/i18n/units.ts'
import { NumberField } from '#renderer/ui/number-field.tsx'

interface LengthFieldProps {
  /** Without its unit. */
  readonly label: string
  readonly mm: number
  readonly onChange: (mm: number) => void
  readonly min: number
  readonly max: number
}

/** A length in her unit; millimetres outside. */
export function LengthField({ label, mm, onChange, min, max }: LengthFieldProps) {
  const { t } = useTranslation()
  const units = useUnits()
  const per = MM_PER_UNIT[units]
  return (
    <NumberField
      label={t(units === 'in' ? 'plan.inInches' : 'plan.inCm', { what: label })}
      value={Number((mm / per).toFixed(2))}
      min={Math.ceil((min / per) * 100) / 100}
      max={Math.floor((max / per) * 100) / 100}
      step={null}
      onChange={value => onChange(value * per)}
      less={t('closely.less')}
      more={t('closely.moreOf')}
    />
  )
}
