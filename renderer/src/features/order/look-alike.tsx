import { Merge } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lookAlikes } from '#shared/text/look-alike.ts'
import { say } from '#renderer/changes/change.ts'
import { numberWords } from '#renderer/i18n/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useRoom } from '#renderer/ui/use-room.ts'
import { refreshApart, setApart, useApart } from './apart-store.ts'
import { PatternCount } from './entry-parts.tsx'
import type { Entry, OrderKind, Shelf } from './kinds.ts'
import { openSheet } from './view-store.ts'
import './look-alike.css'

/** A quiet suggestion: names that may be one thing written twice. Nothing happens by itself. */
export function LookAlike({ kind, shelf }: { kind: OrderKind; shelf: Shelf }) {
  const { t } = useTranslation()
  const apart = useApart(state => state.pairs)
  const [turn, setTurn] = useState(0)
  const isNarrow = useRoom() === 'narrow'
  useEffect(() => {
    refreshApart().catch(say)
  }, [])
  const groups = useMemo(() => (apart === null ? [] : lookAlikes(shelf.entries, apart)), [shelf, apart])
  const at = groups.length === 0 ? 0 : turn % groups.length
  const group = groups[at]
  if (!group) return null
  if (isNarrow) return <InOneLine kind={kind} group={group} />

  return (
    <section className="order-alike" aria-label={t('order.alike.title')}>
      <h2 className="order-alike-title">{t('order.alike.title')}</h2>
      <ul className="order-alike-names">
        {group.map(entry => (
          <li key={entry.id}>
            <span className="order-alike-name">{entry.name}</span> <PatternCount entry={entry} />
          </li>
        ))}
      </ul>
      <div className="order-alike-do">
        {groups.length > 1 ? (
          <>
            <span className="order-count">
              {t('order.alike.count', { at: numberWords(at + 1), of: numberWords(groups.length) })}
            </span>
            <Button look="plain" onPress={() => setTurn(at + 1)}>
              {t('order.alike.next')}
            </Button>
          </>
        ) : null}
        <Button look="plain" onPress={() => void setApart(group.map(({ id }) => id))}>
          {t('order.alike.apart')}
        </Button>
        <Button icon={<Merge aria-hidden="true" />} onPress={() => offerMerge(kind, group)}>
          {t('order.alike.merge')}
        </Button>
      </div>
    </section>
  )
}

/** Little room: the sheet behind it has the rest. */
function InOneLine({ kind, group }: { kind: OrderKind; group: readonly Entry[] }) {
  const { t } = useTranslation()
  return (
    <section className="order-alike" aria-label={t('order.alike.title')}>
      <Button look="plain" icon={<Merge aria-hidden="true" />} onPress={() => offerMerge(kind, group)}>
        {t('order.alike.short', { names: group.map(({ name }) => name).join(', ') })}
      </Button>
    </section>
  )
}

function offerMerge(kind: OrderKind, group: readonly Entry[]): void {
  openSheet(kind, { what: 'merge', ids: group.map(({ id }) => id), why: 'alike' })
}
