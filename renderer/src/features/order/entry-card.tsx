import { Layers } from 'lucide-react'
import { GridListItem } from 'react-aria-components'
import type { Face } from '#shared/contract/library/order.ts'
import { Picture } from '#renderer/pictures/picture.tsx'
import { ChooseBox, EntryMenu, EntryName, PatternCount, PinMark } from './entry-parts.tsx'
import { useFaces } from './faces-store.ts'
import type { Entry, OrderKind } from './kinds.ts'
import './entry-card.css'

/** A collection: a few of its patterns on cloth, its name under them. */
export function EntryCard({ kind, entry }: { kind: OrderKind; entry: Entry }) {
  const faces = useFaces(state => state.faces.get(entry.id)) ?? NONE
  return (
    <GridListItem id={entry.id} textValue={entry.name} className="order-card">
      <div className={`order-faces order-faces-${faces.length}`} aria-hidden="true">
        {faces.length === 0 ? <Layers className="order-no-face" /> : null}
        {faces.map(face => (
          <div className="order-face" key={face.sketchKey ?? face.pictureKey}>
            <Picture of={face} />
          </div>
        ))}
      </div>
      <ChooseBox entry={entry} />
      <EntryName kind={kind} entry={entry} />
      <EntryMenu kind={kind} entry={entry} />
      <div className="order-card-foot">
        <PatternCount entry={entry} />
        <PinMark entry={entry} />
      </div>
    </GridListItem>
  )
}

const NONE: readonly Face[] = []
