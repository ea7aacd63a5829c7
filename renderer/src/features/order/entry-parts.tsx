import { Pin } from 'lucide-react'
import { Button as AriaButton, Checkbox } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { counted } from '#renderer/i18n/words.ts'
import { TickBox } from '#renderer/ui/tick-box.tsx'
import { actionsFor } from './actions.ts'
import { renameEntry } from './doings.ts'
import type { Entry, OrderKind } from './kinds.ts'
import { MoreMenu } from './more-menu.tsx'
import { NameField } from './name-field.tsx'
import { openEntry } from './open-entry.ts'
import { stopRenaming, useOrderView } from './view-store.ts'

interface PartProps {
  readonly kind: OrderKind
  readonly entry: Entry
}

/** Always in sight: nobody has to know a key to choose several. */
export function ChooseBox({ entry }: { entry: Entry }) {
  const { t } = useTranslation()
  return (
    <Checkbox slot="selection" className="order-choose" aria-label={t('order.choose', { name: entry.name })}>
      <TickBox />
    </Checkbox>
  )
}

/** The name opens its patterns; while it is renamed it is a field. */
export function EntryName({ kind, entry }: PartProps) {
  const { t } = useTranslation()
  const isRenaming = useOrderView(state => state[kind].renaming === entry.id)
  if (!isRenaming) {
    return (
      <AriaButton className="order-name" onPress={() => openEntry(kind, entry)}>
        {entry.name}
      </AriaButton>
    )
  }
  return (
    <NameField
      label={t('order.newNameOf', { name: entry.name })}
      initial={entry.name}
      save={t('order.saveName')}
      cancel={t('order.keepName')}
      onSave={name => void renameEntry(kind, entry.id, name)}
      onCancel={() => stopRenaming(kind)}
    />
  )
}

export function PinMark({ entry }: { entry: Entry }) {
  const { t } = useTranslation()
  if (!entry.pinned) return null
  return (
    <span className="order-pinned">
      <Pin aria-hidden="true" />
      {t('order.pinned')}
    </span>
  )
}

export function PatternCount({ entry }: { entry: Entry }) {
  const { t } = useTranslation()
  return <span className="order-count">{t('order.patterns', counted(entry.patterns))}</span>
}

export function EntryMenu({ kind, entry }: PartProps) {
  const { t } = useTranslation()
  const open = { id: 'open', words: t('order.open'), run: () => openEntry(kind, entry) }
  return <MoreMenu word={t('order.more')} name={entry.name} actions={[open, ...actionsFor(kind, [entry])]} />
}
