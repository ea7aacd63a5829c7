import { Clock, Grid2x2, Heart, Layers, ListChecks, type LucideIcon, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { LibraryInfo } from '#shared/contract/library/upkeep.ts'
import { useDropOn } from '#renderer/features/carry/index.ts'
import { numberWords } from '#renderer/i18n/words.ts'
import { goTo, isOrderKind, isPinnedPlace, type Place, usePlaces } from './places-store.ts'
import './places.css'

type Kind = 'patterns' | 'favourites' | 'used' | 'collections' | 'tidy' | 'trash'

const PLACES: readonly { kind: Kind; icon: LucideIcon }[] = [
  { kind: 'patterns', icon: Grid2x2 },
  { kind: 'favourites', icon: Heart },
  { kind: 'used', icon: Clock },
  { kind: 'collections', icon: Layers },
  { kind: 'trash', icon: Trash2 },
  { kind: 'tidy', icon: ListChecks },
]

/** Where things are: always here, always the same. */
export function Places({ counts, children }: { counts: LibraryInfo['counts'] | null; children?: ReactNode }) {
  const place = usePlaces(state => state.place)
  const isPinned = usePlaces(isPinnedPlace)
  return (
    <ul className="places">
      {PLACES.map(({ kind, icon }) => (
        <PlaceRow
          key={kind}
          kind={kind}
          icon={icon}
          isHere={isAt(place, kind, isPinned)}
          count={counts ? countOf(kind, counts) : 0}
        />
      ))}
      {children}
    </ul>
  )
}

interface PlaceRowProps {
  readonly kind: Kind
  readonly icon: LucideIcon
  readonly isHere: boolean
  readonly count: number
}

function PlaceRow({ kind, icon: Icon, isHere, count }: PlaceRowProps) {
  const { t } = useTranslation()
  const { ref, drop } = useDropOn<HTMLLIElement>(
    kind === 'used' || kind === 'collections' || kind === 'tidy' ? null : { kind },
  )
  return (
    <li ref={ref} className="place-row" data-drop={drop}>
      <Button className="place" {...(isHere ? { 'aria-current': 'page' as const } : {})} onPress={() => goTo({ kind })}>
        <Icon aria-hidden="true" />
        <span className="place-word">{t(`places.${kind}`)}</span>
        {count > 0 ? <span className="place-count">{numberWords(count)}</span> : null}
      </Button>
    </li>
  )
}

/** A place that stands at the side by its own name is marked there and not here as well. */
function isAt(place: Place, kind: Kind, isPinned: boolean): boolean {
  if (isPinned) return false
  if (isOrderKind(place.kind) || ['collection', 'tag', 'designer'].includes(place.kind)) return kind === 'collections'
  if (place.kind === 'import') return kind === 'patterns'
  return place.kind === kind
}

function countOf(kind: Kind, counts: LibraryInfo['counts']): number {
  switch (kind) {
    case 'patterns':
      return counts.patterns
    case 'favourites':
      return counts.favourites
    case 'used':
    // Nothing there waits for her.
    case 'tidy':
      return 0
    case 'collections':
      return counts.collections
    case 'trash':
      return counts.trashed
  }
}
