import { ArrowRight, Plus } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { MyMachine } from '#shared/contract/library/machines.ts'
import { say } from '#renderer/changes/change.ts'
import { counted } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { MachineDrawing } from './machine-drawing.tsx'
import { MachineList } from './machine-list.tsx'
import { MachinePage } from './machine-page.tsx'
import { addMachine, chooseMachine, useMachines } from './machines-store.ts'
import { useKind } from './use-machine.ts'
import { tallyWords } from './words.ts'
import './machines.css'

/** The machines she owns, for the Settings page: all of them, or one with its rules. */
export function MachinesPage() {
  const [openId, setOpen] = useState<string | null>(null)
  const machine = useMachines(state => state.mine.find(one => one.id === openId))
  if (machine) return <MachinePage key={machine.id} machine={machine} onBack={() => setOpen(null)} />
  return <MyMachines onOpen={setOpen} />
}

function MyMachines({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useTranslation()
  const { mine, chosenId } = useMachines()
  const [isAdding, setAdding] = useState(false)
  return (
    <div className="my-machines">
      <p>{t(mine.length === 0 ? 'machines.none' : 'machines.intro')}</p>
      {mine.length === 0 ? null : (
        <RadioGroup
          className="my-machine-list"
          aria-label={t('machines.firstMachine')}
          value={chosenId}
          onChange={chooseMachine}
        >
          {mine.map(machine => (
            <MyMachineRow
              key={machine.id}
              machine={machine}
              isOnly={mine.length === 1}
              onOpen={() => onOpen(machine.id)}
            />
          ))}
        </RadioGroup>
      )}
      <div>
        <Button icon={<Plus aria-hidden="true" />} onPress={() => setAdding(true)}>
          {t('machines.add')}
        </Button>
      </div>
      <AddMachine open={isAdding} onClose={() => setAdding(false)} onAdded={onOpen} />
    </div>
  )
}

interface RowProps {
  readonly machine: MyMachine
  readonly isOnly: boolean
  readonly onOpen: () => void
}

function MyMachineRow({ machine, isOnly, onOpen }: RowProps) {
  const { t } = useTranslation()
  const kind = useKind(machine.presetId)
  const told = tallyWords(machine.tallies)
  return (
    <div className="my-machine">
      <AriaButton className="my-machine-open" onPress={onOpen}>
        <MachineDrawing />
        <span className="machine-words">
          <span className="machine-name">{machine.name}</span>
          {kind && kind.name !== machine.name ? <span className="machine-remark">{kind.name}</span> : null}
          {machine.changed.length > 0 ? (
            <span className="machine-remark">{t('machines.changed', counted(machine.changed.length))}</span>
          ) : null}
          {told ? <span className="machine-remark">{told}</span> : null}
        </span>
        <span className="my-machine-go">
          {t('machines.rules')} <ArrowRight aria-hidden="true" />
        </span>
      </AriaButton>
      {isOnly ? null : (
        <Radio
          value={machine.id}
          className="existing-way"
          aria-label={t('machines.offerFirst', { name: machine.name })}
        >
          <span className="radio-mark" aria-hidden="true" />
          {t('machines.first')}
        </Radio>
      )}
    </div>
  )
}

interface AddProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly onAdded: (id: string) => void
}

function AddMachine({ open, onClose, onAdded }: AddProps) {
  const { t } = useTranslation()
  const [picked, setPicked] = useState<string | null>(null)

  async function add() {
    if (picked === null) return
    try {
      const id = await addMachine(picked)
      setPicked(null)
      onClose()
      onAdded(id)
    } catch (error) {
      say(error)
    }
  }

  return (
    <Sheet
      open={open}
      onClose={onClose}
      title={t('machines.add')}
      foot={
        <>
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button look="primary" isDisabled={picked === null} onPress={() => void add()}>
            {t('machines.addThis')}
          </Button>
        </>
      }
    >
      <MachineList value={picked} onChange={setPicked} />
    </Sheet>
  )
}
