import { useTranslation } from 'react-i18next'
import type { MyMachine } from '#shared/contract/library/machines.ts'
import { MM_PER_INCH } from '#shared/geometry/units.ts'
import { useUnits } from '#renderer/i18n/units.ts'
import { Segments } from '#renderer/ui/choice.tsx'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { Switch } from '#renderer/ui/switch.tsx'
import { changeRules } from './changes.ts'
import { MachinePart } from './machine-part.tsx'

const LARGE = ['widestMm', 'highestMm', 'smallestMm'] as const
const FINE = ['startEndMm', 'toleranceMm'] as const
const WORD = {
  widestMm: 'widest',
  highestMm: 'highest',
  smallestMm: 'smallest',
  startEndMm: 'startEnd',
  toleranceMm: 'tolerance',
} as const

/** Beyond these Bobbin warns: hoop, throat, and how true a line has to be. In her unit. */
export function SizeRules({ machine: { id, rules } }: { machine: MyMachine }) {
  const { t } = useTranslation()
  const isInches = useUnits() === 'in'
  const large = { mm: isInches ? MM_PER_INCH : 10, unit: t(isInches ? 'machines.size.inches' : 'machines.size.cm') }
  const fine = { mm: isInches ? MM_PER_INCH : 1, unit: t(isInches ? 'machines.size.inches' : 'machines.size.mm') }
  const steps = { less: t('machines.names.less'), more: t('machines.names.more') }
  return (
    <MachinePart title={t('machines.size.title')}>
      <p className="machine-quiet">{t('machines.size.hint')}</p>
      <div className="machine-numbers">
        {LARGE.map(rule => (
          <NumberField
            key={rule}
            label={t(`machines.size.${WORD[rule]}`, { unit: large.unit })}
            value={rounded(rules[rule] / large.mm, 2)}
            min={0.1}
            max={rounded(100_000 / large.mm, 0)}
            step={0.1}
            {...steps}
            onChange={value => void changeRules(id, { [rule]: value * large.mm })}
          />
        ))}
        {FINE.map(rule => (
          <NumberField
            key={rule}
            label={t(`machines.size.${WORD[rule]}`, { unit: fine.unit })}
            value={rounded(rules[rule] / fine.mm, 3)}
            min={isInches ? 0.001 : 0.01}
            max={isInches ? 0.07 : 2}
            step={isInches ? 0.001 : 0.01}
            digits={3}
            {...steps}
            onChange={value => void changeRules(id, { [rule]: value * fine.mm })}
          />
        ))}
        <NumberField
          label={t('machines.size.points')}
          value={rules.mostPoints}
          min={100}
          max={1_000_000}
          {...steps}
          onChange={mostPoints => void changeRules(id, { mostPoints })}
        />
      </div>
      <Segments
        label={t('machines.size.unit')}
        showLabel
        options={(['inch', 'mm'] as const).map(unit => ({ id: unit, label: t(`machines.size.unitOf.${unit}`) }))}
        value={rules.unit}
        onChange={unit => void changeRules(id, { unit })}
      />
      <Switch isOn={rules.startAtOrigin} onChange={startAtOrigin => changeRules(id, { startAtOrigin })}>
        {t('machines.size.origin')}
      </Switch>
    </MachinePart>
  )
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
