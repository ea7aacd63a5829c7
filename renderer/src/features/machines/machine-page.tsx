import { ArrowLeft, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { MyMachine } from '#shared/contract/library/machines.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ChangedRules } from './changed-rules.tsx'
import { FormatRules } from './format-rules.tsx'
import { KnownPart } from './known-part.tsx'
import { removeMachine, renameMachine } from './machines-store.ts'
import { NameRules } from './name-rules.tsx'
import { PieceRule } from './piece-rule.tsx'
import { SizeRules } from './size-rules.tsx'
import { TookPart } from './took-part.tsx'
import { TryFolder } from './try-folder.tsx'
import { useKind } from './use-machine.ts'

interface MachinePageProps {
  readonly machine: MyMachine
  readonly onBack: () => void
}

/** One machine of hers: what it took, what is known of it, and every rule, each with the way back to what Bobbin has. */
export function MachinePage({ machine, onBack }: MachinePageProps) {
  const { t } = useTranslation()
  const kind = useKind(machine.presetId)

  async function remove() {
    if (await removeMachine(machine.id)) onBack()
  }

  return (
    <div className="machine-page">
      <div className="machine-page-head">
        <Button autoFocus look="plain" icon={<ArrowLeft aria-hidden="true" />} onPress={onBack}>
          {t('machines.back')}
        </Button>
        <Button look="plain" icon={<Trash2 aria-hidden="true" />} onPress={() => void remove()}>
          {t('machines.remove')}
        </Button>
      </div>
      <NameField key={machine.name} machine={machine} />
      {kind ? <p className="machine-kind">{kind.name}</p> : null}
      <TookPart machine={machine} />
      {kind ? <ChangedRules machine={machine} kind={kind} /> : null}
      {kind ? <KnownPart kind={kind} /> : null}
      <FormatRules machine={machine} />
      <NameRules machine={machine} />
      <PieceRule machine={machine} />
      <SizeRules machine={machine} />
      <TryFolder machine={machine} />
    </div>
  )
}

function NameField({ machine }: { machine: MyMachine }) {
  const { t } = useTranslation()
  const [name, setName] = useState(machine.name)

  async function keep() {
    if (!(await renameMachine(machine.id, name))) setName(machine.name)
  }

  return (
    <TextField className="machine-field" value={name} onChange={setName} maxLength={60} onBlur={() => void keep()}>
      <Label className="machine-label">{t('machines.name')}</Label>
      <Input
        className="input"
        onKeyDown={event => {
          if (event.key === 'Enter') event.currentTarget.blur()
        }}
      />
    </TextField>
  )
}
