import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Input, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { toast } from '#renderer/ui/toast.tsx'
import { MachineList } from './machine-list.tsx'
import {
  addMachine,
  chooseMachine,
  type MyMachine,
  removeMachine,
  renameMachine,
  useMachines,
} from './machines-store.ts'
import './send.css'

/** The machines she owns, for the Settings page: name, add, remove, and which is offered first. */
export function MyMachines() {
  const { t } = useTranslation()
  const { mine, chosenId } = useMachines()
  const [isAdding, setAdding] = useState(false)
  return (
    <div className="my-machines">
      {mine.length === 0 ? (
        <p>{t('send.noMachines')}</p>
      ) : (
        <RadioGroup
          className="my-machine-list"
          aria-label={t('send.firstMachine')}
          value={chosenId}
          onChange={chooseMachine}
        >
          {mine.map(machine => (
            <MyMachineRow key={machine.id} machine={machine} isOnly={mine.length === 1} />
          ))}
        </RadioGroup>
      )}
      <div>
        <Button icon={<Plus aria-hidden="true" />} onPress={() => setAdding(true)}>
          {t('send.addMachine')}
        </Button>
      </div>
      <AddMachine open={isAdding} onClose={() => setAdding(false)} />
    </div>
  )
}

function MyMachineRow({ machine, isOnly }: { machine: MyMachine; isOnly: boolean }) {
  const { t } = useTranslation()
  const preset = useMachines(state => state.presets.find(one => one.id === machine.presetId))
  const [name, setName] = useState(machine.name)

  function keepName() {
    renameMachine(machine.id, name)
    if (name.trim() === '') setName(machine.name)
  }

  function remove() {
    const back = removeMachine(machine.id)
    toast(t('send.machineRemoved', { name: machine.name }), { action: { label: t('app.undo'), run: back } })
  }

  return (
    <div className="my-machine">
      <div className="my-machine-words">
        <Input
          className="input"
          aria-label={t('send.machineName', { name: machine.name })}
          maxLength={60}
          value={name}
          onChange={event => setName(event.target.value)}
          onBlur={keepName}
          onKeyDown={event => {
            if (event.key === 'Enter') keepName()
          }}
        />
        <span className="machine-remark">{preset?.name}</span>
      </div>
      {isOnly ? null : (
        <Radio value={machine.id} className="existing-way" aria-label={t('send.offerFirst', { name: machine.name })}>
          <span className="radio-mark" aria-hidden="true" />
          {t('send.first')}
        </Radio>
      )}
      <Button
        look="plain"
        icon={<Trash2 aria-hidden="true" />}
        aria-label={t('send.removeMachine', { name: machine.name })}
        onPress={remove}
      >
        {t('send.remove')}
      </Button>
    </div>
  )
}

function AddMachine({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const [picked, setPicked] = useState<string | null>(null)

  function add() {
    if (picked !== null) addMachine(picked)
    setPicked(null)
    onClose()
  }

  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t('send.addMachine')}
      foot={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button look="primary" isDisabled={picked === null} onPress={add}>
            {t('send.addThisMachine')}
          </Button>
        </>
      }
    >
      <MachineList value={picked} onChange={setPicked} />
    </Sheet>
  )
}
