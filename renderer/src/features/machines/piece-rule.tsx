import { Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { MachineRules, MyMachine } from '#shared/contract/library/machines.ts'
import { changeRules } from './changes.ts'
import { MachinePart } from './machine-part.tsx'

const WAYS: readonly MachineRules['onPieces'][] = ['send', 'warn', 'join', 'refuse']

/** What happens with a pattern in several pieces: not every machine lifts its needle between them. */
export function PieceRule({ machine: { id, rules } }: { machine: MyMachine }) {
  const { t } = useTranslation()
  return (
    <MachinePart title={t('machines.pieces.title')}>
      <p className="machine-quiet">{t('machines.pieces.ask')}</p>
      <RadioGroup
        aria-label={t('machines.pieces.title')}
        value={rules.onPieces}
        onChange={value => {
          const onPieces = WAYS.find(way => way === value)
          if (onPieces) void changeRules(id, { onPieces })
        }}
      >
        {WAYS.map(way => (
          <Radio key={way} value={way} className="existing-way">
            <span className="radio-mark" aria-hidden="true" />
            {t(`machines.pieces.${way}`)}
          </Radio>
        ))}
      </RadioGroup>
    </MachinePart>
  )
}
