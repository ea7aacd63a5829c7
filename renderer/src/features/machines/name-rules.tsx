import { useState } from 'react'
import { Input, Label, Text, TextField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { MyMachine } from '#shared/contract/library/machines.ts'
import { NumberField } from '#renderer/ui/number-field.tsx'
import { Switch } from '#renderer/ui/switch.tsx'
import { changeRules } from './changes.ts'
import { MachinePart } from './machine-part.tsx'

/** How files and folders on the stick are named. */
export function NameRules({ machine }: { machine: MyMachine }) {
  const { t } = useTranslation()
  const { id, rules } = machine
  const steps = { less: t('machines.names.less'), more: t('machines.names.more') }
  return (
    <MachinePart title={t('machines.names.title')}>
      <NumberField
        label={t('machines.names.longest')}
        value={rules.longestName}
        min={8}
        max={200}
        {...steps}
        onChange={longestName => void changeRules(id, { longestName })}
      />
      <LettersField key={rules.letters} machine={machine} />
      <Switch isOn={rules.perDesigner} onChange={perDesigner => changeRules(id, { perDesigner })}>
        {t('machines.names.perDesigner')}
      </Switch>
      <NumberField
        label={t('machines.names.mostFiles')}
        value={rules.mostFiles}
        min={1}
        max={100_000}
        {...steps}
        onChange={mostFiles => void changeRules(id, { mostFiles })}
      />
    </MachinePart>
  )
}

function LettersField({ machine: { id, rules } }: { machine: MyMachine }) {
  const { t } = useTranslation()
  const [letters, setLetters] = useState(rules.letters)
  return (
    <TextField
      className="machine-field"
      value={letters}
      onChange={setLetters}
      maxLength={40}
      onBlur={() => {
        if (letters !== rules.letters) void changeRules(id, { letters })
      }}
    >
      <Label className="machine-label">{t('machines.names.letters')}</Label>
      <Input className="input" />
      <Text slot="description" className="machine-remark">
        {t('machines.names.lettersHint')}
      </Text>
    </TextField>
  )
}
