import { Plus } from 'lucide-react'
import { Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import {
  chooseMachine,
  MachineDrawing,
  MachineList,
  tallyWords,
  useMachines,
} from '#renderer/features/machines/index.ts'
import type { MyMachine } from '#shared/contract/library/machines.ts'
import { counted } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { pickMachine, pickOther, toTarget, useSend } from './send-store.ts'

/** Which machine: hers first, every other one behind a button. */
export function MachineStep() {
  const { t } = useTranslation()
  const hasMine = useMachines(state => state.mine.length > 0)
  const { picksOther, picked } = useSend()
  if (hasMine && !picksOther) return <MyMachineCards />
  return (
    <>
      <p>
        <span className="send-question">{t('send.machineAsk')}</span> {t('send.machineRemembered')}
      </p>
      <MachineList value={picked} onChange={pickMachine} />
    </>
  )
}

function MyMachineCards() {
  const { t } = useTranslation()
  const { mine, presets, chosenId } = useMachines()
  return (
    <>
      <p className="send-question">{t('send.machineAsk')}</p>
      <RadioGroup className="machines" aria-label={t('send.machineAsk')} value={chosenId} onChange={chooseMachine}>
        {mine.map(machine => {
          const preset = presets.find(one => one.id === machine.presetId)
          return (
            <Radio key={machine.id} value={machine.id} className="machine">
              <MachineDrawing />
              <span className="machine-words">
                <span className="machine-name">{machine.name}</span>
                {preset && preset.name !== machine.name ? <span className="machine-remark">{preset.name}</span> : null}
                <Tally machine={machine} />
              </span>
            </Radio>
          )
        })}
      </RadioGroup>
      <div>
        <Button icon={<Plus aria-hidden="true" />} onPress={() => pickOther(true)}>
          {t('send.otherMachine')}
        </Button>
      </div>
    </>
  )
}

/** "It took 14 QLI files.", and how many of its rules are her own. */
function Tally({ machine: { tallies, changed } }: { machine: MyMachine }) {
  const { t } = useTranslation()
  const told = tallyWords(tallies)
  return (
    <>
      {changed.length > 0 ? (
        <span className="machine-remark">{t('machines.changed', counted(changed.length))}</span>
      ) : null}
      {told === null ? null : <span className="machine-remark">{told}</span>}
    </>
  )
}

export function MachineFoot() {
  const { t } = useTranslation()
  const { mine, chosenId } = useMachines()
  const { picked, picksOther } = useSend()
  const isFromList = mine.length === 0 || picksOther
  return (
    <>
      {mine.length > 0 && picksOther ? (
        <Button onPress={() => pickOther(false)}>{t('send.toMyMachines')}</Button>
      ) : null}
      <Button
        look="primary"
        autoFocus
        isDisabled={isFromList ? picked === null : chosenId === null}
        onPress={() => void toTarget()}
      >
        {t('send.next')}
      </Button>
    </>
  )
}
