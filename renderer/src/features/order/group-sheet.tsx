import { useState } from 'react'
import { Input, Label, Radio, RadioGroup, TextField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { counted } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Sheet } from '#renderer/ui/sheet.tsx'
import { groupEntries, groupInNew } from './doings.ts'
import type { OrderKind, Shelf } from './kinds.ts'
import { NO_GROUP } from './rows.ts'
import { closeSheet } from './view-store.ts'
import './merge-sheet.css'

const NEW = 'new'

/** Where these should stand: in a group there is, in a new one, or in none. */
export function GroupSheet({ kind, shelf, ids }: { kind: OrderKind; shelf: Shelf; ids: readonly string[] }) {
  const { t } = useTranslation()
  const entries = shelf.entries.filter(({ id }) => ids.includes(id))
  const [first] = entries
  const [where, setWhere] = useState(first?.groupId ?? shelf.groups[0]?.id ?? NEW)
  const [name, setName] = useState('')
  const group = shelf.groups.find(({ id }) => id === where) ?? null
  const isReady = where !== NEW || name.trim() !== ''

  function put() {
    if (where === NEW) void groupInNew(kind, ids, name.trim())
    else void groupEntries(kind, ids, group)
  }

  return (
    <Sheet
      open
      size="small"
      title={t('order.groupSheet.title')}
      onClose={() => closeSheet(kind)}
      foot={
        <>
          <Button look="plain" onPress={() => closeSheet(kind)}>
            {t('app.cancel')}
          </Button>
          <Button look="primary" isDisabled={!isReady} onPress={put}>
            {t('order.groupSheet.do')}
          </Button>
        </>
      }
    >
      <RadioGroup className="merge-names" value={where} onChange={setWhere}>
        <Label className="choice-label">
          {t('order.groupSheet.which', { ...counted(entries.length), name: first?.name ?? '' })}
        </Label>
        {[
          ...shelf.groups,
          { id: NO_GROUP, name: t('order.groupSheet.none') },
          { id: NEW, name: t('order.groupSheet.new') },
        ].map(choice => (
          <Radio key={choice.id} value={choice.id} className="merge-name">
            <span className="merge-dot" aria-hidden="true" />
            <span className="merge-word">{choice.name}</span>
          </Radio>
        ))}
      </RadioGroup>
      {where === NEW ? (
        <TextField value={name} onChange={setName}>
          <Label className="choice-label">{t('order.newGroupName')}</Label>
          <Input
            className="input"
            maxLength={300}
            onKeyDown={event => {
              if (event.key === 'Enter' && isReady) put()
            }}
          />
        </TextField>
      ) : null}
    </Sheet>
  )
}
