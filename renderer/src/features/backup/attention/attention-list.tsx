import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFoundFocus } from '../use-found-focus.ts'
import { useAttention } from './attention-store.ts'
import { AsideCard } from './aside-card.tsx'
import { BrakeCard } from './brake-card.tsx'
import { ConflictCard } from './conflict-card.tsx'
import { RefusedCard } from './refused-card.tsx'
import './attention.css'

/** What needs her, each with its picture, a sentence and what can be done. Nothing at all where nothing does. */
export function AttentionList() {
  const { t } = useTranslation()
  const list = useAttention(state => state.list)
  const place = useRef<HTMLElement>(null)
  useFoundFocus(place)
  if (list === null) return null
  const { brake, conflicts, aside, refused } = list
  if (brake === null && conflicts.length + aside.length + refused.length === 0) return null
  return (
    <section className="needs" ref={place} aria-labelledby="needs-title">
      <div>
        <h3 className="needs-title" id="needs-title">
          {t('needs.title')}
        </h3>
        <p className="needs-hint">{t('needs.hint')}</p>
      </div>
      {brake ? <BrakeCard brake={brake} /> : null}
      <ul className="needs-list">
        {conflicts.map(one => (
          <li key={`${one.key.table} ${one.key.id} ${one.field} ${one.stamp.join(' ')}`}>
            <ConflictCard conflict={one} />
          </li>
        ))}
        {aside.map(one => (
          <li key={`${one.key.table} ${one.key.id}`}>
            <AsideCard aside={one} />
          </li>
        ))}
        {refused.map(one => (
          <li key={`${one.key.table} ${one.key.id} ${one.field}`}>
            <RefusedCard refused={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}
