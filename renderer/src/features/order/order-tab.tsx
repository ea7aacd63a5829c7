import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#renderer/ui/button.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { ActionBar } from './action-bar.tsx'
import { GroupSheet } from './group-sheet.tsx'
import type { OrderKind, Shelf } from './kinds.ts'
import { LookAlike } from './look-alike.tsx'
import { MergeSheet } from './merge-sheet.tsx'
import { OrderList } from './order-list.tsx'
import { useOrder } from './order-store.ts'
import { rowsOf } from './rows.ts'
import { Toolbar } from './toolbar.tsx'
import { lookFor, useOrderView } from './view-store.ts'

/** All collections, all tags, or all designers. */
export function OrderTab({ kind }: { kind: OrderKind }) {
  const shelf = useOrder(state => state[kind])
  return (
    <div className="order-tab">
      <Toolbar kind={kind} />
      {shelf ? <Filled kind={kind} shelf={shelf} /> : null}
    </div>
  )
}

function Filled({ kind, shelf }: { kind: OrderKind; shelf: Shelf }) {
  const { t } = useTranslation()
  const { text, sort, folded, chosen, sheet } = useOrderView(state => state[kind])
  const rows = useMemo(() => rowsOf(shelf, { text, sort, folded }), [shelf, text, sort, folded])
  const chosenEntries = useMemo(() => shelf.entries.filter(({ id }) => chosen.has(id)), [shelf, chosen])
  if (shelf.entries.length === 0 && shelf.groups.length === 0)
    return <Empty drawing="heart" sentence={t(`order.empty.${kind}`)} hint={t(`order.emptyHint.${kind}`)} />
  return (
    <>
      {text === '' && chosenEntries.length === 0 ? <LookAlike kind={kind} shelf={shelf} /> : null}
      {rows.length === 0 ? (
        <Empty drawing="spool" sentence={t('order.nothing', { text })}>
          <Button onPress={() => lookFor(kind, '')}>{t('order.showAll')}</Button>
        </Empty>
      ) : (
        <OrderList kind={kind} rows={rows} />
      )}
      <ActionBar kind={kind} chosen={chosenEntries} />
      {sheet?.what === 'merge' ? <MergeSheet kind={kind} shelf={shelf} ids={sheet.ids} why={sheet.why} /> : null}
      {sheet?.what === 'group' ? <GroupSheet kind={kind} shelf={shelf} ids={sheet.ids} /> : null}
    </>
  )
}
