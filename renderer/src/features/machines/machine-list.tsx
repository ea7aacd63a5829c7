import { Search } from 'lucide-react'
import { useState } from 'react'
import { Input, Label, Radio, RadioGroup, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { MachineDrawing } from './machine-drawing.tsx'
import { useMachines } from './machines-store.ts'
import { confidenceOf } from './words.ts'
import './machines.css'

interface MachineListProps {
  readonly value: string | null
  readonly onChange: (presetId: string) => void
}

/** Every kind of machine, with what is known of each said plainly. */
export function MachineList({ value, onChange }: MachineListProps) {
  const { t } = useTranslation()
  const presets = useMachines(state => state.presets)
  const [text, setText] = useState('')
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const shown = presets.filter(machine => words.every(word => machine.name.toLowerCase().includes(word)))
  return (
    <>
      <SearchField className="machine-search" value={text} onChange={setText}>
        <Label className="visually-hidden">{t('machines.find')}</Label>
        <Search aria-hidden="true" />
        <Input className="input" placeholder={t('machines.find')} />
      </SearchField>
      {shown.length === 0 ? <p>{t('machines.noMachine')}</p> : null}
      <RadioGroup className="machines" aria-label={t('machines.ask')} value={value} onChange={onChange}>
        {shown.map(machine => (
          <Radio key={machine.id} value={machine.id} className="machine">
            <MachineDrawing />
            <span className="machine-words">
              <span className="machine-name">{machine.name}</span>
              <span className="machine-remark">{machine.remark}</span>
              <span className="machine-remark">
                {machine.verifiedOnHardware
                  ? t('machines.verified')
                  : t(`machines.known.short.${confidenceOf(machine.confidence)}`)}
              </span>
            </span>
          </Radio>
        ))}
      </RadioGroup>
    </>
  )
}
