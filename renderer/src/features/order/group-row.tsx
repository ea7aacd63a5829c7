import { ChevronDown, ChevronRight } from 'lucide-react'
import { Button as AriaButton, GridListItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { counted } from '#renderer/i18n/words.ts'
import { renameGroup, trashGroup } from './doings.ts'
import type { OrderKind } from './kinds.ts'
import { MoreMenu } from './more-menu.tsx'
import { NameField } from './name-field.tsx'
import type { Row } from './rows.ts'
import { foldGroup, startRenaming, stopRenaming, useOrderView } from './view-store.ts'

type GroupOf = Extract<Row, { type: 'group' }>

/** The heading of a group; it folds up what stands in it. */
export function GroupRow({ kind, row }: { kind: OrderKind; row: GroupOf }) {
  const { t } = useTranslation()
  const isRenaming = useOrderView(state => state[kind].renaming === row.key)
  const { group, folded, count } = row
  const name = group?.name ?? t('order.noGroup')
  return (
    <GridListItem id={row.key} textValue={name} className="order-group">
      {isRenaming && group ? (
        <NameField
          label={t('order.newNameOf', { name })}
          initial={name}
          save={t('order.saveName')}
          cancel={t('order.keepName')}
          onSave={wanted => void renameGroup(kind, group.id, wanted)}
          onCancel={() => stopRenaming(kind)}
        />
      ) : (
        <>
          <AriaButton
            className="order-fold"
            aria-expanded={!folded}
            aria-label={t(folded ? 'order.groupFolded' : 'order.groupOpen', { name })}
            onPress={() => foldGroup(kind, group?.id ?? null, !folded)}
          >
            {folded ? <ChevronRight aria-hidden="true" /> : <ChevronDown aria-hidden="true" />}
            <span>{name}</span>
          </AriaButton>
          <span className="order-count">{t('order.inGroup', counted(count))}</span>
          {group ? (
            <MoreMenu
              word={t('order.more')}
              name={name}
              actions={[
                { id: 'rename', words: t('order.renameGroup'), run: () => startRenaming(kind, row.key) },
                { id: 'delete', words: t('order.deleteGroup'), run: () => void trashGroup(kind, group.id) },
              ]}
            />
          ) : null}
        </>
      )}
    </GridListItem>
  )
}
