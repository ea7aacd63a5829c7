import { Search } from 'lucide-react'
import { useState } from 'react'
import { Input, Label, Radio, RadioGroup, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Machine } from '#shared/contract/library/sending.ts'
import { Button } from '#renderer/ui/button.tsx'
import { MachineDrawing } from './machine-drawing.tsx'
import { chooseMachine, goToStep, useSend } from './send-store.ts'

/** Which machine: asked once, remembered. What we know of each is said plainly. */
export function MachineStep() {
  const { t } = useTranslation()
  const machines = useSend(state => state.machines)
  const machineId = useSend(state => state.machineId)
  const [text, setText] = useState('')
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const shown = machines
    .filter(machine => words.every(word => machine.name.toLowerCase().includes(word)))
    .toSorted((a, b) => Number(b.lastUsed) - Number(a.lastUsed))
  return (
    <>
      <div className="machine-ask">
        <p>
          <span className="send-question">{t('send.machineAsk')}</span> {t('send.machineRemembered')}
        </p>
        <SearchField className="machine-search" value={text} onChange={setText}>
          <Label className="visually-hidden">{t('send.findMachine')}</Label>
          <Search aria-hidden="true" />
          <Input className="input" placeholder={t('send.findMachine')} />
        </SearchField>
      </div>
      {shown.length === 0 ? <p>{t('send.noMachine')}</p> : null}
      <RadioGroup className="machines" aria-label={t('send.machineAsk')} value={machineId} onChange={chooseMachine}>
        {shown.map(machine => (
          <MachineCard key={machine.id} machine={machine} />
        ))}
      </RadioGroup>
    </>
  )
}

function MachineCard({ machine }: { machine: Machine }) {
  const { t } = useTranslation()
  return (
    <Radio value={machine.id} className="machine">
      <MachineDrawing />
      <span className="machine-words">
        <span className="machine-name">{machine.name}</span>
        <span className="machine-remark">{machine.remark}</span>
        {machine.verifiedOnHardware ? <span className="machine-last">{t('send.verified')}</span> : null}
        {machine.lastUsed ? <span className="machine-last">{t('send.lastMachine')}</span> : null}
      </span>
    </Radio>
  )
}

export function MachineFoot() {
  const { t } = useTranslation()
  const machineId = useSend(state => state.machineId)
  return (
    <Button look="primary" isDisabled={machineId === null} onPress={() => goToStep('target')}>
      {t('send.next')}
    </Button>
  )
}
