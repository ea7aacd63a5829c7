import { GridListItem } from 'react-aria-components'
import { ChooseBox, EntryMenu, EntryName, PatternCount, PinMark } from './entry-parts.tsx'
import type { Entry, OrderKind } from './kinds.ts'

/** A tag or designer: one line, one name. */
export function EntryRow({ kind, entry }: { kind: OrderKind; entry: Entry }) {
  return (
    <GridListItem id={entry.id} textValue={entry.name} className="order-row">
      <ChooseBox entry={entry} />
      <EntryName kind={kind} entry={entry} />
      <PinMark entry={entry} />
      <PatternCount entry={entry} />
      <EntryMenu kind={kind} entry={entry} />
    </GridListItem>
  )
}
